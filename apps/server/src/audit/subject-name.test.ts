import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { subjectName } from './subject-name.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp()
})

afterAll(() => service.close())

const PERSON = { zh: '许宁', en: '许宁' }
const VOUCHER = { zh: '人工智能算力券', en: 'AI computing-power voucher' }

test.each([
  ['a person by the id', 'person-1', {}, PERSON],
  ['a measure', 'shanghai/2023-several/compute-voucher', {}, VOUCHER],
  ['a fact', 'enterprise.revenue', { year: 2024 }, { zh: '营业收入', en: 'Operating revenue' }],
  ['the name that the event tells', 'x', { name: '新厂' }, { zh: '新厂', en: '新厂' }],
  [
    'a name in both languages',
    'x',
    { name: { zh: '窗口', en: 'Desk' } },
    { zh: '窗口', en: 'Desk' },
  ],
  ['a file', 'x', { fileName: 'a.csv' }, { zh: 'a.csv', en: 'a.csv' }],
  ['the measure of an award', 'x', { measure: 'shanghai/2023-several/compute-voucher' }, VOUCHER],
  ['nothing that has a name', 'x', { name: 7 }, null],
  ['no subject', null, {}, null],
])('%s', (_, subject, details, name) => {
  const { rulebook } = service.platform.policies
  expect(subjectName(rulebook, new Map([['person-1', PERSON]]), { subject, details })).toEqual(name)
})
