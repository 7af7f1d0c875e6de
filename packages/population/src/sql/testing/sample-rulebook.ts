import { type Exact, exact, isoDate } from '@huiqi/domain'
import {
  type Amount,
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
  type Rulebook,
  type Test,
} from '@huiqi/engine'

const words = (text: string) => ({ zh: text, en: text })

/** A fact of the enterprise. */
export const fact = (
  id: string,
  type: FactType,
  rest: Partial<FactDefinition> = {},
): FactDefinition => ({
  id,
  subject: 'enterprise',
  name: words(id),
  type,
  unit: null,
  period: 'point',
  codes: null,
  question: words(id),
  source: 'self',
  grade: 'D',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
  ...rest,
})

const yearly = (formula: string | null = null): Partial<FactDefinition> => ({
  period: 'year',
  min: exact(0),
  derivation: formula === null ? null : { kind: 'formula', formula },
})

/** Codes with their parents; longer codes that begin with a listed one belong to it. */
export const industryList = (codes: Readonly<Record<string, string | null>>): CodeList => ({
  id: 'industry',
  name: words('industry'),
  hasPrefixHierarchy: true,
  codes: Object.entries(codes).map(([code, parent]) => ({
    code,
    name: words(code),
    ...(parent === null ? {} : { parent }),
  })),
})

const FACTS: readonly FactDefinition[] = [
  fact('enterprise.revenue', 'money', yearly()),
  fact('enterprise.rd_spending', 'money', yearly()),
  fact('enterprise.rd_ratio', 'rate', yearly('enterprise.rd_spending / enterprise.revenue')),
  fact('enterprise.share', 'rate'),
  fact('enterprise.is_listed', 'boolean'),
  fact('enterprise.is_sound', 'boolean', { isJudgement: true }),
  fact('enterprise.founded_on', 'date'),
  fact('enterprise.industry', 'code', { codes: 'industry' }),
  fact('project.investment', 'money', { subject: 'project', min: exact(0) }),
  fact(`enterprise.${'long_'.repeat(11)}name`, 'boolean'),
]

const leafWith = (reference: Leaf['reference'], tests: readonly Test[], text: string): Leaf => ({
  kind: 'leaf',
  path: 'eligible',
  provision: 'art-1',
  says: words(text),
  reference,
  tests,
})

/** A leaf on a fact of last year, or without a year. */
export const leaf = (name: string, ...tests: readonly Test[]): Leaf => {
  const [id = '', year] = name.split('@')
  return leafWith({ kind: 'fact', fact: id, year: year === 'last' ? 'last' : null }, tests, name)
}

/** All of several conditions; true of none. */
export const group = (...parts: readonly Condition[]): Condition => ({
  kind: 'all',
  path: 'eligible',
  provision: 'art-1',
  says: words('all of them'),
  parts,
})

/** A formula that must be true. */
export const holds = (formula: string): Leaf =>
  leafWith({ kind: 'formula', formula, type: 'boolean', unit: null }, [is(true)], formula)

/** `is` */
export const is = (value: Exact | string | boolean): Test => ({
  word: 'is',
  value: { kind: 'literal', value },
})

/** `at-least` */
export const atLeast = (value: Exact): Test => ({
  word: 'at-least',
  value: { kind: 'literal', value },
})

/** A measure of the sample; `about` is the enterprise unless given. */
export const measure = (
  id: string,
  eligible: Condition | null,
  rest: Partial<Measure> & { readonly amount?: Amount } = {},
): Measure => {
  const { amount = null, ...more } = rest
  return {
    id,
    instrument: 'sample',
    name: words(id),
    provision: 'art-1',
    lead: 'agency',
    agencies: [],
    delivery: 'apply',
    about: 'enterprise',
    inForce: { from: isoDate('2025-01-01'), to: null },
    grade: 'primary',
    eligible,
    benefit: { kind: 'award', grants: null, amount, frequency: 'once', sharedBy: null, pool: null },
    ...NOTHING_FURTHER,
    plain: words(id),
    ...more,
  }
}

const CORPUS: Corpus = {
  ...EMPTY_CORPUS,
  facts: FACTS,
  codeLists: [industryList({ C: null, 13: 'C', 14: 'C', G: null, 59: 'G', 591: '59' })],
}

/** A small rulebook with the given measures. */
export const rulebookWith = (...measures: readonly Measure[]): Rulebook =>
  prepareRulebook({ ...CORPUS, measures })
