import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addressOf,
  chineseLines,
  lookFindings,
  openBrowser,
  openWindow,
  visit,
  weightOf,
} from './browser.fixture.ts'
import { type SignedIn, signIn, visitWorkspace, type Who } from './workspace.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

const MEASURE = 'measures/shanghai/2023-several/four-above-rd-reward'

const PAGES: readonly (readonly [Who | null, string])[] = [
  [null, '/sign-in'],
  [null, '/sign-up'],
  [null, '/forgotten-password'],
  ['owner', '/account'],
  ['owner', '/claims'],
  ['owner', '/invitations'],
  ['owner', '/nowhere'],
  ['owner', '/e/{enterprise}'],
  ['owner', '/e/{enterprise}/verdicts'],
  ['owner', '/e/{enterprise}/verdicts?pile=unmet'],
  ['owner', `/e/{enterprise}/${MEASURE}`],
  ['owner', '/e/{enterprise}/ladders'],
  ['owner', '/e/{enterprise}/file'],
  ['owner', '/e/{enterprise}/saved'],
  ['owner', '/e/{enterprise}/messages'],
  ['owner', '/e/{enterprise}/members'],
  ['owner', '/e/{enterprise}/looks'],
  ['officer', '/office/enterprises'],
  ['officer', '/office/claims'],
  ['officer', '/office/imports'],
  ['admin', '/office/posts'],
  ['admin', '/office/accounts'],
  ['admin', '/office/audit'],
]

const windows = new Map<Who | null, SignedIn>()

/** One window for all visits of somebody, as a person has one. */
const windowOf = async (who: Who | null): Promise<SignedIn> => {
  const opened =
    windows.get(who) ??
    (who === null
      ? { context: await openWindow(browser), enterprise: '' }
      : await signIn(browser, who))
  windows.set(who, opened)
  return opened
}

const withLanguage = (path: string, lang: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`

describe.each(['zh', 'en'])('in %s', (lang) => {
  test.each(PAGES)(
    'as %s: %s has no axe findings, light or dark, fits any window and breaks no rule of the browser',
    async (who, path) => {
      const window = await windowOf(who)
      const { page, complaints } = await visitWorkspace(window, withLanguage(path, lang))
      expect(await lookFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      expect(lang === 'en' ? await chineseLines(page) : []).toEqual([])
      await page.close()
    },
  )
})

const KILOBYTE = 1024
const REQUESTS_BELOW = 60

test.each([
  [null, '/sign-in'],
  ['owner', '/e/{enterprise}'],
  ['owner', '/e/{enterprise}/file'],
] as const)('as %s: %s loads a bounded amount of script', async (who, path) => {
  const window =
    who === null
      ? { context: await openWindow(browser), enterprise: '' }
      : await signIn(browser, who)
  const { page } = await visitWorkspace(window, path)
  const { script, style, requests } = await weightOf(page)
  expect(script).toBeGreaterThan(0)
  expect(script).toBeLessThan(420 * KILOBYTE)
  expect(style).toBeLessThan(30 * KILOBYTE)
  expect(requests).toBeLessThan(REQUESTS_BELOW)
  await page.context().close()
})

test('the shell has a nonce of its own at each visit, and no inline script', async () => {
  const { page } = await visit(browser, '/workspace/sign-in')
  const { request } = page.context()
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const answer = await request.get(addressOf('/workspace/sign-in'))
      return answer.headers()['content-security-policy'] ?? ''
    }),
  )
  expect(new Set(policies).size).toBe(2)
  for (const policy of policies) expect(policy).not.toContain('unsafe')
  expect(await page.locator('script:not([src])').count()).toBe(0)
  await page.context().close()
})
