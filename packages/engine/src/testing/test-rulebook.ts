import { exact, isoDate } from '@huiqi/domain'
import { EMPTY_CORPUS } from '../empty.ts'
import type {
  CodeList,
  Corpus,
  FactDefinition,
  FactType,
  Parameter,
  Qualification,
  Subject,
} from '../model.ts'
import { NOT_FOUND } from '../model.ts'
import { situationOf } from '../resolve-fact.ts'
import type { Rulebook } from '../rulebook.ts'
import { prepareRulebook } from '../rulebook.ts'
import type { Situation } from '../situation.ts'
import type { ScalarInput } from './test-condition.ts'
import { operand, reference, toScalar, words, yuan } from './test-condition.ts'
import type { FactInputs } from './test-enterprise.ts'
import { clockOn, enterprise, thing } from './test-enterprise.ts'

const THINGS: readonly Subject[] = ['project', 'contract', 'loan', 'hire']

/** A fact of the enterprise, or of the thing that its id begins with. */
export const fact = (
  id: string,
  type: FactType,
  rest: Partial<FactDefinition> = {},
): FactDefinition => ({
  id,
  subject: THINGS.find((kind) => id.startsWith(`${kind}.`)) ?? 'enterprise',
  name: words(id),
  type,
  unit: null,
  period: 'point',
  codes: null,
  question: words(`${id}?`),
  source: 'self',
  grade: 'D',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
  ...rest,
})

/** A title without an end of its own. */
export const qualification = (id: string, ...implies: readonly string[]): Qualification => ({
  id,
  name: words(id),
  validMonths: null,
  implies,
})

/** A list of codes, each with its parent or null. */
export const codeList = (
  id: string,
  codes: Readonly<Record<string, string | null>>,
  rest: Partial<CodeList> = {},
): CodeList => ({
  id,
  name: words(id),
  codes: Object.entries(codes).map(([code, parent]) => ({
    code,
    name: words(code),
    ...(parent === null ? {} : { parent }),
  })),
  hasPrefixHierarchy: false,
  ...rest,
})

/** A dated figure from rows of first day, last day (null when open) and value. */
export const parameter = (
  id: string,
  type: FactType,
  rows: readonly (readonly [from: string, to: string | null, value: ScalarInput])[],
): Parameter => ({
  id,
  name: words(id),
  type,
  values: rows.map(([from, to, value]) => ({
    from: isoDate(from),
    to: to === null ? null : isoDate(to),
    value: value === NOT_FOUND ? NOT_FOUND : toScalar(value),
    provision: 'art-1',
  })),
})

const factsOfTitle = ({ id }: Qualification): readonly FactDefinition[] => [
  fact(`qualification.${id}`, 'boolean', { derivation: { kind: 'validity', qualification: id } }),
  fact(`qualification.${id}.granted_on`, 'date'),
  fact(`qualification.${id}.valid_until`, 'date'),
]

const TITLES = [
  qualification('high_tech'),
  qualification('innovative'),
  qualification('specialised', 'innovative'),
  qualification('giant', 'specialised'),
]

const yearlyFormula = (formula: string): Partial<FactDefinition> => ({
  period: 'year',
  derivation: { kind: 'formula', formula },
})

const FACTS: readonly FactDefinition[] = [
  fact('enterprise.revenue', 'money', { period: 'year', effort: 2 }),
  fact('enterprise.rd_spending', 'money', { period: 'year', effort: 3 }),
  fact('enterprise.rd_ratio', 'rate', yearlyFormula('enterprise.rd_spending / enterprise.revenue')),
  fact(
    'enterprise.growth',
    'rate',
    yearlyFormula(
      '(enterprise.revenue - previous(enterprise.revenue)) / previous(enterprise.revenue)',
    ),
  ),
  fact('enterprise.employees', 'count'),
  fact('enterprise.patents', 'count'),
  fact('enterprise.assets', 'money'),
  fact('enterprise.industry', 'code', { codes: 'industry' }),
  fact('enterprise.district', 'code', { codes: 'district' }),
  fact('enterprise.size_class', 'code', {
    codes: 'size_class',
    derivation: { kind: 'class-table', table: 'size_class' },
  }),
  fact('enterprise.founded_on', 'date', { isChangeable: false }),
  fact('enterprise.entered_on', 'date'),
  fact('enterprise.is_listed', 'boolean'),
  fact('enterprise.has_brand', 'boolean'),
  fact('enterprise.is_advanced', 'boolean', { isJudgement: true }),
  fact('project.investment', 'money'),
  fact('project.approved_on', 'date'),
  fact('loan.principal', 'money'),
]

/** Sizes: section C by staff and revenue, section K by revenue, group 701 by staff alone. */
const SIZES: Corpus['classTables'][number] = {
  id: 'size_class',
  classes: ['large', 'medium', 'small', 'micro'],
  by: 'enterprise.industry',
  rows: [
    {
      codes: ['C'],
      limits: [
        {
          reference: reference('enterprise.employees'),
          atLeast: [1000, 300, 20].map(operand),
        },
        {
          reference: reference('enterprise.revenue@last'),
          atLeast: [400_000_000, 20_000_000, 3_000_000].map(yuan).map(operand),
        },
      ],
    },
    {
      codes: ['K'],
      limits: [
        {
          reference: reference('enterprise.revenue@last'),
          atLeast: [2_000_000_000, 10_000_000, 1_000_000].map(yuan).map(operand),
        },
      ],
    },
    {
      codes: ['701'],
      limits: [
        { reference: reference('enterprise.employees'), atLeast: [300, 100, 10].map(operand) },
      ],
    },
  ],
}

/** The vocabulary that the tests share; no measures. */
export const SAMPLE: Corpus = {
  ...EMPTY_CORPUS,
  facts: [...FACTS, ...TITLES.flatMap(factsOfTitle)],
  codeLists: [
    codeList(
      'industry',
      { A: null, C: null, 40: 'C', K: null, 70: 'K' },
      { hasPrefixHierarchy: true },
    ),
    codeList('district', { 310101: null, 310115: null }),
    codeList('size_class', { large: null, medium: null, small: null, micro: null }),
  ],
  qualifications: TITLES,
  parameters: [
    parameter('revenue_floor', 'money', [
      ['2023-01-01', '2023-12-31', yuan(100)],
      ['2024-01-01', '2024-12-31', NOT_FOUND],
      ['2025-01-01', null, yuan(200)],
    ]),
    parameter('cap', 'money', [['2020-01-01', null, yuan(1000)]]),
    parameter('rate', 'rate', [['2020-01-01', null, exact(1, 10)]]),
    parameter('award', 'money', [['2020-01-01', null, NOT_FOUND]]),
  ],
  classTables: [SIZES],
}

/** The sample vocabulary with more of everything. */
export const rulebookWith = (more: Partial<Corpus> = {}): Rulebook =>
  prepareRulebook({
    ...SAMPLE,
    ...more,
    facts: [...SAMPLE.facts, ...(more.facts ?? [])],
    parameters: [...SAMPLE.parameters, ...(more.parameters ?? [])],
  })

/** What a situation is made of; every part may be left out. */
export interface Given {
  readonly rulebook?: Rulebook
  readonly facts?: FactInputs
  /** Facts of the thing that is asked for. */
  readonly thing?: FactInputs
  /** 2025-06-01 unless given. */
  readonly asOf?: string
  /** The day of `asOf` unless given. */
  readonly submittedOn?: string
}

/** A situation over the sample vocabulary. */
export const situationWith = (given: Given = {}): Situation =>
  situationOf(given.rulebook ?? rulebookWith(), enterprise(given.facts ?? {}), {
    clock: clockOn(given.asOf ?? '2025-06-01', given.submittedOn ?? given.asOf ?? '2025-06-01'),
    thing: given.thing === undefined ? null : thing('thing-1', given.thing),
  })
