import createFetchClient, { type ClientOptions } from 'openapi-fetch'
import type { paths } from './openapi.generated.ts'

/** A client of the HTTP API, typed by its description. */
export type Client = ReturnType<typeof createFetchClient<paths>>

/** A client for a service; `fetch` may be replaced, for a service in the same process say. */
export const createClient = (options: ClientOptions): Client => createFetchClient<paths>(options)
