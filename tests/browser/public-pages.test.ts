import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addressOf,
  chineseLines,
  lookFindings,
  openBrowser,
  openWindow,
  showsFocus,
  tabTo,
  visit,
  visitIn,
  weightOf,
} from './browser.fixture.ts'

let browser: Browser
let window: BrowserContext

beforeAll(async () => {
  browser = await openBrowser()
  window = await openWindow(browser)
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

test.each(PAGES)('%s has no axe findings, light or dark, and fits any window', async (path) => {
  const { page } = await visitIn(window, path)
  expect(await lookFindings(page)).toEqual([])
  await page.close()
})

test.each(PAGES)(
  '%s in English has no axe findings, fits any window and has no Chinese words',
  async (path) => {
    const { page } = await visitIn(window, inEnglish(path))
    expect(await lookFindings(page)).toEqual([])
    expect(await chineseLines(page)).toEqual([])
    await page.close()
  },
)

test.each([
  ['/', '算力', '算力券'],
  ['/en', 'computing power', 'omputing'],
])('from %s a search for %s finds the vouchers, and a measure opens', async (path, words, name) => {
  const { page } = await visitIn(window, path)
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('searchbox').press('Enter')
  await page.waitForURL('**/measures?**')
  const found = page.locator('.row-name a')
  const names = (await found.allInnerTexts()).slice(0, 5)
  expect(names.filter((each) => each.includes(name)).length).toBeGreaterThan(0)
  await found.filter({ hasText: name }).first().click()
  await page.waitForURL('**/measures/**')
  expect(names).toContain(await page.locator('h1').innerText())
  await page.close()
})

test('by the keyboard alone one reaches the search, a measure and the other language', async () => {
  const { page } = await visitIn(window, '/')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').innerText()).toBe('跳到正文')
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('searchbox'))
  await page.keyboard.type('研发')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/measures?**')
  await tabTo(page, page.locator('.facet a').first())
  expect(await showsFocus(page)).toBe(true)
  await tabTo(page, page.locator('.row-name a').first())
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/measures/**')
  await tabTo(page, page.getByRole('link', { name: 'English' }))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/en/measures/**')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.close()
})

test.each(PAGES)('%s leads to itself in the other language and back', async (path) => {
  const { page } = await visitIn(window, path)
  const begun = page.url()
  await page.locator('header a[hreflang]').click()
  await page.waitForURL((address) => address.pathname.startsWith('/en'))
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.locator('header a[hreflang]').click()
  await page.waitForURL((address) => !address.pathname.startsWith('/en'))
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(page.url()).toBe(begun)
  await page.close()
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
const REQUESTS_BELOW = 16

test.each([
  ['/', 'h1', 2],
  ['/measures', 'h1', 2],
  [MEASURE, 'h1', 2],
  ['/instruments/shanghai/2023-several', 'h1', 2],
  ['/calendar', 'h1', 2],
  ['/check', '.question', 100],
  ['/en/check', '.question', 100],
] as const)('%s is light on its first visit', async (path, isReady, kilobytes) => {
  const { page } = await visit(browser, path)
  await page.locator(isReady).first().waitFor()
  const { script, style, requests } = await weightOf(page)
  expect(script).toBeGreaterThan(0)
  expect(script).toBeLessThan(kilobytes * KILOBYTE)
  expect(style).toBeGreaterThan(0)
  expect(style).toBeLessThan(20 * KILOBYTE)
  expect(requests).toBeLessThan(REQUESTS_BELOW)
  await page.context().close()
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
