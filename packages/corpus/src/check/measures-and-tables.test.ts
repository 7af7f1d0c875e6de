import { describe, expect, test } from 'vitest'
import { buildSample, editSample, errorsOf, SAMPLE_FILES } from '../sample-policies.ts'

const REWARD = 'city/first/reward.yaml'
const SCORE = 'city/first/sample.score.yaml'
const SIZES = 'vocabulary/size-classes.yaml'
const INSTRUMENT = 'city/first/instrument.yaml'

const edited = (path: string, from: string, to: string) =>
  errorsOf(buildSample(editSample(path, from, to)))

describe('measures', () => {
  test.each([
    [
      'an automatic measure on a weak source',
      errorsOf(
        buildSample(editSample(REWARD, 'delivery: apply', 'delivery: automatic\ngrade: secondary')),
      ),
      ['measure.automatic-weak-grade city/first/reward.yaml:6:8'],
    ],
    [
      'a title without grants',
      edited(REWARD, 'kind: award', 'kind: title'),
      [
        'benefit.amount-unwanted city/first/reward.yaml:13:11',
        'benefit.grants-missing city/first/reward.yaml:12:3',
      ],
    ],
    [
      'a service with a rule',
      edited(
        REWARD,
        'delivery: apply',
        'delivery: service\ndoor: { name: { zh: 服务云, en: Cloud } }',
      ),
      ['measure.service-rule city/first/reward.yaml:5:11'],
    ],
  ])('%s', (_, errors, expected) => {
    expect([...errors].sort()).toEqual(expected)
  })

  test('a weak source under an application is a warning', () => {
    const { issues } = buildSample(
      editSample(REWARD, 'delivery: apply', 'delivery: apply\ngrade: weak'),
    )
    expect(issues.filter(({ code }) => code.startsWith('measure.'))).toEqual([
      {
        code: 'measure.weak-grade',
        severity: 'warning',
        file: REWARD,
        line: 6,
        column: 8,
        path: 'grade',
        params: { grade: 'weak' },
      },
    ])
  })
})

describe('tables', () => {
  test.each([
    [
      'too few limits',
      edited(SIZES, 'classes: [large, small]', 'classes: [large, small, small]'),
      ['class-table.limits vocabulary/size-classes.yaml:8:61'],
    ],
    [
      'rising limits',
      errorsOf(
        buildSample({
          [SIZES]: (SAMPLE_FILES[SIZES] ?? '')
            .replace('classes: [large, small]', 'classes: [large, small, small]')
            .replace('at-least: [300]', 'at-least: [300, 301]'),
        }),
      ),
      ['class-table.limits-order vocabulary/size-classes.yaml:8:61'],
    ],
    [
      'a class outside the list',
      edited(SIZES, 'classes: [large, small]', 'classes: [huge, small]'),
      ['class-table.class-unknown vocabulary/size-classes.yaml:3:11'],
    ],
    [
      'a code in two rows',
      edited(SIZES, 'codes: [C]', 'codes: [C, C]'),
      ['code.repeated vocabulary/size-classes.yaml:6:16'],
    ],
    [
      'maxima that do not add up',
      edited(SCORE, 'max: 20\ngroups', 'max: 21\ngroups'),
      ['score.max-sum city/first/sample.score.yaml:5:6'],
    ],
    [
      'points above the maximum',
      edited(SCORE, 'points: 20', 'points: 21'),
      ['score.points-above-max city/first/sample.score.yaml:14:76'],
    ],
    [
      'an item that is never reached',
      edited(SCORE, 'at-least: 3%', 'at-least: 6%'),
      ['score.item-unreachable city/first/sample.score.yaml:15:13'],
    ],
    [
      'an item without guards in the middle',
      edited(
        SCORE,
        '{ fact: enterprise.rd_ratio, year: last, at-least: 3%, points: 15 }',
        '{ points: 15 }',
      ),
      ['score.item-unreachable city/first/sample.score.yaml:16:13'],
    ],
  ])('%s', (_, errors, expected) => {
    expect(errors).toEqual(expected)
  })
})

describe('accounting', () => {
  test.each([
    [
      'an item without measure',
      'items: 2',
      'items: [1]',
      ['corpus.item-not-covered city/first/instrument.yaml:2:8'],
    ],
    ['every item covered', 'items: 2', 'items: [1, 2]', []],
    [
      'an item that does not exist',
      'items: 2',
      'items: [1, 2, 3]',
      ['corpus.item-unknown city/first/reward.yaml:4:15'],
    ],
  ])('%s', (_, count, items, expected) => {
    const instrument = editSample(INSTRUMENT, 'id: city/first', `id: city/first\n${count}`)
    const reward = editSample(REWARD, 'provision: art-1', `provision: art-1\n${items}`)
    expect(errorsOf(buildSample({ ...instrument, ...reward }))).toEqual(expected)
  })
})

describe('the calendar', () => {
  const calendar = (holidays: string) =>
    errorsOf(
      buildSample({
        'vocabulary/calendar.yaml': `years: [2023]\nholidays: [${holidays}]\nworking-weekends: [2023-01-28]\n`,
      }),
    )
  test.each([
    ['sound', '2023-01-02', []],
    ['a day of another year', '2024-01-01', ['calendar.content vocabulary/calendar.yaml:1:8']],
    ['a day that does not exist', '2023-02-30', ['literal.date vocabulary/calendar.yaml:2:12']],
  ])('%s', (_, holidays, expected) => {
    expect(calendar(holidays)).toEqual(expected)
  })
})
