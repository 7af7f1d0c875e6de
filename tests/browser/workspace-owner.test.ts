import { fen, formatMoney } from '@huiqi/domain'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, openBrowser, visit } from './browser.fixture.ts'
import { readJson, visitAs } from './workspace.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

interface Home {
  readonly worth: { readonly lowFen: number; readonly highFen: number | null }
  readonly enterprise: { readonly name: string }
}

test('an owner of the invented city signs in by a click and sees the total that the API gives', async () => {
  const { page } = await visit(browser, '/workspace?lang=zh')
  await page.getByRole('button', { name: /^企业负责人/ }).click()
  const total = await page.locator('.worth .total').innerText()
  const enterprise = page.url().split('/').at(-1)
  const home = await readJson<Home>(page.context(), `/api/v1/enterprises/${enterprise}/home`)
  expect(total).toContain(formatMoney(fen(home.worth.lowFen), 'zh', { unit: 'yuan' }))
  expect(await page.locator('h1').innerText()).toBe(home.enterprise.name)
  await page.context().close()
})

interface Facts {
  readonly entries: readonly {
    readonly fact: string
    readonly type: string
    readonly year: number | null
    readonly thing: { readonly id: string; readonly name: string } | null
    readonly name: { readonly en: string }
    readonly current: { readonly grade: string }
  }[]
}

type Fact = Facts['entries'][number]

interface Differences {
  readonly differences: readonly {
    readonly from: { readonly outcome: string }
    readonly to: { readonly outcome: string }
  }[]
}

/** An amount of their own word that, were it nearly nothing, would cost them a measure. */
const findTurningFact = async (page: Page, enterprise: string): Promise<Fact> => {
  const at = `/api/v1/enterprises/${enterprise}`
  const { entries } = await readJson<Facts>(page.context(), `${at}/facts`)
  for (const entry of entries.filter(
    ({ type, current }) => type === 'money' && current.grade === 'D',
  )) {
    const { fact, year, thing } = entry
    const answer = await page.context().request.post(addressOf(`${at}/what-if`), {
      data: { statements: [{ fact, year, thing: thing?.id ?? null, value: '1元' }] },
      headers: { origin: new URL(addressOf('/')).origin },
    })
    const { differences }: Differences = await answer.json()
    if (differences.some(({ from, to }) => from.outcome === 'met' && to.outcome === 'unmet'))
      return entry
  }
  throw new Error('no amount of their own word decides a measure')
}

test('a corrected fact turns a verdict, and the page of the measure says why', async () => {
  const { page, enterprise } = await visitAs(browser, 'owner', '/e/{enterprise}?lang=en')
  const { name, thing } = await findTurningFact(page, enterprise)
  await page.getByRole('link', { name: 'Enterprise file' }).click()
  const group =
    thing === null
      ? page
      : page.locator('.part', { has: page.locator('h2', { hasText: thing.name }) })
  await group.getByRole('button', { name: `Correct: ${name.en}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.amount-field input').fill('0.0001')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.locator('.turn').first().waitFor()
  expect(await dialog.locator('.turn').first().innerText()).toBe('met → not met')
  expect(await dialog.locator('.notice').innerText()).toContain('CNY 1')
  await dialog.locator('.rows a').first().click()
  await page.getByRole('heading', { name: 'Conditions' }).waitFor()
  const failing = page.locator('.condition.false').last()
  expect(await failing.innerText()).toContain('We have: CNY 1')
  expect(await failing.locator('.distance').innerText()).toContain('short of')
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('heading', { name: 'What changed since your last visit' }).waitFor()
  expect(await page.locator('.reasons').first().innerText()).toContain('→ CNY 1')
  await page.context().close()
})

test('the language of every kind of page changes where one stands, and stays', async () => {
  const { page, enterprise } = await visitAs(browser, 'owner', '/e/{enterprise}?lang=zh')
  for (const path of ['', '/verdicts', '/file', '/members', '/ladders']) {
    await page.goto(addressOf(`/workspace/e/${enterprise}${path}`))
    const before = await page.locator('main h2, main .note').first().innerText()
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('main h2, main .note').first().innerText()).not.toBe(before)
    await page.reload()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: '中文' }).click()
  }
  await page.context().close()
})

test('what is refused stands beside its field', async () => {
  const { page } = await visitAs(browser, 'owner', '/e/{enterprise}/members?lang=en')
  await page.getByRole('button', { name: 'Invite a member' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Their mail address').fill('nobody@huiqi.example')
  await dialog.getByRole('radio', { name: 'Consultant' }).check()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  const field = dialog.locator('.ant-form-item').filter({ hasText: 'Last day' })
  expect(await field.locator('.ant-form-item-explain').innerText()).not.toBe('')
  await page.context().close()
})

test('without a line the page says so, and nothing that was typed is lost', async () => {
  const { page } = await visitAs(browser, 'owner', '/account?lang=en')
  await page.getByLabel('Your name').fill('Offline')
  await page.context().setOffline(true)
  await page.getByText('You are offline').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The service cannot be reached').waitFor()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Offline')
  await page.context().close()
})

test('a page for members sends a visitor to sign in and back', async () => {
  const { page } = await visit(browser, '/workspace/account?lang=en')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(new URL(page.url()).searchParams.get('return')).toBe('/account?lang=en')
  await page.context().close()
})
