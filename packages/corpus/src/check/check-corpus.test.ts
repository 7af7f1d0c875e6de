import { describe, expect, test } from 'vitest'
import { buildSample, editSample, errorsOf } from '../sample-policies.ts'

const REWARD = 'city/first/reward.yaml'
const PARAMETERS = 'city/first/parameters.yaml'
const IDENTITY = 'vocabulary/facts/identity.yaml'
const FINANCE = 'vocabulary/facts/finance.yaml'
const INSTRUMENT = 'city/first/instrument.yaml'
const AMOUNT =
  'amount: { rate: 5%, of: enterprise.rd_spending, year: last, cap: 50万元, round: { to: 1元, mode: down } }'

const edited = (path: string, from: string, to: string) =>
  errorsOf(buildSample(editSample(path, from, to)))
const withAmount = (amount: string) => edited(REWARD, AMOUNT, `amount: ${amount}`)

const RATIO = 'fact: enterprise.rd_ratio, year: last'

describe('names', () => {
  test.each([
    [
      'an unknown agency',
      edited(REWARD, 'lead: sheitc', 'lead: shetc'),
      ['agency.unknown city/first/reward.yaml:4:7'],
    ],
    [
      'an unknown measure',
      edited(REWARD, 'delivery: apply', 'delivery: apply\nreplaces: [city/first/award]'),
      ['measure.unknown city/first/reward.yaml:6:12'],
    ],
    [
      'itself',
      edited(REWARD, 'delivery: apply', 'delivery: apply\nreplaces: [city/first/reward]'),
      ['measure.self-reference city/first/reward.yaml:6:12'],
    ],
    [
      'an unknown pool',
      edited(REWARD, 'frequency: once', 'frequency: once\n  pool: none'),
      ['pool.unknown city/first/reward.yaml:15:9'],
    ],
    [
      'an unknown stacking group',
      edited(REWARD, 'delivery: apply', 'delivery: apply\nstacking: [none]'),
      ['stacking.unknown city/first/reward.yaml:6:12'],
    ],
    [
      'an unknown title',
      edited(REWARD, 'frequency: once', 'frequency: once\n  grants: higtech'),
      [
        'benefit.grants-unwanted city/first/reward.yaml:15:11',
        'qualification.unknown city/first/reward.yaml:15:11',
      ],
    ],
    [
      'an unknown code list',
      edited(IDENTITY, 'codes: size_class', 'codes: size'),
      ['code-list.unknown vocabulary/facts/identity.yaml:19:12'],
    ],
    [
      'an unknown class table',
      edited(IDENTITY, 'class-table: size_class', 'class-table: size'),
      ['class-table.unknown vocabulary/facts/identity.yaml:20:28'],
    ],
    [
      'an unknown score table',
      edited(IDENTITY, 'score: sample', 'score: simple'),
      ['score-table.unknown vocabulary/facts/identity.yaml:36:22'],
    ],
    [
      'an unknown group of a score',
      edited(IDENTITY, 'score: sample', 'score: sample, group: two'),
      ['score-table.group-unknown vocabulary/facts/identity.yaml:36:37'],
    ],
    [
      'an unknown provision of a parameter',
      edited(PARAMETERS, 'provision: art-1', 'provision: art-7'),
      ['provision.unknown city/first/parameters.yaml:6:71'],
    ],
    [
      'a folder without instrument',
      errorsOf(buildSample({ [INSTRUMENT]: null })),
      ['instrument.unknown city/first/reward.yaml:1:5'],
    ],
    [
      'an unknown parent of a code',
      edited('vocabulary/industries.yaml', 'parent: A', 'parent: B'),
      ['code.parent-unknown vocabulary/industries.yaml:4:50'],
    ],
  ])('%s', (_, errors, expected) => {
    expect(errors).toEqual(expected)
  })

  test('an id that is not the path', () => {
    expect(edited(REWARD, 'id: city/first/reward', 'id: city/first/award')).toEqual([
      'id.not-path city/first/reward.yaml:1:5',
    ])
  })

  test('a fact written in two files', () => {
    const again =
      'facts:\n  enterprise.revenue:\n    name: { zh: 收入, en: Revenue }\n    type: money\n    question: { zh: 多少？, en: How much? }\n    source: tax\n    grade: A\n'
    expect(errorsOf(buildSample({ 'vocabulary/facts/more.yaml': again }))).toEqual([
      'id.duplicate vocabulary/facts/more.yaml:2:3',
    ])
  })
})

describe('facts of a thing in a measure', () => {
  const FOR_PROJECT = 'delivery: apply\nabout: project'
  const evidence = (fact: string) => `evidence:
  - { id: accounts, name: { zh: 材料, en: papers }, proves: [enterprise.revenue, ${fact}], grade: B }`
  const proving = (delivery: string, fact: string) =>
    edited(REWARD, 'delivery: apply', `${delivery}\n${evidence(fact)}`)
  const titled = '{ fact: qualification.high_tech, is: true'
  const invested = '{ fact: project.total_investment, at-least: 1元'
  const asking = (delivery: string) => {
    const changed = editSample(REWARD, titled, invested)[REWARD] ?? ''
    return errorsOf(buildSample({ [REWARD]: changed.replace('delivery: apply', delivery) }))
  }
  const amountOf = (source: string) =>
    withAmount(`{ rate: 5%, of: ${source}, round: { to: 1元, mode: down } }`)

  test.each([
    [
      'asked of the enterprise',
      asking('delivery: apply'),
      ['fact.other-subject city/first/reward.yaml:9:15'],
    ],
    ['asked of the project that it is about', asking(FOR_PROJECT), []],
    [
      'asked of a loan',
      asking('delivery: apply\nabout: loan'),
      ['fact.other-subject city/first/reward.yaml:10:15'],
    ],
    [
      'counted for the enterprise',
      amountOf('project.total_investment'),
      ['fact.other-subject city/first/reward.yaml:13:23'],
    ],
    [
      'in a formula for the enterprise',
      withAmount(
        '{ formula: project.total_investment * 0.1, cap: 50万元, round: { to: 1元, mode: down } }',
      ),
      ['fact.other-subject city/first/reward.yaml:13:22'],
    ],
    [
      'proved for the enterprise',
      proving('delivery: apply', 'project.total_investment'),
      ['fact.other-subject city/first/reward.yaml:7:80'],
    ],
    ['proved for the project', proving(FOR_PROJECT, 'project.total_investment'), []],
    [
      'proved although it is not there',
      proving('delivery: apply', 'project.nothing'),
      ['fact.unknown city/first/reward.yaml:7:80'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})

describe('facts', () => {
  test.each([
    [
      'derived in a circle',
      edited(
        FINANCE,
        'derive: { formula: enterprise.rd_spending / enterprise.revenue }',
        'derive: { formula: enterprise.rd_ratio + 0 }',
      ),
      ['fact.cycle vocabulary/facts/finance.yaml:20:13'],
    ],
    [
      'derived from its own year before',
      edited(
        FINANCE,
        'derive: { formula: enterprise.rd_spending / enterprise.revenue }',
        'derive: { formula: previous(enterprise.rd_ratio) + 0 }',
      ),
      [],
    ],
    [
      'a formula of another type',
      edited(FINANCE, 'enterprise.rd_spending / enterprise.revenue', 'enterprise.rd_spending'),
      ['formula.type vocabulary/facts/finance.yaml:20:24'],
    ],
    [
      'a class that is no code',
      edited(IDENTITY, 'type: code\n    codes: size_class', 'type: boolean'),
      ['fact.derivation-type vocabulary/facts/identity.yaml:18:11'],
    ],
    [
      'a code without list',
      edited(IDENTITY, '    codes: size_class\n', ''),
      ['fact.codes-missing vocabulary/facts/identity.yaml:18:11'],
    ],
    [
      'a count without unit',
      edited(FINANCE, '    unit: { zh: 人, en: people }\n', ''),
      ['fact.unit-missing vocabulary/facts/finance.yaml:23:11'],
    ],
    [
      'no question',
      edited(IDENTITY, '    question: { zh: 何时成立？, en: When was it founded? }\n', ''),
      ['fact.question-missing vocabulary/facts/identity.yaml:10:5'],
    ],
    [
      'a name that is no fact name',
      edited(IDENTITY, 'enterprise.founded_on', 'company.founded'),
      ['fact.id vocabulary/facts/identity.yaml:9:3'],
    ],
  ])('%s', (_, errors, expected) => {
    expect(errors).toEqual(expected)
  })

  test('a fact that nothing reads is a warning', () => {
    const { issues } = buildSample()
    expect(issues.map(({ code, severity, params }) => ({ code, severity, params }))).toContainEqual(
      {
        code: 'fact.unused',
        severity: 'warning',
        params: { fact: 'enterprise.founded_on' },
      },
    )
  })
})

describe('periods', () => {
  test.each([
    [
      'an end before the beginning',
      edited(REWARD, 'to: not-found', 'to: 2023-05-16'),
      ['period.order city/first/reward.yaml:6:35'],
    ],
    ['a period of one day', edited(REWARD, 'to: not-found', 'to: 2023-05-17'), []],
    [
      'a call that ends before it begins',
      edited(
        REWARD,
        'delivery: apply',
        'delivery: apply\ncalls: [{ id: one, from: 2024-02-01, to: 2024-01-31 }]',
      ),
      ['period.order city/first/reward.yaml:6:42'],
    ],
    [
      'a day without value',
      edited(PARAMETERS, 'to: 2023-12-31', 'to: 2023-12-30'),
      ['parameter.gap city/first/parameters.yaml:7:17'],
    ],
    [
      'two values on a day',
      edited(PARAMETERS, 'to: 2023-12-31', 'to: 2024-01-01'),
      ['parameter.overlap city/first/parameters.yaml:7:17'],
    ],
    [
      'values in the wrong order',
      edited(PARAMETERS, 'from: 2024-01-01', 'from: 2022-01-01'),
      ['parameter.order city/first/parameters.yaml:7:17'],
    ],
    ['an end left out before the next value', edited(PARAMETERS, ' to: 2023-12-31,', ''), []],
  ])('%s', (_, errors, expected) => {
    expect(errors).toEqual(expected)
  })
})

describe('amounts', () => {
  test.each([
    ['no form', withAmount('{ cap: 50万元 }'), ['amount.form city/first/reward.yaml:13:11']],
    [
      'two forms',
      withAmount('{ fixed: 1元, formula: yuan(1) }'),
      ['amount.form city/first/reward.yaml:13:11'],
    ],
    [
      'a base that is no money',
      withAmount('{ rate: 5%, of: enterprise.employees, year: last }'),
      ['amount.reference-type city/first/reward.yaml:13:27'],
    ],
    [
      'a rate without base',
      withAmount('{ rate: 5% }'),
      ['schema.missing-key city/first/reward.yaml:13:11'],
    ],
    [
      'a base without rate',
      withAmount('{ fixed: 1元, of: enterprise.rd_spending }'),
      ['amount.stray-key city/first/reward.yaml:13:24'],
    ],
    [
      'a formula that gives a number',
      withAmount('{ formula: 1 + 1 }'),
      ['formula.type city/first/reward.yaml:13:22'],
    ],
    [
      'a rounding step of nothing',
      withAmount('{ fixed: 1元, round: { to: 0元, mode: down } }'),
      ['literal.money city/first/reward.yaml:13:37'],
    ],
    [
      'a band after one without guards',
      withAmount('{ first: [ { amount: 1元 }, { amount: 2元 } ] }'),
      ['amount.band-unreachable city/first/reward.yaml:13:38'],
    ],
    [
      'a band inside an earlier one',
      withAmount(
        `{ first: [ { if: [ { ${RATIO}, at-least: 3% } ], amount: 1元 }, { if: [ { ${RATIO}, at-least: 5% } ], amount: 2元 } ] }`,
      ),
      ['amount.band-unreachable city/first/reward.yaml:13:103'],
    ],
    [
      'bands that cover all before the last',
      withAmount(
        `{ first: [ { if: [ { ${RATIO}, at-least: 3% } ], amount: 1元 }, { if: [ { ${RATIO}, less-than: 3% } ], amount: 2元 }, { amount: 3元 } ] }`,
      ),
      ['amount.band-unreachable city/first/reward.yaml:13:185'],
    ],
    [
      'bands in falling order',
      withAmount(
        `{ first: [ { if: [ { ${RATIO}, at-least: 5% } ], amount: 2元 }, { if: [ { ${RATIO}, at-least: 3% } ], amount: 1元 } ] }`,
      ),
      [],
    ],
    [
      'a band that the conditions exclude',
      withAmount(
        '{ first: [ { if: [ { fact: enterprise.rd_spending, year: last, at-most: 0元 } ], amount: 1元 }, { amount: 2元 } ] }',
      ),
      ['amount.band-unreachable city/first/reward.yaml:13:22'],
    ],
    ['a dated figure', withAmount('{ at-most: { parameter: city/first/threshold } }'), []],
    [
      'no amount for an award',
      edited(REWARD, `  ${AMOUNT}\n`, ''),
      ['benefit.amount-missing city/first/reward.yaml:12:3'],
    ],
    [
      'shares beyond the whole',
      edited(
        REWARD,
        'frequency: once',
        'frequency: once\n  shared-by: { city: 50%, district: 50.01% }',
      ),
      ['benefit.shares-sum city/first/reward.yaml:15:14'],
    ],
    [
      'known shares below the whole',
      edited(
        REWARD,
        'frequency: once',
        'frequency: once\n  shared-by: { city: 50%, district: 49.99% }',
      ),
      ['benefit.shares-sum city/first/reward.yaml:15:14'],
    ],
    [
      'a share that was not found',
      edited(
        REWARD,
        'frequency: once',
        'frequency: once\n  shared-by: { city: 50%, district: not-found }',
      ),
      [],
    ],
  ])('%s', (_, errors, expected) => {
    expect(errors).toEqual(expected)
  })
})
