import type { Browser, BrowserContextOptions } from 'playwright-core'
import { addressOf, type Visit, visit } from './browser.fixture.ts'

/** Somebody of the invented city. */
export type Who = 'owner' | 'finance' | 'consultant' | 'officer' | 'city' | 'admin'

interface SignIns {
  readonly demonstration: {
    readonly password: string
    readonly signIns: readonly { readonly email: string }[]
  }
}

/** Opens a page of the workspace as somebody of the invented city; `{enterprise}` is their first one. */
export const visitAs = async (
  browser: Browser,
  who: Who,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit & { readonly enterprise: string }> => {
  const context = await browser.newContext(options)
  const { demonstration } = await readJson<SignIns>(context, '/api/v1/demonstration')
  await context.request.post(addressOf('/api/v1/session'), {
    data: { email: `${who}@huiqi.example`, password: demonstration.password },
    headers: { origin: new URL(addressOf('/')).origin },
  })
  const me = await readJson<{
    readonly memberships: readonly { readonly enterprise: { readonly id: string } }[]
  }>(context, '/api/v1/me')
  const enterprise = me.memberships[0]?.enterprise.id ?? ''
  const storageState = await context.storageState()
  await context.close()
  const visited = await visit(browser, `/workspace${path.replace('{enterprise}', enterprise)}`, {
    ...options,
    storageState,
  })
  await visited.page.waitForLoadState('networkidle')
  return { ...visited, enterprise }
}

type Asking = Pick<Awaited<ReturnType<Browser['newContext']>>, 'request'>

/** What the API answers with the session of a window. */
export const readJson = async <Data>({ request }: Asking, path: string): Promise<Data> => {
  const answer = await request.get(addressOf(path))
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return await answer.json()
}
