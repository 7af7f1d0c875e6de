export { type Client, createClient } from './create-client.ts'
export type { components, paths } from './openapi.generated.ts'
