import { fen, formatMoney } from '@huiqi/domain'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addressOf,
  chineseLines,
  openBrowser,
  showsFocus,
  tabTo,
  visit,
  visitIn,
} from './browser.fixture.ts'
import { readJson, settled, signIn, visitAs, visitWorkspace } from './workspace.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

interface Home {
  readonly worth: { readonly lowFen: number; readonly highFen: number | null }
  readonly enterprise: { readonly name: string }
}

interface HeldFacts {
  readonly entries: readonly {
    readonly fact: string
    readonly year: number | null
    readonly thing: { readonly id: string } | null
    readonly current: { readonly value: string | boolean | null }
  }[]
}

interface Things {
  readonly entries: readonly { readonly id: string; readonly kind: string; readonly name: string }[]
  readonly absent: readonly string[]
}

/** What an enterprise file holds, in the form in which the public check keeps answers on the device. */
const answersOnFile = async (context: BrowserContext, enterprise: string): Promise<string> => {
  const at = `/api/v1/enterprises/${enterprise}`
  const facts = await readJson<HeldFacts>(context, `${at}/facts`)
  const { entries, absent } = await readJson<Things>(context, `${at}/things`)
  const things = entries.map(({ id, kind, name }, place) => ({
    id,
    name,
    own: `${kind}-${place + 1}`,
  }))
  const ownOf = (id: string) => things.find((thing) => thing.id === id)?.own
  return JSON.stringify({
    facts: facts.entries
      .filter(({ current }) => current.value !== null)
      .map(({ fact, year, thing, current }) => [
        fact,
        year,
        thing === null ? null : ownOf(thing.id),
        current.value,
      ]),
    things: things.map(({ own, name }) => [own, name]),
    without: absent,
    unknown: [],
  })
}

test('an owner signs in by a click and sees the total of the public check, prefilled from the file', async () => {
  const { page } = await visit(browser, '/workspace?lang=zh')
  await page.getByRole('button', { name: /^企业负责人/ }).click()
  await settled(page)
  const total = await page.locator('.worth .total').innerText()
  const enterprise = page.url().split('/').at(-1) ?? ''
  const context = page.context()
  const home = await readJson<Home>(context, `/api/v1/enterprises/${enterprise}/home`)
  expect(home.worth.lowFen).toBeGreaterThan(0)
  expect(await page.locator('h1').innerText()).toBe(home.enterprise.name)

  const answers = await answersOnFile(context, enterprise)
  await context.addInitScript(`localStorage.setItem('huiqi-check', ${JSON.stringify(answers)})`)
  const check = await visitIn(context, '/check')
  await check.page.locator('.question').waitFor()
  const sure = await check.page.getByTestId('sure').innerText()
  expect(sure).toBe(formatMoney(fen(home.worth.lowFen), 'zh'))
  expect(total).toContain(formatMoney(fen(home.worth.lowFen), 'zh', { unit: 'yuan' }))
  await context.close()
})

test('by the keyboard alone one signs in, corrects a fact and leaves the dialog', async () => {
  const { page } = await visit(browser, '/workspace/sign-in?lang=en')
  await settled(page)
  const { demonstration } = await readJson<{
    readonly demonstration: { readonly password: string }
  }>(page.context(), '/api/v1/demonstration')
  await tabTo(page, page.getByLabel('Mail address'))
  await page.keyboard.type('owner2@huiqi.example')
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.type(demonstration.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/workspace/e/**')
  await settled(page)
  await tabTo(page, page.getByRole('link', { name: 'Enterprise file' }))
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/file')
  await settled(page)
  const correct = page.getByRole('button', { name: /^Correct: / }).first()
  await tabTo(page, correct)
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await correct.evaluate((button) => button.matches(':focus'))).toBe(true)
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

type Difference = Differences['differences'][number]

/** An amount of their own word that, were it nearly nothing, would change a verdict in a way that is looked for. */
const findTurningFact = async (
  page: Page,
  enterprise: string,
  isWanted: (difference: Difference) => boolean,
): Promise<Fact> => {
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
    if (differences.some(isWanted)) return entry
  }
  throw new Error('no amount of their own word decides a measure')
}

/** Corrects an amount; the dialog then says what came of it. */
const correctToOneYuan = async (page: Page, { name, thing }: Fact): Promise<Locator> => {
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
  return dialog
}

test('a corrected fact turns a verdict, and the page of the measure says why', async () => {
  const { page, enterprise } = await visitAs(browser, 'owner', '/e/{enterprise}?lang=en')
  const changes = page.getByRole('heading', { name: 'What changed since your last visit' })
  await page.getByRole('button', { name: 'I have seen them' }).click()
  await changes.waitFor({ state: 'detached' })
  const fact = await findTurningFact(
    page,
    enterprise,
    ({ from, to }) => from.outcome === 'met' && to.outcome === 'unmet',
  )
  const dialog = await correctToOneYuan(page, fact)
  expect(await dialog.locator('.turn').first().innerText()).toBe('met → not met')
  expect(await dialog.locator('.notice').innerText()).toContain('CNY 1')
  await dialog.locator('.rows a').first().click()
  await page.getByRole('heading', { name: 'Conditions' }).waitFor()
  const failing = page.locator('.condition.false').last()
  expect(await failing.innerText()).toContain('We have: CNY 1')
  expect(await failing.locator('.distance').innerText()).toContain('short of')
  await page.getByRole('link', { name: 'Home' }).click()
  await changes.waitFor()
  expect(await page.locator('.reasons').first().innerText()).toContain('→ CNY 1')
  await page.context().close()
})

test('a corrected fact that changes an amount alone shows both amounts', async () => {
  const { page, enterprise } = await visitAs(browser, 'owner', '/e/{enterprise}?lang=en')
  const fact = await findTurningFact(
    page,
    enterprise,
    ({ from, to }) => from.outcome === 'met' && to.outcome === 'met',
  )
  const dialog = await correctToOneYuan(page, fact)
  expect(await dialog.locator('.turn').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^met\s+.*CNY .* →\s+.*CNY /),
  )
  await page.context().close()
})

test.each([
  [
    'owner',
    ['', '/verdicts', '/file', '/members', '/ladders', '/looks'].map(
      (part) => `/e/{enterprise}${part}`,
    ),
  ],
  ['officer', ['/office/enterprises', '/office/imports', '/office/claims']],
  ['admin', ['/office/posts', '/office/accounts', '/office/audit']],
] as const)('as %s the language changes where one stands, and stays', async (who, paths) => {
  const window = await signIn(browser, who)
  const { page } = await visitWorkspace(window, `${paths[0]}?lang=zh`)
  for (const path of paths) {
    await page.goto(addressOf(`/workspace${path.replace('{enterprise}', window.enterprise)}`))
    await settled(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await chineseLines(page)).toEqual([])
    await page.reload()
    await settled(page)
    expect(await chineseLines(page)).toEqual([])
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
