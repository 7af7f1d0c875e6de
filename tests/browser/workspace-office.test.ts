import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { readJson, visitAs } from './workspace.fixture.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

interface Enterprises {
  readonly entries: readonly { readonly id: string; readonly uscc: string; readonly name: string }[]
}

test('an officer imports a table with three bad rows and sees each by line, column and reason', async () => {
  const { page } = await visitAs(browser, 'officer', '/office/imports?lang=en')
  const { entries } = await readJson<Enterprises>(
    page.context(),
    '/api/v1/enterprises?by=posts&limit=2',
  )
  const [first, second] = entries
  const lines = [
    'uscc,enterprise.revenue@2024',
    `${first?.uscc},8600000`,
    `${second?.uscc},a lot`,
    '913101150000000000,1000000',
    `${first?.uscc}X,2000000`,
  ]
  await page.setInputFiles('input[type=file]', {
    name: 'revenue.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  })
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await page.getByRole('heading', { name: 'What is wrong, row by row' }).waitFor()
  const rows = page.locator('table.table tbody tr')
  const shown = await rows.locator('td:first-child').allInnerTexts()
  expect(shown.map((line) => Number(line))).toEqual([3, 4, 5])
  const said = await rows.locator('td:last-child').allInnerTexts()
  expect(said).toEqual([
    expect.stringContaining('"a lot" is not an amount'),
    expect.stringContaining('the check character of the credit code should be'),
    expect.stringContaining('a credit code has 18 characters, here are 19'),
  ])
  expect(await page.getByRole('button', { name: 'Apply it' }).count()).toBe(0)
  const csv = await page.getByRole('link', { name: 'All of them as CSV' }).getAttribute('href')
  const answer = await page.context().request.get(new URL(csv ?? '', page.url()).href)
  expect((await answer.text()).trim().split('\n')).toHaveLength(4)
  await page.context().close()
})

test('a clean table is checked first, and applied when the officer says so', async () => {
  const { page } = await visitAs(browser, 'officer', '/office/imports?lang=en')
  const { entries } = await readJson<Enterprises>(
    page.context(),
    '/api/v1/enterprises?by=posts&limit=1',
  )
  await page.setInputFiles('input[type=file]', {
    name: 'clean.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`uscc,enterprise.revenue@2024\n${entries[0]?.uscc},8600000\n`),
  })
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await page.getByRole('button', { name: 'Apply it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply it' }).click()
  await page.getByText('values have been applied').waitFor()
  await page.context().close()
})

test('an officer opens a file for reading, and the enterprise sees who looked', async () => {
  const office = await visitAs(browser, 'officer', '/office/enterprises?lang=en')
  const owner = await visitAs(browser, 'owner', '/e/{enterprise}/looks?lang=en')
  await office.page.goto(
    new URL(`/workspace/office/enterprises/${owner.enterprise}`, office.page.url()).href,
  )
  await office.page.getByText('This look has been noted').waitFor()
  expect(await office.page.getByRole('button', { name: /Correct/ }).count()).toBe(0)
  await owner.page.reload()
  await owner.page.getByText('looked into the file').first().waitFor()
  await office.page.context().close()
  await owner.page.context().close()
})
