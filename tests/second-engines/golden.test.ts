import path from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate, type Language } from '@huiqi/domain'
import { prepareRulebook } from '@huiqi/engine'
import { DIALECT_NAMES, type DialectName, measureSql, type SqlSelect } from '@huiqi/population'
import { expect, test } from 'vitest'
import { ROOT } from '../../tools/repository.ts'

const { corpus } = await loadCorpus(path.join(ROOT, 'policies'))
const rulebook = prepareRulebook(corpus)

interface Page {
  readonly measure: string
  readonly day: string
  readonly select: SqlSelect
  readonly dialect: DialectName
  readonly language: Language
}

const inEvery = (measure: string, day: string, select: SqlSelect): readonly Page[] =>
  DIALECT_NAMES.map((dialect) => ({ measure, day, select, dialect, language: 'en' }))

const PAGES: readonly Page[] = [
  ...inEvery('shanghai/2023-several/four-above-rd-reward', '2025-10-15', 'amounts'),
  ...inEvery('shanghai/2023-several/technical-renovation', '2025-10-15', 'counts'),
  ...inEvery('shanghai/2025-notice-197/annual-entry-growth-award', '2025-10-15', 'verdict'),
  ...inEvery('shanghai/2023-several/technical-renovation', '2025-10-15', 'table'),
  {
    measure: 'shanghai/2023-several/four-above-rd-reward',
    day: '2025-10-15',
    select: 'breakdown',
    dialect: 'duckdb',
    language: 'zh',
  },
]

const fileOf = ({ measure, select, dialect, language }: Page): string => {
  const name = measure.split('/').at(-1)
  const suffix = language === 'en' ? '' : `.${language}`
  return path.join(import.meta.dirname, 'golden', `${name}.${select}.${dialect}${suffix}.sql`)
}

test.each(PAGES)('$measure, $select, $dialect, $language', async (page) => {
  const { measure, day, select, dialect, language } = page
  const clock = { asOf: isoDate(day), submittedOn: isoDate(day) }
  const found = measureSql(rulebook, measure, { dialect, clock, select, language })
  await expect(found.ok ? found.sql : found.refusal).toMatchFileSnapshot(fileOf(page))
})

test('the same request gives the same text', () => {
  const clock = { asOf: isoDate('2026-05-10'), submittedOn: isoDate('2026-05-10') }
  const request = { dialect: 'spark', clock, select: 'breakdown', language: 'zh' } as const
  const once = measureSql(rulebook, 'national/2026-tier/little-giant', request)
  expect(measureSql(prepareRulebook(corpus), 'national/2026-tier/little-giant', request)).toEqual(
    once,
  )
})

test('every measure has a form in every dialect', () => {
  const clock = { asOf: isoDate('2026-05-10'), submittedOn: isoDate('2026-05-10') }
  const failures = corpus.measures.flatMap(({ id }) =>
    DIALECT_NAMES.flatMap((dialect) => {
      const found = measureSql(rulebook, id, {
        dialect,
        clock,
        select: 'breakdown',
        language: 'en',
      })
      return found.ok ? [] : [`${id} ${dialect} ${found.refusal.code} ${found.refusal.what}`]
    }),
  )
  expect(failures).toEqual([])
})
