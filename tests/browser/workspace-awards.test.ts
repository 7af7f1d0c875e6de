import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { readJson, settled, visitAs } from './workspace.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

interface Awards {
  readonly entries: readonly {
    readonly grantedOn: string
    readonly amountFen: number | null
    readonly source: string
  }[]
}

test('an owner notes a benefit that was received before, and takes it back', async () => {
  const { page, enterprise } = await visitAs(browser, 'owner', '/e/{enterprise}/file?lang=zh')
  const context = page.context()
  const listAwards = async () =>
    (await readJson<Awards>(context, `/api/v1/enterprises/${enterprise}/awards`)).entries
  const before = await listAwards()
  await page.getByRole('button', { name: '补记一项' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '哪一项政策' }).fill('研发')
  await dialog.locator('.ant-select-item-option').first().click()
  await dialog.getByLabel('获得日期').fill('2024-03-15')
  const amount = dialog.getByLabel('金额（不清楚可不填）')
  await amount.fill('viel')
  await dialog.getByRole('button', { name: '记下' }).click()
  await dialog.getByText('请填写不小于 0、精确到分的金额').waitFor()
  expect(await listAwards()).toEqual(before)
  await amount.fill('20')
  await dialog.getByRole('button', { name: '记下' }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
  const noted = { grantedOn: '2024-03-15', amountFen: 20_000_000, source: 'self' }
  expect(await listAwards()).toContainEqual(expect.objectContaining(noted))
  const row = page.getByRole('listitem').filter({ hasText: '2024' }).filter({ hasText: '撤回' })
  await row.first().getByRole('button', { name: '撤回' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect((await listAwards()).length).toBe(before.length)
})
