import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { addressOf, openWindow, type Visit, visitIn } from './browser.fixture.ts'

/** Somebody of the invented city. */
export type Who = 'owner' | 'owner2' | 'finance' | 'consultant' | 'officer' | 'city' | 'admin'

interface SignIns {
  readonly demonstration: { readonly password: string }
}

interface Me {
  readonly memberships: readonly { readonly enterprise: { readonly id: string } }[]
}

/** A window in which somebody is signed in, and their first enterprise; empty when they have none. */
export interface SignedIn {
  readonly context: BrowserContext
  readonly enterprise: string
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

const sessions = new Map<Who, { readonly cookies: Cookies; readonly enterprise: string }>()

const enter = async (context: BrowserContext, who: Who): Promise<string> => {
  const { demonstration } = await readJson<SignIns>(context, '/api/v1/demonstration')
  const answer = await context.request.post(addressOf('/api/v1/session'), {
    data: { email: `${who}@huiqi.example`, password: demonstration.password },
    headers: { origin: new URL(addressOf('/')).origin },
  })
  if (!answer.ok()) throw new Error(`${who} cannot sign in: ${await answer.text()}`)
  const { memberships } = await readJson<Me>(context, '/api/v1/me')
  return memberships[0]?.enterprise.id ?? ''
}

/** Opens a window as somebody of the invented city; each signs in once in a file of tests. */
export const signIn = async (
  browser: Browser,
  who: Who,
  options: BrowserContextOptions = {},
): Promise<SignedIn> => {
  const context = await openWindow(browser, options)
  const known = sessions.get(who)
  if (known !== undefined) {
    await context.addCookies(known.cookies)
    return { context, enterprise: known.enterprise }
  }
  const enterprise = await enter(context, who)
  sessions.set(who, { cookies: await context.cookies(), enterprise })
  return { context, enterprise }
}

/** Waits until a page of the workspace shows what it asked for. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor()
  await page.locator('.loading, .ant-btn-loading').first().waitFor({ state: 'detached' })
}

/** Opens a page of the workspace in a window. */
export const visitWorkspace = async (
  { context, enterprise }: SignedIn,
  path: string,
): Promise<Visit> => {
  const visited = await visitIn(context, `/workspace${path.replace('{enterprise}', enterprise)}`)
  await settled(visited.page)
  return visited
}

/** Opens a page of the workspace as somebody of the invented city; `{enterprise}` is their first one. */
export const visitAs = async (
  browser: Browser,
  who: Who,
  path: string,
): Promise<Visit & { readonly enterprise: string }> => {
  const window = await signIn(browser, who)
  return { ...(await visitWorkspace(window, path)), enterprise: window.enterprise }
}

/** What the API answers with the session of a window. */
export const readJson = async <Data>(
  { request }: Pick<BrowserContext, 'request'>,
  path: string,
): Promise<Data> => {
  const answer = await request.get(addressOf(path))
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return await answer.json()
}
