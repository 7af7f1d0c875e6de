import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addressOf,
  chineseLines,
  lookFindings,
  openBrowser,
  showsFocus,
  tabTo,
  visit,
} from './browser.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

const heading = (page: Page): Promise<string> => page.locator('.question h2').innerText()

const sure = (page: Page): Promise<string> => page.getByTestId('sure').innerText()

/** Picks a question by its words and answers it. */
const answer = async (page: Page, question: string, reply: string): Promise<void> => {
  if (!(await heading(page)).includes(question)) {
    const others = page.locator('.ask .fold')
    if ((await others.getAttribute('open')) === null) await others.locator('summary').click()
    await others.getByRole('button', { name: question }).first().click()
  }
  const card = page.locator('.question')
  const button = card.getByRole('button', { name: reply, exact: true })
  if ((await button.count()) > 0) return button.click()
  const picker = card.locator('select')
  if ((await picker.count()) > 0) {
    await card.getByRole('searchbox').fill(reply)
  } else {
    await card.getByRole('textbox').fill(reply)
  }
  await card.getByRole('button', { name: /^(确定|Answer|有，添加|Yes, add it)$/ }).click()
}

const REVENUE = '86543217'

const toTotal = async (page: Page): Promise<void> => {
  await answer(page, '是否在上海市注册登记', '是')
  await answer(page, '高新技术企业”资格', '是')
  await answer(page, '首次纳入“四上”企业库', '2025-03-01')
  await answer(page, '该年度研发费用', '4,321,000')
}

test('a few answers lead to a total with its reasons', async () => {
  const { page, complaints } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  expect(await sure(page)).toBe('还没有')
  await toTotal(page)
  expect(await sure(page)).toBe('216,050 元')
  const row = page.locator('.verdict', { hasText: '研发奖励' })
  await row.locator('summary').click()
  await row.locator('.trace').waitFor()
  expect(await row.innerText()).toContain('高新技术企业资格在有效期内')
  expect(await row.locator('.provision').first().getAttribute('href')).toContain('/instruments/')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('an answer can be undone, changed and deleted; one that is not known is not asked again', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  const first = await heading(page)
  await toTotal(page)
  await page.getByRole('button', { name: '撤销上一步' }).click()
  expect(await sure(page)).toBe('还没有')
  await answer(page, '该年度研发费用', '4,321,000')
  await page.getByRole('button', { name: '修改 研发费用 2024' }).click()
  await page.locator('.answer input').fill('2000000')
  await page.getByRole('button', { name: '保存' }).click()
  expect(await sure(page)).toBe('10 万元')
  await page.getByRole('button', { name: '删除 研发费用 2024' }).click()
  expect(await sure(page)).toBe('还没有')
  await page.getByRole('button', { name: '不清楚' }).click()
  expect(await heading(page)).not.toBe(first)
  await page.context().close()
})

test('what cannot be read is explained at the field', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  await answer(page, '该年度研发费用', 'much')
  expect(await page.getByRole('alert').innerText()).toContain('看不懂这个金额')
  await page.context().close()
})

test('the answers are kept on the device until they are forgotten', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  await toTotal(page)
  await page.reload()
  await page.locator('.question').waitFor()
  expect(await sure(page)).toBe('216,050 元')
  await page.getByRole('button', { name: '全部忘掉' }).click()
  await page.getByRole('button', { name: /再按一次/ }).click()
  expect(await sure(page)).toBe('还没有')
  expect(await page.evaluate('localStorage.length')).toBe(0)
  await page.context().close()
})

test('with the network cut the check goes on, and the page opens again', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  await page.evaluate('navigator.serviceWorker.ready')
  const isKept = `caches.open('huiqi-1').then((shelf) => shelf.match('/check')).then((page) => page !== undefined)`
  await expect.poll(() => page.evaluate(isKept), { timeout: 10_000 }).toBe(true)
  await page.context().setOffline(true)
  expect(await page.locator('.check .banner').innerText()).toContain('网络已断开')
  await toTotal(page)
  expect(await sure(page)).toBe('216,050 元')
  await page.reload()
  await page.locator('.question').waitFor()
  expect(await sure(page)).toBe('216,050 元')
  await page.goto(addressOf('/en/calendar'))
  expect(await page.locator('h1').innerText()).toBe('No connection')
  await page.context().close()
})

test('no request carries an answer', async () => {
  const { page, requests } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  await toTotal(page)
  await answer(page, '该年度营业收入', REVENUE)
  await page.getByRole('button', { name: '生成分享链接' }).click()
  await page.locator('.share input').waitFor()
  await page.waitForLoadState('networkidle')
  const paths = requests.map(({ method, url, body }) => [method, new URL(url).pathname, body])
  const own =
    /^\/(?:check|assets\/[\w.-]+|corpus\/[0-9a-f]+\.json|offline-worker\.js|offline|en\/offline)$/
  expect(
    paths.filter(([method, path = '', body]) => method !== 'GET' || body !== '' || !own.test(path)),
  ).toEqual([])
  expect(requests.filter(({ url }) => url.includes('?') || url.includes('#'))).toEqual([])
  expect(JSON.stringify(requests)).not.toMatch(/86543217|4321000|43210|enterprise\./)
  await page.context().close()
})

test('a share link brings the same answers to another device and leaves the address bare', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  await toTotal(page)
  await page.getByRole('button', { name: '添加项目' }).click()
  await page.getByRole('button', { name: '生成分享链接' }).click()
  const link = await page.locator('.share input').inputValue()
  expect(link).toMatch(/\/check#v1\.[\w-]+$/)
  await page.context().close()

  const other = await visit(browser, new URL(link).pathname + new URL(link).hash)
  await other.page.locator('.question').waitFor()
  expect(await sure(other.page)).toBe('216,050 元')
  expect(await other.page.locator('.check-side').innerText()).toContain('项目 1')
  expect(other.page.url()).toBe(addressOf('/check'))
  await other.page.context().close()
})

test('a share link does not overwrite one’s own answers without asking', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  await toTotal(page)
  await page.getByRole('button', { name: '生成分享链接' }).click()
  const link = await page.locator('.share input').inputValue()
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByRole('button', { name: '保留我的' }).waitFor()
  expect(await sure(page)).toBe('还没有')
  await page.getByRole('button', { name: '换成链接里的' }).click()
  expect(await sure(page)).toBe('216,050 元')
  await page.context().close()
})

test.each([
  ['cut off', '#v1.q1ZKS0wu', '不完整或已损坏'],
  ['of a later version', '#v2.abcd', '更新的版本'],
  ['of something else', '#section', '不完整或已损坏'],
])('a link %s is refused in words', async (_, fragment, words) => {
  const { page } = await visit(browser, `/check${fragment}`)
  await page.locator('.question').waitFor()
  expect(await page.getByRole('alert').first().innerText()).toContain(words)
  await page.context().close()
})

test.each(['/check', '/en/check'])(
  '%s has no axe findings, light or dark, and fits any window, before and after answers',
  async (path) => {
    const { page, complaints } = await visit(browser, path)
    await page.locator('.question').waitFor()
    expect(await lookFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^(是|Yes)$/ }).click()
    for (const summary of await page.locator('.check-results > .folds > details > summary').all()) {
      await summary.click()
    }
    await page.locator('.ask .fold > summary').click()
    expect(await lookFindings(page)).toEqual([])
    expect(path.startsWith('/en') ? await chineseLines(page) : []).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('by the keyboard alone questions are answered, and the focus goes to the next', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  for (let answered = 0; answered < 3; answered += 1) {
    const asked = await heading(page)
    await tabTo(page, page.getByRole('button', { name: '不清楚' }))
    expect(await showsFocus(page)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page)).not.toBe(asked)
    expect(await page.locator('.question h2').evaluate((h) => h.matches(':focus'))).toBe(true)
  }
  await tabTo(page, page.locator('.ask .fold > summary'))
  await page.keyboard.press('Enter')
  const other = page.locator('.ask .fold button').first()
  const words = await other.innerText()
  await tabTo(page, other)
  await page.keyboard.press('Enter')
  expect(await heading(page)).toBe(words)
  await page.context().close()
})

test('the next total is worked out within 50 ms', async () => {
  const { page } = await visit(browser, '/check')
  await page.locator('.question').waitFor()
  await toTotal(page)
  const times = await page.evaluate<readonly number[]>(
    `performance.getEntriesByName('huiqi-answer', 'measure').map((entry) => entry.duration)`,
  )
  const later = times.slice(1).toSorted((a, b) => a - b)
  expect(later.length).toBeGreaterThan(2)
  expect(later[Math.floor(later.length / 2)]).toBeLessThan(50)
  await page.context().close()
})
