import { type Exact, exact, isoDate } from '@huiqi/domain'
import {
  type Amount,
  type Clock,
  type Condition,
  type Corpus,
  EMPTY_CORPUS,
  type FactDefinition,
  type FactType,
  type Group,
  type Guard,
  type Leaf,
  type Measure,
  type Operand,
  prepareRulebook,
  type Qualification,
  type Reference,
  type Rulebook,
  type Scalar,
  type Test,
  type YearReference,
} from '@huiqi/engine'
import { codeList, fact, measure } from '../city/testing/small-rulebook.ts'

/** The day of the tests. */
export const CLOCK: Clock = { asOf: isoDate('2025-07-01'), submittedOn: isoDate('2025-07-01') }

const words = (text: string) => ({ zh: text, en: text })

/** A hole in the text. */
export const HOLE: Operand = { kind: 'not-found' }

/** A dated parameter. */
export const parameterNamed = (parameter: string): Operand => ({ kind: 'parameter', parameter })

/** What a test may write on the right: a number means an exact one. */
export type Given = Scalar | number | Operand

/** A right-hand side. */
export const operand = (given: Given): Operand => {
  if (typeof given === 'number') return { kind: 'literal', value: exact(given) }
  return typeof given === 'object' && 'kind' in given ? given : { kind: 'literal', value: given }
}

/** One comparison. */
export const compared = (
  word: Exclude<Test['word'], 'one-of' | 'none-of'>,
  given: Given,
): Test => ({
  word,
  value: operand(given),
})

/** `at-least` */
export const atLeast = (given: Given): Test => compared('at-least', given)

/** `less-than` */
export const lessThan = (given: Given): Test => compared('less-than', given)

/** `is` */
export const is = (given: Given): Test => compared('is', given)

/** `one-of` */
export const oneOf = (...values: readonly string[]): Test => ({ word: 'one-of', values })

/** `none-of` */
export const noneOf = (...values: readonly string[]): Test => ({ word: 'none-of', values })

const YEARS: readonly YearReference[] = ['this', 'last', 'before-last']

/** `enterprise.revenue@last`, or a formula of a type behind `=`. */
export const reference = (text: string, type: FactType = 'number'): Reference => {
  if (text.startsWith('=')) {
    return { kind: 'formula', formula: text.slice(1).trim(), type, unit: null }
  }
  const [name = '', year] = text.split('@')
  return { kind: 'fact', fact: name, year: YEARS.find((each) => each === year) ?? null }
}

/** Comparisons of one value. */
export const guard = (text: string, ...tests: readonly Test[]): Guard => ({
  reference: reference(text),
  tests,
})

/** A leaf. */
export const leaf = (text: string, ...tests: readonly Test[]): Leaf => ({
  ...guard(text, ...tests),
  kind: 'leaf',
  path: text,
  provision: 'art-1',
  says: words(text),
})

/** A formula that must be true. */
export const holds = (formula: string): Leaf => ({
  ...leaf(formula, is(true)),
  reference: reference(`= ${formula}`, 'boolean'),
})

/** A group of conditions. */
export const group = (kind: Group['kind'], ...parts: readonly Condition[]): Group => ({
  kind,
  path: kind,
  provision: 'art-1',
  says: words(kind),
  parts,
})

/** A measure with a condition; `gives` is its amount. */
export const measureWith = (
  id: string,
  eligible: Condition | null,
  gives: Amount | null = null,
): Measure =>
  measure(id, {
    eligible,
    benefit: {
      kind: 'award',
      grants: null,
      amount: gives,
      frequency: 'once',
      sharedBy: null,
      pool: null,
    },
  })

const title = (id: string, ...implies: readonly string[]): Qualification => ({
  id,
  name: words(id),
  validMonths: null,
  implies,
})

const TITLES = [
  title('innovative'),
  title('specialised', 'innovative'),
  title('giant', 'specialised'),
]

const factsOfTitle = ({ id }: Qualification): readonly FactDefinition[] => [
  fact(`qualification.${id}`, 'boolean', { derivation: { kind: 'validity', qualification: id } }),
  fact(`qualification.${id}.granted_on`, 'date'),
  fact(`qualification.${id}.valid_until`, 'date'),
]

const byFormula = (formula: string): Partial<FactDefinition> => ({
  derivation: { kind: 'formula', formula },
})

const yearly = (more: Partial<FactDefinition> = {}): Partial<FactDefinition> => ({
  period: 'year',
  ...more,
})

const byScore = (of: string | null): Partial<FactDefinition> => ({
  derivation: { kind: 'score', table: 'sample', group: of },
})

const FACTS: readonly FactDefinition[] = [
  fact('enterprise.revenue', 'money', yearly()),
  fact('enterprise.rd_spending', 'money', yearly()),
  fact(
    'enterprise.rd_ratio',
    'rate',
    yearly(byFormula('enterprise.rd_spending / enterprise.revenue')),
  ),
  fact(
    'enterprise.growth',
    'rate',
    yearly(byFormula('enterprise.revenue / previous(enterprise.revenue) - 1')),
  ),
  fact('enterprise.assets', 'money'),
  fact('enterprise.employees', 'count'),
  fact('enterprise.share', 'rate'),
  fact('enterprise.industry', 'code', { codes: 'industry' }),
  fact('enterprise.district', 'code', { codes: 'district' }),
  fact('enterprise.size_class', 'code', {
    codes: 'size_class',
    derivation: { kind: 'class-table', table: 'size_class' },
  }),
  fact('enterprise.founded_on', 'date'),
  fact('enterprise.entered_on', 'date'),
  fact('enterprise.is_listed', 'boolean'),
  fact('enterprise.has_brand', 'boolean'),
  fact('enterprise.is_exporter', 'boolean'),
  fact('enterprise.is_advanced', 'boolean', { isJudgement: true }),
  fact(
    'enterprise.is_open',
    'boolean',
    byFormula('enterprise.is_listed or enterprise.is_exporter'),
  ),
  fact('score.sample', 'number', byScore(null)),
  fact('score.sample.growth', 'number', byScore('growth')),
  fact('project.investment', 'money'),
  fact('project.is_green', 'boolean'),
  fact('loan.principal', 'money'),
]

const limit = (
  name: string,
  ...bounds: readonly number[]
): Corpus['classTables'][number]['rows'][number]['limits'][number] => ({
  reference: reference(name),
  atLeast: bounds.map(operand),
})

/** Sizes: section C by staff and revenue, section K by revenue, group 701 by staff. */
const SIZES: Corpus['classTables'][number] = {
  id: 'size_class',
  classes: ['large', 'medium', 'small', 'micro'],
  by: 'enterprise.industry',
  rows: [
    {
      codes: ['C'],
      limits: [
        limit('enterprise.employees', 1000, 300, 20),
        limit('enterprise.revenue@last', 400_000, 20_000, 3000),
      ],
    },
    { codes: ['K'], limits: [limit('enterprise.revenue@last', 2_000_000, 10_000, 1000)] },
    { codes: ['701'], limits: [limit('enterprise.employees', 300, 100, 10)] },
  ],
}

type Indicator = Corpus['scoreTables'][number]['groups'][number]['indicators'][number]

const points = (count: number, ...guards: readonly Guard[]): Indicator['items'][number] => ({
  guards,
  points: exact(count),
  per: null,
})

const indicator = (
  id: string,
  max: number,
  rest: Pick<Indicator, 'mode' | 'items'>,
): Indicator => ({ id, says: words(id), max: exact(max), ...rest })

/** Growth: 10 or 5 points by revenue. Other: 3 and 2 up to 4; 2 for each 10 people up to 6. In all up to 18. */
const SCORE: Corpus['scoreTables'][number] = {
  id: 'sample',
  name: words('sample'),
  provision: 'art-1',
  max: exact(18),
  groups: [
    {
      id: 'growth',
      name: words('growth'),
      indicators: [
        indicator('revenue', 10, {
          mode: 'first',
          items: [
            points(10, guard('enterprise.revenue@last', atLeast(200))),
            points(5, guard('enterprise.revenue@last', atLeast(100))),
          ],
        }),
      ],
    },
    {
      id: 'other',
      name: words('other'),
      indicators: [
        indicator('brand', 4, {
          mode: 'sum',
          items: [
            points(3, guard('enterprise.has_brand', is(true))),
            points(2, guard('enterprise.is_listed', is(true))),
          ],
        }),
        indicator('staff', 6, {
          mode: 'first',
          items: [
            {
              guards: [],
              points: exact(2),
              per: { reference: reference('enterprise.employees'), step: exact(10) },
            },
          ],
        }),
      ],
    },
  ],
}

const figure = (
  id: string,
  rows: readonly (readonly [from: string, to: string | null, value: Exact | 'not-found'])[],
): Corpus['parameters'][number] => ({
  id,
  name: words(id),
  type: 'money',
  values: rows.map(([from, to, value]) => ({
    from: isoDate(from),
    to: to === null ? null : isoDate(to),
    value,
    provision: 'art-1',
  })),
})

const RULES: Corpus = {
  ...EMPTY_CORPUS,
  facts: [...FACTS, ...TITLES.flatMap(factsOfTitle)],
  codeLists: [
    codeList('industry', { A: null, C: null, 40: 'C', 41: 'C', K: null, 70: 'K' }, true),
    codeList('district', { 310101: null, 310115: null }),
    codeList('size_class', { large: null, medium: null, small: null, micro: null }),
  ],
  qualifications: TITLES,
  parameters: [
    figure('revenue_floor', [
      ['2023-01-01', '2023-12-31', exact(100)],
      ['2024-01-01', '2024-12-31', 'not-found'],
      ['2025-01-01', null, exact(200)],
    ]),
    figure('award', [['2020-01-01', null, 'not-found']]),
  ],
  classTables: [SIZES],
  scoreTables: [SCORE],
  ladders: [
    {
      id: 'tier',
      name: words('tier'),
      rungs: TITLES.map(({ id }) => ({
        id,
        name: words(id),
        held: `qualification.${id}`,
        measures: [],
        score: null,
      })),
      dates: [],
    },
  ],
}

/** A vocabulary with every kind of fact, and the given measures. */
export const rulesWith = (...measures: readonly Measure[]): Rulebook =>
  prepareRulebook({ ...RULES, measures })
