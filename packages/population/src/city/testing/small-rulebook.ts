import { type Exact, exact, isoDate } from '@huiqi/domain'
import {
  type Amount,
  type ClassTable,
  type CodeList,
  type Condition,
  type Corpus,
  EMPTY_CORPUS,
  type FactDefinition,
  type FactType,
  type Leaf,
  type Measure,
  NOTHING_FURTHER,
  prepareRulebook,
  type Qualification,
  type Reference,
  type Rulebook,
  type Subject,
  type Test,
} from '@huiqi/engine'

const words = (text: string) => ({ zh: text, en: text })

const subjectOf = (id: string): Subject =>
  id.startsWith('project.') ? 'project' : id.startsWith('loan.') ? 'loan' : 'enterprise'

/** A fact of a vocabulary for tests. */
export const fact = (
  id: string,
  type: FactType,
  rest: Partial<FactDefinition> = {},
): FactDefinition => ({
  id,
  subject: subjectOf(id),
  name: words(id),
  type,
  unit: null,
  period: 'point',
  codes: null,
  question: words(id),
  source: 'tax',
  grade: 'A',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
  ...rest,
})

/** A list of codes, each with its parent or null. */
export const codeList = (
  id: string,
  parents: Readonly<Record<string, string | null>>,
  hasPrefixHierarchy = false,
): CodeList => ({
  id,
  name: words(id),
  codes: Object.entries(parents).map(([code, parent]) => ({
    code,
    name: words(`name of ${code}`),
    ...(parent === null ? {} : { parent }),
  })),
  hasPrefixHierarchy,
})

const title = (id: string, ...implies: readonly string[]): Qualification => ({
  id,
  name: words(id),
  validMonths: 36,
  implies,
})

const TITLES = [
  title('high_tech'),
  title('innovative_sme'),
  title('specialised_sme', 'innovative_sme'),
  title('little_giant', 'specialised_sme'),
  title('single_champion'),
  { ...title('quality_medal'), validMonths: null },
]

const factsOfTitle = ({ id }: Qualification): readonly FactDefinition[] => [
  fact(`qualification.${id}`, 'boolean', { derivation: { kind: 'validity', qualification: id } }),
  fact(`qualification.${id}.granted_on`, 'date', { source: 'title-register' }),
  fact(`qualification.${id}.valid_until`, 'date', { source: 'title-register' }),
]

const yearly = (id: string, type: FactType, formula?: string): FactDefinition =>
  fact(id, type, {
    period: 'year',
    derivation: formula === undefined ? null : { kind: 'formula', formula },
  })

const FACTS: readonly FactDefinition[] = [
  fact('enterprise.district', 'code', { codes: 'district', source: 'register' }),
  fact('enterprise.industry', 'code', { codes: 'industry' }),
  fact('enterprise.organisation_kind', 'code', { codes: 'organisation_kind', source: 'register' }),
  fact('enterprise.founded_on', 'date', { source: 'register' }),
  yearly('enterprise.revenue', 'money'),
  yearly('enterprise.main_revenue', 'money'),
  yearly('enterprise.output_value', 'money'),
  yearly('enterprise.total_assets', 'money'),
  yearly('enterprise.total_liabilities', 'money'),
  yearly('enterprise.rd_spending', 'money'),
  yearly('enterprise.employees', 'count'),
  yearly('enterprise.rd_staff', 'count'),
  yearly('enterprise.platform_score', 'number'),
  yearly(
    'enterprise.revenue_growth',
    'rate',
    'enterprise.revenue / previous(enterprise.revenue) - 1',
  ),
  fact('enterprise.size_class', 'code', {
    codes: 'size_class',
    derivation: { kind: 'class-table', table: 'size_class' },
  }),
  fact('enterprise.four_above_first_on', 'date', { source: 'statistics' }),
  fact('enterprise.above_size_entered_on', 'date', { source: 'statistics' }),
  fact('enterprise.above_size_entry', 'code', { codes: 'above_size_entry', source: 'statistics' }),
  fact('enterprise.ip_class_one', 'count', { source: 'title-register' }),
  fact('enterprise.ip_class_one_self_developed', 'count', { source: 'title-register' }),
  fact('enterprise.new_equity_two_years', 'money', { source: 'bank' }),
  fact('enterprise.new_equity_three_years', 'money', { source: 'bank' }),
  fact('enterprise.is_legal_person', 'boolean', { source: 'register' }),
  fact('enterprise.is_in_key_field', 'boolean', { isJudgement: true, source: 'officer' }),
  fact('enterprise.little_giant_first_on', 'date', { source: 'title-register' }),
  fact('enterprise.pets', 'count', { source: 'self', max: exact(9) }),
  fact('enterprise.mood', 'code', { codes: 'mood', source: 'self' }),
  fact('enterprise.luck', 'rate', { source: 'self', min: exact(1, 10), max: exact(1) }),
  fact('enterprise.noted_on', 'date', { source: 'self' }),
  fact('enterprise.is_odd', 'boolean', { source: 'self' }),
  fact('enterprise.gift', 'money', { source: 'self' }),
  fact('enterprise.marks', 'number', { source: 'self' }),
  fact('enterprise.unused', 'count'),
  fact('project.kind', 'code', { codes: 'project_kind' }),
  fact('project.total_investment', 'money'),
  fact('project.approved_investment', 'money'),
]

const limit = (
  named: string,
  ...atLeast: readonly number[]
): ClassTable['rows'][0]['limits'][0] => ({
  reference: { kind: 'fact', fact: named, year: 'last' },
  atLeast: atLeast.map((value) => ({ kind: 'literal', value: exact(value) })),
})

const MILLION = 100_000_000

const TABLES: readonly ClassTable[] = [
  {
    id: 'above_size',
    classes: ['above', 'below'],
    by: 'enterprise.industry',
    rows: [
      { codes: ['C', '51'], limits: [limit('enterprise.main_revenue', 20 * MILLION)] },
      { codes: ['L', 'M'], limits: [limit('enterprise.revenue', 10 * MILLION)] },
    ],
  },
  {
    id: 'size_class',
    classes: ['large', 'medium', 'small', 'micro'],
    by: 'enterprise.industry',
    rows: [
      {
        codes: ['C', 'F', 'I', 'L', 'M'],
        limits: [
          limit('enterprise.employees', 1_000, 300, 20),
          limit('enterprise.revenue', 400 * MILLION, 20 * MILLION, 3 * MILLION),
        ],
      },
    ],
  },
]

const LISTS: readonly CodeList[] = [
  codeList('district', { 310101: null, 310115: null, 310118: null }),
  codeList(
    'industry',
    { C: null, 34: 'C', 35: 'C', F: null, 51: 'F', I: null, 65: 'I', L: null, 72: 'L', M: null },
    true,
  ),
  codeList('organisation_kind', {
    enterprise: null,
    individual_business: null,
    farmers_cooperative: null,
    social_organisation: null,
    other: null,
  }),
  codeList('size_class', { large: null, medium: null, small: null, micro: null }),
  codeList('above_size_entry', { monthly: null, annual: null }),
  codeList('mood', { good: null, bad: null }),
  codeList('project_kind', { technical_renovation: null, other: null }),
]

const testFor = ({ type }: FactDefinition): Test => {
  switch (type) {
    case 'boolean':
      return { word: 'is', value: { kind: 'literal', value: true } }
    case 'date':
      return { word: 'not-before', value: { kind: 'literal', value: '2020-01-01' } }
    case 'code':
      return { word: 'one-of', values: ['C', 'good', '310101', 'large', 'monthly', 'enterprise'] }
    default:
      return { word: 'at-least', value: { kind: 'literal', value: exact(1) } }
  }
}

/** A leaf that asks about a fact, last year's where it is yearly. */
export const leafOn = (definition: FactDefinition, path = 'eligible.all[0]'): Leaf => ({
  kind: 'leaf',
  path,
  provision: 'art-1',
  says: words(definition.id),
  reference: {
    kind: 'fact',
    fact: definition.id,
    year: definition.period === 'year' ? 'last' : null,
  },
  tests: [testFor(definition)],
})

/** A condition of which every part has to hold. */
export const all = (...parts: readonly Condition[]): Condition => ({
  kind: 'all',
  path: 'eligible',
  provision: 'art-1',
  says: words('all'),
  parts,
})

/** A measure about enterprises. */
export const measure = (id: string, rest: Partial<Measure> = {}): Measure => ({
  id,
  instrument: 'test/instrument',
  name: words(id),
  provision: 'art-1',
  lead: 'office',
  agencies: [],
  delivery: 'apply',
  about: 'enterprise',
  inForce: { from: isoDate('2020-01-01'), to: null },
  grade: 'primary',
  eligible: all(),
  benefit: null,
  ...NOTHING_FURTHER,
  plain: words(id),
  ...rest,
})

const share = (rate: Exact, of: Reference, cap: Exact): Amount => ({
  kind: 'limited',
  amount: { kind: 'rate', rate: { kind: 'literal', value: rate }, of },
  cap: { kind: 'literal', value: cap },
  floor: null,
  round: null,
})

const ASKED = FACTS.filter(({ id }) => id !== 'enterprise.unused')

const MEASURES: readonly Measure[] = [
  measure('test/wide', {
    eligible: all(...[...ASKED, ...TITLES.flatMap(factsOfTitle)].map((each) => leafOn(each))),
  }),
  measure('test/this-year', {
    eligible: all({
      ...leafOn(fact('enterprise.platform_score', 'number')),
      reference: { kind: 'fact', fact: 'enterprise.platform_score', year: 'this' },
    }),
    benefit: {
      kind: 'award',
      grants: null,
      amount: share(
        exact(1, 20),
        { kind: 'fact', fact: 'enterprise.rd_spending', year: 'last' },
        exact(50 * MILLION, 100),
      ),
      frequency: 'once',
      sharedBy: null,
      pool: null,
    },
  }),
]

/** The small vocabulary with its measures. */
export const SMALL: Corpus = {
  ...EMPTY_CORPUS,
  facts: [...FACTS, ...TITLES.flatMap(factsOfTitle)],
  codeLists: LISTS,
  qualifications: TITLES,
  classTables: TABLES,
  measures: MEASURES,
}

/** A rulebook of the small vocabulary, with parts of it replaced. */
export const smallRulebook = (more: Partial<Corpus> = {}): Rulebook =>
  prepareRulebook({ ...SMALL, ...more })
