import { exact, isoDate } from '@huiqi/domain'
import {
  type CodeList,
  type Condition,
  type Corpus,
  EMPTY_CORPUS,
  type FactDefinition,
  type FactType,
  type Group,
  type Leaf,
  type Measure,
  NOTHING_FURTHER,
  type Scalar,
  type Test,
} from '@huiqi/engine'
import { type Random, seededRandom } from './seeded-random.ts'

const words = (text: string) => ({ zh: text, en: text })

const definition = (id: string, type: FactType, codes: string | null): FactDefinition => ({
  id,
  subject: 'enterprise',
  name: words(id),
  type,
  unit: null,
  period: 'point',
  codes,
  question: words(id),
  source: 'self',
  grade: 'D',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
})

const several = (count: number, name: string, type: FactType): readonly FactDefinition[] =>
  Array.from({ length: count }, (_, index) => definition(`enterprise.${name}_${index}`, type, null))

const DISTRICT = definition('enterprise.district', 'code', 'district')
const INDUSTRY = definition('enterprise.industry', 'code', 'industry')
const SIZE = definition('enterprise.size', 'code', 'size')

/** Thirty facts: money, rates, counts, dates, truths and three code lists. */
const FACTS: readonly FactDefinition[] = [
  ...several(10, 'money', 'money'),
  ...several(5, 'rate', 'rate'),
  ...several(5, 'count', 'count'),
  ...several(3, 'date', 'date'),
  ...several(4, 'flag', 'boolean'),
  DISTRICT,
  INDUSTRY,
  SIZE,
]

const flatList = (id: string, count: number): CodeList => ({
  id,
  name: words(id),
  codes: Array.from({ length: count }, (_, index) => ({
    code: `${id}-${index}`,
    name: words(`${id} ${index}`),
  })),
  hasPrefixHierarchy: false,
})

const LISTS = [flatList('district', 16), flatList('industry', 97), flatList('size', 4)]

const bound = (random: Random, type: FactType): Scalar => {
  switch (type) {
    case 'money':
      return exact(random.pick([1, 2, 5, 8]) * 10 ** (6 + random.below(6)))
    case 'rate':
      return exact(random.below(100), 200)
    case 'count':
      return exact(random.pick([1, 2, 3, 5]) * 10 ** random.below(4))
    case 'date':
      return isoDate(`${2015 + random.below(10)}-0${1 + random.below(9)}-01`)
    default:
      return random.chance(0.7)
  }
}

const codesOf = (random: Random, list: string): readonly string[] => {
  const codes = LISTS.find(({ id }) => id === list)?.codes.map(({ code }) => code) ?? []
  return codes.filter(() => random.chance(0.4)).concat(random.pick(codes))
}

const testOn = (random: Random, { type, codes }: FactDefinition): Test => {
  if (codes !== null) {
    const values = [...new Set(codesOf(random, codes))]
    return { word: random.chance(0.8) ? 'one-of' : 'none-of', values }
  }
  const value = { kind: 'literal', value: bound(random, type) } as const
  if (type === 'boolean') return { word: random.chance(0.8) ? 'is' : 'is-not', value }
  if (type === 'date') return { word: random.chance(0.6) ? 'not-before' : 'not-after', value }
  return { word: random.pick(['at-least', 'at-least', 'at-most', 'more-than', 'less-than']), value }
}

const place = { path: 'eligible', provision: 'art-1', says: words('a condition') }

const leafOn = (random: Random, fact: FactDefinition): Leaf => ({
  ...place,
  kind: 'leaf',
  reference: { kind: 'fact', fact: fact.id, year: null },
  tests: [testOn(random, fact)],
})

const OTHER_FACTS = FACTS.filter(({ codes }) => codes === null)

const groupOf = (kind: Group['kind'], parts: readonly Condition[]): Group => ({
  ...place,
  kind,
  parts,
})

const randomLeaf = (random: Random): Leaf => leafOn(random, random.pick(OTHER_FACTS))

const CONDITION_COUNTS = [2, 2, 3, 3, 3, 4, 4, 5, 5, 6]

/** About four conditions; two thirds restrict the district, half the industry, a quarter has a choice. */
const ruleOf = (random: Random): Condition => {
  const parts: Condition[] = []
  if (random.chance(0.67)) parts.push(leafOn(random, DISTRICT))
  if (random.chance(0.49)) parts.push(leafOn(random, INDUSTRY))
  if (random.chance(0.2)) parts.push(leafOn(random, SIZE))
  if (random.chance(0.28)) {
    const count = 2 + random.below(2)
    parts.push(
      groupOf(
        'any',
        Array.from({ length: count }, () => randomLeaf(random)),
      ),
    )
  }
  if (random.chance(0.1)) parts.push(groupOf('except', [randomLeaf(random)]))
  const wanted = random.pick(CONDITION_COUNTS)
  while (parts.length < wanted) parts.push(randomLeaf(random))
  return groupOf('all', parts)
}

const measureOf = (random: Random, index: number): Measure => ({
  id: `synthetic/${index}`,
  instrument: 'synthetic',
  name: words(`measure ${index}`),
  provision: 'art-1',
  lead: 'agency',
  agencies: [],
  delivery: 'apply',
  about: 'enterprise',
  inForce: { from: isoDate('2020-01-01'), to: null },
  grade: 'primary',
  eligible: ruleOf(random),
  benefit: null,
  ...NOTHING_FURTHER,
  plain: words('plain'),
})

/** A corpus of generated rules over thirty facts; the same for the same seed. */
export const syntheticCorpus = (count: number, seed: number): Corpus => {
  const random = seededRandom(seed)
  return {
    ...EMPTY_CORPUS,
    facts: FACTS,
    codeLists: LISTS,
    measures: Array.from({ length: count }, (_, index) => measureOf(random, index)),
  }
}
