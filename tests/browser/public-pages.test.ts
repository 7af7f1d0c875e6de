import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, axeFindings, openBrowser, visit } from './browser.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

const MEASURE = '/measures/shanghai/2023-several/four-above-rd-reward'

const PAGES = [
  '/',
  '/measures',
  '/measures?text=voucher&delivery=apply',
  '/measures?text=zzzzzz',
  '/measures?status=wrong',
  MEASURE,
  '/measures/national/2026-tier/little-giant',
  '/instruments',
  '/instruments/shanghai/2023-several',
  '/calendar',
  '/about',
  '/privacy',
  '/accessibility',
  '/offline',
  '/nowhere',
] as const

const inEnglish = (path: string): string => `/en${path === '/' ? '' : path}`

const LOOKS = [
  { name: 'light, wide', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark, narrow', colorScheme: 'dark', viewport: { width: 390, height: 800 } },
] as const

describe.each(LOOKS)('axe finds nothing: $name', ({ colorScheme, viewport }) => {
  test.each(PAGES.flatMap((path) => [path, inEnglish(path)]))('%s', async (path) => {
    const { page } = await visit(browser, path, { colorScheme, viewport })
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  })
})

test.each(PAGES)('%s fits a narrow window without scrolling sideways', async (path) => {
  for (const address of [path, inEnglish(path)]) {
    const { page } = await visit(browser, address, { viewport: { width: 320, height: 800 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.context().close()
  }
})

const HAN = /\p{Script=Han}/u
const OTHER_LANGUAGE = 'header a[hreflang], .seal, [lang]:not(html), option, script'

test.each(PAGES)('%s in English has no Chinese words', async (path) => {
  const { page } = await visit(browser, inEnglish(path))
  await page.evaluate(`document.querySelectorAll('${OTHER_LANGUAGE}').forEach((e) => e.remove())`)
  const lines = (await page.locator('body').innerText()).split('\n')
  const numbers = /〔\d{4}〕|令第\d+号/
  expect(lines.filter((line) => HAN.test(line) && !numbers.test(line))).toEqual([])
  await page.context().close()
})

test.each([
  ['/measures?text=%E7%AE%97%E5%8A%9B', '算力券'],
  ['/en/measures?text=computing%20power', 'omput'],
])('a search finds the vouchers: %s', async (path, name) => {
  const { page } = await visit(browser, path)
  const names = await page.locator('.row-name').allInnerTexts()
  expect(names.slice(0, 5).join(' ')).toContain(name)
  await page.context().close()
})

test('without scripts one can search, narrow, open a measure and change the language', async () => {
  const { page } = await visit(browser, '/', { javaScriptEnabled: false })
  await page.getByRole('searchbox').fill('研发')
  await page.getByRole('searchbox').press('Enter')
  const all = await page.locator('.total').innerText()
  await page.locator('.facet a').filter({ hasText: '奖励' }).first().click()
  expect(await page.locator('.chosen').innerText()).toContain('奖励')
  expect(await page.locator('.total').innerText()).not.toBe(all)
  await page.locator('.row-name a').first().click()
  expect(await page.locator('h1').count()).toBe(1)
  await page.getByRole('link', { name: 'English' }).click()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.goto(addressOf('/check'))
  expect(await page.locator('noscript, main').first().innerText()).toContain('JavaScript')
  await page.context().close()
})

test('the count agrees with the list through all its pages', async () => {
  const { page } = await visit(browser, '/measures?kind=award')
  const total = Number(/\d+/.exec(await page.locator('.total').innerText())?.[0])
  let seen = 0
  for (;;) {
    seen += await page.locator('.row').count()
    const next = page.locator('a[rel=next]')
    if ((await next.count()) === 0) break
    await next.click()
  }
  expect(seen).toBe(total)
  await page.context().close()
})

const KILOBYTE = 1024

const transferred = async (path: string, kind: 'script' | 'stylesheet'): Promise<number> => {
  const { page } = await visit(browser, path)
  await page.waitForLoadState('networkidle')
  const suffix = kind === 'script' ? '.js' : '.css'
  const sizes = await page.evaluate<readonly number[]>(
    `performance.getEntriesByType('resource').filter((e) => e.name.split('?')[0].endsWith('${suffix}') && e.name.includes('/assets/')).map((e) => e.encodedBodySize)`,
  )
  await page.context().close()
  return sizes.reduce((sum, size) => sum + size, 0)
}

test.each([
  ['/', 2],
  ['/measures', 2],
  [MEASURE, 2],
  ['/check', 100],
])('%s loads little script', async (path, kilobytes) => {
  expect(await transferred(path, 'script')).toBeLessThan(kilobytes * KILOBYTE)
  expect(await transferred(path, 'stylesheet')).toBeLessThan(20 * KILOBYTE)
})

test('a measure carries schema.org markup, the language of the page and its other language', async () => {
  const { page, complaints } = await visit(browser, `/en${MEASURE}`)
  const markup = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
  )
  expect(markup['@type']).toBe('GovernmentService')
  expect(markup.name).toBe(await page.locator('h1').innerText())
  expect(await page.locator('link[hreflang="zh-CN"]').getAttribute('href')).toBe(addressOf(MEASURE))
  expect(complaints).toEqual([])
  await page.context().close()
})

test('an unknown page is answered with 404, a trailing slash leads on', async () => {
  const missing = await fetch(addressOf('/measures/no/such/measure'))
  expect(missing.status).toBe(404)
  expect(await missing.text()).toContain('没有这个页面')
  const slash = await fetch(addressOf('/en/measures/?kind=award'), { redirect: 'manual' })
  expect([slash.status, slash.headers.get('location')]).toEqual([308, '/en/measures?kind=award'])
})
