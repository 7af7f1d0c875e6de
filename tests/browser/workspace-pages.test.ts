import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, axeFindings, openBrowser, visit } from './browser.fixture.ts'
import { visitAs, type Who } from './workspace.fixture.ts'

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

const LOOKS = [
  { name: 'Chinese, light, wide', lang: 'zh', colorScheme: 'light', width: 1280 },
  { name: 'English, dark, narrow', lang: 'en', colorScheme: 'dark', width: 390 },
] as const

const HAN = /\p{Script=Han}/u
const GIVEN = '[lang]:not(html), .seal, option, script, code'

const withLanguage = (path: string, lang: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`

describe.each(LOOKS)('$name', ({ lang, colorScheme, width }) => {
  test.each(PAGES)(
    'as %s: %s has no axe findings, fits the window and breaks no rule of the browser',
    async (who, path) => {
      const options = { colorScheme, viewport: { width, height: 900 } } as const
      const address = withLanguage(path, lang)
      const { page, complaints } =
        who === null
          ? await visit(browser, `/workspace${address}`, options)
          : await visitAs(browser, who, address, options)
      await page.waitForLoadState('networkidle')
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      expect(complaints).toEqual([])
      await page.evaluate(`document.querySelectorAll('${GIVEN}').forEach((e) => e.remove())`)
      const lines = (await page.locator('body').innerText()).split('\n')
      expect(lang === 'en' ? lines.filter((line) => HAN.test(line)) : []).toEqual([])
      await page.context().close()
    },
  )
})

const KILOBYTE = 1024

test.each([
  [null, '/sign-in', 420],
  ['owner', '/e/{enterprise}', 420],
  ['owner', '/e/{enterprise}/file', 420],
] as const)('as %s: %s loads a bounded amount of script', async (who, path, kilobytes) => {
  const { page } =
    who === null ? await visit(browser, `/workspace${path}`) : await visitAs(browser, who, path)
  await page.waitForLoadState('networkidle')
  const sizes = await page.evaluate<readonly number[]>(
    `performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.js')).map((e) => e.encodedBodySize)`,
  )
  const sum = sizes.reduce((total, size) => total + size, 0)
  expect(sum).toBeLessThan(kilobytes * KILOBYTE)
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
