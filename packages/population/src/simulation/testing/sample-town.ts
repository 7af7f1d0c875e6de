import { type Exact, exact, isoDate, toDayNumber } from '@huiqi/domain'
import {
  type Amount,
  type Benefit,
  type Clock,
  type Condition,
  type Corpus,
  EMPTY_CORPUS,
  type FactDefinition,
  type Measure,
  NOT_FOUND,
  type Operand,
  prepareRulebook,
  type Reference,
  type Rulebook,
  type Test,
} from '@huiqi/engine'
import { codeList, fact, measure } from '../../city/testing/small-rulebook.ts'
import type { Column, Table } from '../../table.ts'

/** The clock of the sample town. */
export const CLOCK: Clock = { asOf: isoDate('2025-07-01'), submittedOn: isoDate('2025-07-01') }

const words = (text: string) => ({ zh: text, en: text })

/** So many 万元 in fen. */
export const wan = (count: number): Exact => exact(BigInt(Math.round(count * 1_000_000)))

/** A literal right-hand side. */
export const literal = (value: Exact | string | boolean): Operand => ({ kind: 'literal', value })

const title = (id: string): readonly FactDefinition[] => [
  fact(`qualification.${id}`, 'boolean', { derivation: { kind: 'validity', qualification: id } }),
  fact(`qualification.${id}.granted_on`, 'date', { source: 'title-register' }),
  fact(`qualification.${id}.valid_until`, 'date', { source: 'title-register' }),
]

const TOWN: Corpus = {
  ...EMPTY_CORPUS,
  facts: [
    fact('enterprise.district', 'code', { codes: 'district', source: 'register' }),
    fact('enterprise.industry', 'code', { codes: 'industry', source: 'register' }),
    fact('enterprise.size_class', 'code', { codes: 'size_class', source: 'statistics' }),
    fact('enterprise.revenue', 'money', { period: 'year', source: 'tax' }),
    fact('enterprise.rd_spending', 'money', { period: 'year', source: 'self', grade: 'C' }),
    fact('enterprise.employees', 'count', { source: 'social-insurance' }),
    fact('enterprise.entered_on', 'date', { source: 'statistics' }),
    fact('enterprise.is_sound', 'boolean', { source: 'officer', isJudgement: true }),
    ...title('specialised_sme'),
    fact('project.kind', 'code', { codes: 'project_kind', source: 'self', grade: 'B' }),
    fact('project.total_investment', 'money', { source: 'self', grade: 'B' }),
    fact('project.approved_investment', 'money', { source: 'officer' }),
    fact('project.has_bank_loan', 'boolean', { source: 'bank' }),
    fact('project.has_financial_lease', 'boolean', { source: 'bank' }),
  ],
  codeLists: [
    codeList('district', { 310101: null, 310115: null }),
    codeList('industry', { C: null, 34: 'C', I: null, 65: 'I' }, true),
    codeList('size_class', { large: null, medium: null, small: null, micro: null }),
    codeList('project_kind', { technical_renovation: null, other: null }),
  ],
  qualifications: [
    { id: 'specialised_sme', name: words('specialised'), validMonths: 36, implies: [] },
  ],
  parameters: [
    {
      id: 'floor',
      name: words('floor'),
      type: 'money',
      values: [{ from: isoDate('2020-01-01'), to: null, value: wan(1000), provision: 'art-1' }],
    },
  ],
  ladders: [
    {
      id: 'tier',
      name: words('tier'),
      rungs: [
        {
          id: 'specialised',
          name: words('specialised'),
          held: 'qualification.specialised_sme',
          measures: [],
          score: null,
        },
      ],
      dates: [],
    },
  ],
}

/** The rules of the sample town with some measures. */
export const townRulebook = (measures: readonly Measure[] = []): Rulebook =>
  prepareRulebook({ ...TOWN, measures })

/** A fact on the left, of last year where the vocabulary has it by year. */
export const factReference = (id: string): Reference => ({
  kind: 'fact',
  fact: id,
  year: TOWN.facts.find((each) => each.id === id)?.period === 'year' ? 'last' : null,
})

/** A comparison. */
export const leafAt = (path: string, id: string, ...tests: readonly Test[]): Condition => ({
  kind: 'leaf',
  path,
  provision: 'art-1',
  says: words(id),
  reference: factReference(id),
  tests,
})

/** Several conditions that all have to hold. */
export const allAt = (...parts: readonly Condition[]): Condition => ({
  kind: 'all',
  path: 'eligible',
  provision: 'art-1',
  says: words('all'),
  parts,
})

/** An award of an amount. */
export const award = (amount: Amount | null, rest: Partial<Benefit> = {}): Benefit => ({
  kind: 'award',
  grants: null,
  amount,
  frequency: 'once',
  sharedBy: null,
  pool: null,
  ...rest,
})

/** Half of last year's R&D for those with a revenue from so many 万元 on, at most so many. */
export const researchAward = (from: number, cap: number): Measure =>
  measure('town/research', {
    eligible: allAt(
      leafAt('eligible.all[0]', 'enterprise.revenue', {
        word: 'at-least',
        value: literal(wan(from)),
      }),
      leafAt('eligible.all[1]', 'enterprise.industry', { word: 'one-of', values: ['C'] }),
    ),
    benefit: award({
      kind: 'limited',
      amount: {
        kind: 'rate',
        rate: literal(exact(1, 2)),
        of: factReference('enterprise.rd_spending'),
      },
      cap: literal(wan(cap)),
      floor: null,
      round: null,
    }),
  })

/** A tenth of the approved investment at most for renovations from the parameter `floor` on. */
export const renovation = (): Measure =>
  measure('town/renovation', {
    about: 'project',
    inForce: { from: isoDate('2023-05-17'), to: NOT_FOUND },
    eligible: allAt(
      leafAt('eligible.all[0]', 'project.kind', {
        word: 'is',
        value: literal('technical_renovation'),
      }),
      leafAt('eligible.all[1]', 'project.total_investment', {
        word: 'at-least',
        value: { kind: 'parameter', parameter: 'floor' },
      }),
    ),
    benefit: award(
      {
        kind: 'at-most',
        amount: {
          kind: 'rate',
          rate: literal(exact(1, 10)),
          of: factReference('project.approved_investment'),
        },
      },
      { kind: 'subsidy', frequency: 'each' },
    ),
  })

/** What a row of the town says; money in 万元; what is left out is not known. */
export interface TownRow {
  readonly district?: string
  readonly industry?: string
  readonly size?: string
  readonly revenue?: number
  readonly research?: number
  readonly employees?: number
  readonly entered?: string
  readonly sound?: boolean
  /** The days of the title. */
  readonly titled?: readonly [string, string]
  readonly kind?: string
  readonly investment?: number
  readonly approved?: number
}

const MISSING = -2_147_483_648
const ONE = { n: 1, d: 1 }
const HUNDREDTH_OF_WAN = { n: 10_000, d: 1 }

const numbers = (
  part: Pick<Column, 'fact' | 'year' | 'type' | 'unit'>,
  values: readonly (number | undefined)[],
): Column => ({
  ...part,
  values: Int32Array.from(values, (value) => value ?? MISSING),
  missing: MISSING,
  never: part.type === 'date' ? MISSING + 1 : null,
  codes: null,
})

const codes = (
  id: string,
  listed: readonly string[],
  values: readonly (string | undefined)[],
): Column => ({
  fact: id,
  year: null,
  type: 'code',
  values: Uint8Array.from(values, (value) => (value === undefined ? 255 : listed.indexOf(value))),
  missing: 255,
  never: null,
  unit: ONE,
  codes: listed,
})

const money = (id: string, year: number | null, values: readonly (number | undefined)[]): Column =>
  numbers(
    { fact: id, year, type: 'money', unit: HUNDREDTH_OF_WAN },
    values.map((value) => (value === undefined ? undefined : Math.round(value * 100))),
  )

const days = (id: string, values: readonly (string | undefined)[]): Column =>
  numbers(
    { fact: id, year: null, type: 'date', unit: ONE },
    values.map((day) => (day === undefined ? undefined : toDayNumber(isoDate(day)))),
  )

const projectColumns = (rows: readonly TownRow[]): readonly Column[] => [
  codes(
    'project.kind',
    ['technical_renovation', 'other'],
    rows.map(({ kind }) => kind),
  ),
  money(
    'project.total_investment',
    null,
    rows.map(({ investment }) => investment),
  ),
  money(
    'project.approved_investment',
    null,
    rows.map(({ approved }) => approved),
  ),
]

/** A table of the sample town; with columns about projects when a row has one. */
export const townTable = (rows: readonly TownRow[]): Table => {
  const truths = rows.map(({ sound }) => (sound === undefined ? undefined : Number(sound)))
  const own = [
    codes(
      'enterprise.district',
      ['310101', '310115'],
      rows.map(({ district }) => district),
    ),
    codes(
      'enterprise.industry',
      ['34', '65'],
      rows.map(({ industry }) => industry),
    ),
    codes(
      'enterprise.size_class',
      ['large', 'medium', 'small', 'micro'],
      rows.map(({ size }) => size),
    ),
    money(
      'enterprise.revenue',
      2024,
      rows.map(({ revenue }) => revenue),
    ),
    money(
      'enterprise.rd_spending',
      2024,
      rows.map(({ research }) => research),
    ),
    numbers(
      { fact: 'enterprise.employees', year: null, type: 'count', unit: ONE },
      rows.map(({ employees }) => employees),
    ),
    days(
      'enterprise.entered_on',
      rows.map(({ entered }) => entered),
    ),
    numbers({ fact: 'enterprise.is_sound', year: null, type: 'boolean', unit: ONE }, truths),
    days(
      'qualification.specialised_sme.granted_on',
      rows.map(({ titled }) => titled?.[0]),
    ),
    days(
      'qualification.specialised_sme.valid_until',
      rows.map(({ titled }) => titled?.[1]),
    ),
  ]
  const hasProjects = rows.some(({ kind }) => kind !== undefined)
  return {
    rows: rows.length,
    columns: hasProjects ? [...own, ...projectColumns(rows)] : own,
    uscc: null,
  }
}
