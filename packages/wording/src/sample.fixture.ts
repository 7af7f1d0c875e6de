import { type Exact, exact, fenToExact, isoDate, parseMoney } from '@huiqi/domain'
import {
  type Corpus,
  EMPTY_CORPUS,
  type Enterprise,
  type FactDefinition,
  type Leaf,
  type LeafTrace,
  prepareRulebook,
  type Reference,
  type Scalar,
  situationOf,
  type Test,
  traceCondition,
} from '@huiqi/engine'
import type { Reader } from './reader.ts'

const AS_OF = isoDate('2025-09-01')

/** An amount of money as the engine holds it. */
export const money = (text: string): Exact => {
  const parsed = parseMoney(text)
  if (!parsed.ok) throw new RangeError(text)
  return fenToExact(parsed.fen)
}

const fact = (
  id: string,
  name: readonly [zh: string, en: string],
  rest: Partial<FactDefinition>,
): FactDefinition => ({
  id,
  subject: 'enterprise',
  name: { zh: name[0], en: name[1] },
  type: 'boolean',
  unit: null,
  period: 'point',
  codes: null,
  question: { zh: `${name[0]}？`, en: `${name[1]}?` },
  source: 'tax',
  grade: 'A',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
  ...rest,
})

const FACTS: readonly FactDefinition[] = [
  fact('enterprise.revenue', ['营业收入', 'Operating revenue'], { type: 'money', period: 'year' }),
  fact('enterprise.growth', ['增长率', 'Growth'], { type: 'rate' }),
  fact('enterprise.staff', ['人数', 'Staff'], {
    type: 'count',
    unit: { zh: '人', en: 'people' },
  }),
  fact('enterprise.entered_on', ['入统日期', 'Entered on'], { type: 'date' }),
  fact('enterprise.industry', ['行业', 'Industry'], { type: 'code', codes: 'industries' }),
  fact('enterprise.kind', ['类别', 'Kind'], { type: 'code', codes: 'kinds' }),
  fact('enterprise.is_local', ['在本市', 'Is local'], {}),
  fact('enterprise.is_special', ['特别重大', 'Especially large'], { isJudgement: true }),
  fact('qualification.giant', ['小巨人', 'Giant'], {
    derivation: { kind: 'validity', qualification: 'giant' },
  }),
  fact('qualification.giant.granted_on', ['认定日期', 'Granted on'], { type: 'date' }),
  fact('qualification.giant.valid_until', ['有效期至', 'Valid until'], { type: 'date' }),
]

const CORPUS: Corpus = {
  ...EMPTY_CORPUS,
  facts: FACTS,
  codeLists: [
    {
      id: 'industries',
      name: { zh: '行业', en: 'Industries' },
      hasPrefixHierarchy: true,
      codes: [
        { code: 'C', name: { zh: '制造业', en: 'Manufacturing' } },
        { code: '33', name: { zh: '金属制品业', en: 'Metal products' }, parent: 'C' },
      ],
    },
    {
      id: 'kinds',
      name: { zh: '类别', en: 'Kinds' },
      hasPrefixHierarchy: false,
      codes: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((code) => ({
        code,
        name: { zh: `${code}类`, en: `kind ${code}` },
      })),
    },
  ],
  qualifications: [
    { id: 'giant', name: { zh: '小巨人', en: 'Giant' }, validMonths: 36, implies: [] },
  ],
  parameters: [
    {
      id: 'threshold',
      name: { zh: '门槛', en: 'Threshold' },
      type: 'money',
      values: [{ from: AS_OF, to: null, value: money('1000万元'), provision: 'art-1' }],
    },
  ],
}

const rulebook = prepareRulebook(CORPUS)

/** A reader of a small rulebook on 2025-09-01. */
export const readerIn = (language: Reader['language']): Reader => ({
  rulebook,
  language,
  asOf: AS_OF,
})

/** A fact as a left-hand side; `revenue` is the one of the year before. */
export const refer = (name: string): Reference => ({
  kind: 'fact',
  fact: name.includes('.') ? name : `enterprise.${name}`,
  year: name === 'revenue' ? 'last' : null,
})

/** A literal right-hand side behind a comparator word. */
export const compare = (
  word: Exclude<Test['word'], 'one-of' | 'none-of'>,
  value: Scalar,
): Test => ({
  word,
  value: { kind: 'literal', value },
})

/** How a leaf comes out for an enterprise with these values; `revenue` is of 2024. */
export const traceLeaf = (
  reference: Reference,
  tests: readonly Test[],
  stated: Readonly<Record<string, Scalar>>,
): LeafTrace => {
  const facts = Object.entries(stated).map(([name, value]) => [
    name.includes('.') ? name : `enterprise.${name}`,
    [{ value, year: name === 'revenue' ? 2024 : null, source: 'tax', grade: 'A' as const }],
  ])
  const enterprise: Enterprise = {
    uscc: null,
    name: '',
    facts: Object.fromEntries(facts),
    things: {},
    awards: [],
  }
  const clock = { asOf: AS_OF, submittedOn: AS_OF }
  const leaf: Leaf = {
    kind: 'leaf',
    path: 'eligible',
    provision: 'art-1',
    says: { zh: '条件', en: 'the condition' },
    reference,
    tests,
  }
  const trace = traceCondition(situationOf(rulebook, enterprise, { clock }), leaf)
  if (trace.kind !== 'leaf') throw new TypeError('a leaf was expected')
  return trace
}

/** A rate in percent as the engine holds it. */
export const percent = (hundredths: number): Exact => exact(hundredths, 100)
