import { describe, expect, test } from 'vitest'
import { buildSample, editSample, errorsOf } from './sample-policies.ts'

const REWARD = 'city/first/reward.yaml'
const FINANCE = 'vocabulary/facts/finance.yaml'
const LEAF =
  '{ fact: enterprise.rd_spending, year: last, more-than: 0元, says: { zh: 有研发, en: has R&D } }'
const SAYS = 'says: { zh: 条件, en: condition }'

const withLeaf = (leaf: string) => buildSample(editSample(REWARD, LEAF, leaf))
const edited = (path: string, from: string, to: string) => buildSample(editSample(path, from, to))

test('the sample folder has no errors', () => {
  expect(errorsOf(buildSample())).toEqual([])
})

describe('notation and shape', () => {
  test.each([
    [
      'broken YAML',
      edited(REWARD, 'lead: sheitc', 'lead: [sheitc'),
      ['yaml.syntax city/first/reward.yaml:5:1'],
    ],
    [
      'a key twice',
      edited(REWARD, 'lead: sheitc', 'lead: sheitc\nlead: sheitc'),
      ['yaml.duplicate-key city/first/reward.yaml:5:1'],
    ],
    [
      'an anchor',
      edited(REWARD, 'lead: sheitc', 'lead: &x sheitc'),
      ['yaml.anchor city/first/reward.yaml:4:10'],
    ],
    [
      'an unknown key',
      edited(REWARD, 'delivery: apply', 'delivery: apply\nlaed: x'),
      ['schema.unknown-key city/first/reward.yaml:6:1'],
    ],
    [
      'a missing key',
      edited(REWARD, 'lead: sheitc\n', ''),
      ['schema.missing-key city/first/reward.yaml:1:1'],
    ],
    [
      'a value outside the list',
      edited(REWARD, 'delivery: apply', 'delivery: aply'),
      ['schema.value city/first/reward.yaml:5:11'],
    ],
    [
      'a list where a text belongs',
      edited(REWARD, 'lead: sheitc', 'lead: [sheitc]'),
      ['schema.type city/first/reward.yaml:4:7'],
    ],
    [
      'a missing translation',
      edited(REWARD, 'name: { zh: 研发奖励, en: R&D reward }', 'name: { zh: 研发奖励 }'),
      ['text.untranslated city/first/reward.yaml:2:7'],
    ],
    [
      'Chinese without Chinese',
      edited(REWARD, 'zh: 研发奖励, en', 'zh: reward, en'),
      ['text.no-han city/first/reward.yaml:2:13'],
    ],
    [
      'Chinese in English',
      edited(REWARD, 'en: R&D reward', 'en: R&D 奖励'),
      ['text.han-in-english city/first/reward.yaml:2:23'],
    ],
    [
      'an empty text',
      edited(REWARD, 'en: R&D reward', 'en: ""'),
      ['text.empty city/first/reward.yaml:2:23'],
    ],
    [
      'a file of another kind',
      buildSample({ 'city/first/notes.txt': 'x' }),
      ['file.unknown city/first/notes.txt:undefined:undefined'],
    ],
  ])('%s', (_, built, expected) => {
    expect(errorsOf(built)).toEqual(expected)
  })

  test('Chinese in quotation marks or brackets may stand in English', () => {
    expect(errorsOf(edited(REWARD, 'en: R&D reward', 'en: the “四上” reward (专精特新)'))).toEqual(
      [],
    )
  })

  test('an unknown key comes with the nearest known ones', () => {
    const built = edited(REWARD, 'delivery: apply', 'delivery: apply\nlaed: x')
    expect(built.issues[0]?.params).toEqual({ key: 'laed', similar: ['lead'] })
  })

  test('every problem is found at once', () => {
    const first = editSample(REWARD, 'lead: sheitc', 'lead: shetc')
    const second = editSample(FINANCE, 'type: count', 'type: cuont')
    expect(errorsOf(buildSample({ ...first, ...second }))).toEqual([
      'agency.unknown city/first/reward.yaml:4:7',
      'schema.value vocabulary/facts/finance.yaml:23:11',
    ])
  })
})

describe('conditions', () => {
  test.each([
    [
      'an unknown fact',
      `{ fact: enterprise.revenu, year: last, at-least: 1元, ${SAYS} }`,
      'fact.unknown',
      15,
    ],
    [
      'a fact of another subject',
      `{ fact: project.total_investment, at-least: 1元, ${SAYS} }`,
      'fact.other-subject',
      15,
    ],
    [
      'a yearly fact without year',
      `{ fact: enterprise.revenue, at-least: 1元, ${SAYS} }`,
      'fact.year-missing',
      7,
    ],
    [
      'a plain fact with a year',
      `{ fact: enterprise.founded_on, year: last, is: never, ${SAYS} }`,
      'fact.year-unwanted',
      44,
    ],
    [
      'money without unit',
      `{ fact: enterprise.revenue, year: last, at-least: 100, ${SAYS} }`,
      'literal.money-unit',
      57,
    ],
    [
      'a rate without percent sign',
      `{ fact: enterprise.rd_ratio, year: last, at-least: 0.05, ${SAYS} }`,
      'literal.rate',
      58,
    ],
    [
      'a fraction of a person',
      `{ fact: enterprise.employees, year: last, at-least: 1.5, ${SAYS} }`,
      'literal.count',
      59,
    ],
    [
      'a day that does not exist',
      `{ fact: enterprise.founded_on, not-before: 2023-02-30, ${SAYS} }`,
      'literal.date',
      50,
    ],
    [
      'never with an order',
      `{ fact: enterprise.founded_on, not-before: never, ${SAYS} }`,
      'literal.never',
      50,
    ],
    [
      'text for a truth',
      `{ fact: enterprise.is_independent, is: 'yes', ${SAYS} }`,
      'literal.boolean',
      46,
    ],
    [
      'an unknown code',
      `{ fact: enterprise.industry, one-of: [C, Z], ${SAYS} }`,
      'code.unknown',
      48,
    ],
    [
      'a code of another section',
      `{ fact: enterprise.industry, one-of: [A40], ${SAYS} }`,
      'code.unknown',
      45,
    ],
    [
      'an order word for a truth',
      `{ fact: enterprise.is_independent, at-least: 1, ${SAYS} }`,
      'test.word-for-type',
      42,
    ],
    ['no comparison', `{ fact: enterprise.is_independent, ${SAYS} }`, 'test.missing', 7],
    ['no statement', '{ fact: enterprise.is_independent, is: true }', 'condition.says-missing', 7],
    [
      'a fact beside a group',
      `{ fact: enterprise.is_independent, is: true, any: [], ${SAYS} }`,
      'condition.kind',
      7,
    ],
    [
      'an unknown parameter',
      `{ fact: enterprise.revenue, year: last, at-least: { parameter: city/first/treshold }, ${SAYS} }`,
      'parameter.unknown',
      70,
    ],
    [
      'a parameter of another type',
      `{ fact: enterprise.rd_ratio, year: last, at-least: { parameter: city/first/threshold }, ${SAYS} }`,
      'parameter.type',
      71,
    ],
    [
      'a formula that does not parse',
      `{ formula: last(enterprise.revenue) >, type: boolean, is: true, ${SAYS} }`,
      'feel.syntax',
      44,
    ],
    [
      'an unknown name in a formula',
      `{ formula: 1 + enterprise.employes, type: number, at-least: 1, ${SAYS} }`,
      'feel.unknown-name',
      22,
    ],
    [
      'a formula of another type',
      `{ formula: last(enterprise.revenue), type: number, at-least: 1, ${SAYS} }`,
      'formula.type',
      18,
    ],
    [
      'an unknown provision',
      `{ fact: enterprise.is_independent, is: true, provision: art-9, ${SAYS} }`,
      'provision.unknown',
      63,
    ],
  ])('%s', (_, leaf, code, column) => {
    expect(errorsOf(withLeaf(leaf))).toEqual([`${code} city/first/reward.yaml:10:${column}`])
  })

  test.each([
    [
      'a range without numbers',
      `{ fact: enterprise.employees, year: last, at-least: 20, less-than: 20, ${SAYS} }`,
      ['condition.contradiction'],
    ],
    [
      'every number',
      `{ fact: enterprise.employees, year: last, at-least: 0, ${SAYS} }`,
      ['condition.tautology'],
    ],
    [
      'no code left',
      `{ fact: enterprise.industry, one-of: [C], none-of: [C], ${SAYS} }`,
      ['condition.contradiction'],
    ],
    [
      'either way of a truth',
      `{ any: [ { fact: enterprise.is_independent, is: true, ${SAYS} }, { fact: enterprise.is_independent, is: false, ${SAYS} } ], ${SAYS} }`,
      ['condition.tautology'],
    ],
    [
      'below or from a number up',
      `{ any: [ { fact: enterprise.rd_ratio, year: last, less-than: 3%, ${SAYS} }, { fact: enterprise.rd_ratio, year: last, at-least: 3%, ${SAYS} } ], ${SAYS} }`,
      ['condition.tautology'],
    ],
    [
      'below or above a number',
      `{ any: [ { fact: enterprise.rd_ratio, year: last, less-than: 3%, ${SAYS} }, { fact: enterprise.rd_ratio, year: last, more-than: 3%, ${SAYS} } ], ${SAYS} }`,
      [],
    ],
    [
      'a branch inside another',
      `{ any: [ { fact: enterprise.rd_ratio, year: last, at-least: 3%, ${SAYS} }, { fact: enterprise.rd_ratio, year: last, at-least: 5%, ${SAYS} } ], ${SAYS} }`,
      ['condition.redundant'],
    ],
    [
      'a code inside its section',
      `{ all: [ { fact: enterprise.industry, one-of: [C], ${SAYS} }, { fact: enterprise.industry, one-of: ['40'], ${SAYS} } ], ${SAYS} }`,
      ['condition.redundant'],
    ],
    [
      'an exception that excludes everybody',
      `{ except: [ { fact: qualification.high_tech, is: true, ${SAYS} } ], ${SAYS} }`,
      ['condition.contradiction'],
    ],
    [
      'an exception that excludes nobody',
      `{ except: [ { fact: qualification.high_tech, is: false, ${SAYS} } ], ${SAYS} }`,
      ['condition.redundant'],
    ],
    [
      'a branch against the other conditions',
      `{ any: [ { fact: qualification.high_tech, is: false, ${SAYS} }, { fact: enterprise.is_independent, is: true, ${SAYS} } ], ${SAYS} }`,
      ['condition.contradiction'],
    ],
    [
      'days in the wrong order',
      `{ fact: enterprise.founded_on, within: { from: 2024-01-02, to: 2024-01-01 }, ${SAYS} }`,
      ['condition.contradiction'],
    ],
    [
      'a single day',
      `{ fact: enterprise.founded_on, within: { from: 2024-01-01, to: 2024-01-01 }, ${SAYS} }`,
      [],
    ],
    [
      'a dated figure beside a number',
      `{ fact: enterprise.revenue, year: last, at-least: { parameter: city/first/threshold }, less-than: 40000万元, ${SAYS} }`,
      [],
    ],
  ])('%s', (_, leaf, codes) => {
    expect(
      withLeaf(leaf)
        .issues.filter((i) => i.severity === 'error')
        .map((i) => i.code),
    ).toEqual(codes)
  })

  test('of two equal branches the second is superfluous', () => {
    const branch = `{ fact: enterprise.rd_ratio, year: last, at-least: 3%, ${SAYS} }`
    const { issues } = withLeaf(`{ any: [ ${branch}, ${branch} ], ${SAYS} }`)
    expect(
      issues.filter(({ code }) => code === 'condition.redundant').map(({ path }) => path),
    ).toEqual(['eligible.all[1].any[1]'])
  })

  test('a measure with a fault is left out', () => {
    const { corpus } = withLeaf(`{ fact: enterprise.industry, one-of: [C, Z], ${SAYS} }`)
    expect(corpus.measures).toEqual([])
  })

  test('a formula fault in a folded text points into the text', () => {
    const leaf = `formula: >-\n        last(enterprise.revenue)\n        + last(enterprise.revenu)\n      type: money\n      at-least: 1元\n      ${SAYS}`
    expect(errorsOf(withLeaf(leaf))).toEqual(['feel.unknown-name city/first/reward.yaml:12:11'])
  })

  test('each year of `years` becomes a condition of its own', () => {
    const { corpus } = withLeaf(
      `{ fact: enterprise.rd_ratio, years: [last, before-last], at-least: 3%, ${SAYS} }`,
    )
    const eligible = corpus.measures[0]?.eligible
    const group = eligible?.kind === 'all' ? eligible.parts[1] : null
    const test = { word: 'at-least', value: { kind: 'literal', value: { n: 3n, d: 100n } } }
    expect(group).toEqual({
      kind: 'all',
      path: 'eligible.all[1]',
      provision: 'art-1',
      says: { zh: '条件', en: 'condition' },
      parts: [
        {
          kind: 'leaf',
          path: 'eligible.all[1].years[0]',
          provision: 'art-1',
          says: { zh: '条件（上年度）', en: 'condition (last year)' },
          reference: { kind: 'fact', fact: 'enterprise.rd_ratio', year: 'last' },
          tests: [test],
        },
        {
          kind: 'leaf',
          path: 'eligible.all[1].years[1]',
          provision: 'art-1',
          says: { zh: '条件（上上年度）', en: 'condition (the year before last)' },
          reference: { kind: 'fact', fact: 'enterprise.rd_ratio', year: 'before-last' },
          tests: [test],
        },
      ],
    })
  })
})
