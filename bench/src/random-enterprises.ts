import { add, addDays, type Exact, exact, isoDate, parseDate, yearOf, ZERO } from '@huiqi/domain'
import type {
  Clock,
  Condition,
  Corpus,
  Enterprise,
  FactDefinition,
  Facts,
  FactType,
  Guard,
  Operand,
  Scalar,
  StatedValue,
  Thing,
} from '@huiqi/engine'
import { type Random, seededRandom } from './seeded-random.ts'

/** An enterprise with one thing that has every fact a thing may have. */
export interface Sample {
  readonly enterprise: Enterprise
  readonly thing: Thing
}

const guardsOf = (condition: Condition): readonly Guard[] =>
  condition.kind === 'leaf' ? [condition] : condition.parts.flatMap(guardsOf)

const allGuards = ({ measures, scoreTables, classTables }: Corpus): readonly Guard[] => [
  ...measures.flatMap(({ eligible }) => (eligible === null ? [] : guardsOf(eligible))),
  ...scoreTables.flatMap(({ groups }) =>
    groups.flatMap(({ indicators }) =>
      indicators.flatMap(({ items }) => items.flatMap(({ guards }) => guards)),
    ),
  ),
  ...classTables.flatMap(({ rows }) =>
    rows.flatMap(({ limits }) =>
      limits.map(({ reference, atLeast }) => ({
        reference,
        tests: atLeast.map((value) => ({ word: 'at-least', value }) as const),
      })),
    ),
  ),
]

const literalsOf = (corpus: Corpus, operand: Operand): readonly Scalar[] => {
  if (operand.kind === 'literal') return [operand.value]
  if (operand.kind === 'not-found') return []
  const parameter = corpus.parameters.find(({ id }) => id === operand.parameter)
  return parameter?.values.flatMap(({ value }) => (value === 'not-found' ? [] : [value])) ?? []
}

/** Every value that a rule compares a fact with. */
const boundsByFact = (corpus: Corpus): ReadonlyMap<string, readonly Scalar[]> => {
  const bounds = new Map<string, Scalar[]>()
  for (const { reference, tests } of allGuards(corpus)) {
    if (reference.kind !== 'fact') continue
    const values = tests.flatMap((test) =>
      'values' in test ? test.values : literalsOf(corpus, test.value),
    )
    bounds.set(reference.fact, [...(bounds.get(reference.fact) ?? []), ...values])
  }
  return bounds
}

const STEP: Readonly<Partial<Record<FactType, Exact>>> = {
  rate: exact(1, 10_000),
}

const nonNegative = (value: Exact): Exact => (value.n < 0n ? ZERO : value)

const near = (random: Random, type: FactType, bound: Scalar): Scalar => {
  const steps = random.pick([-1, 0, 1])
  if (typeof bound === 'object') {
    const step = STEP[type] ?? exact(1)
    return nonNegative(add(bound, { n: step.n * BigInt(steps), d: step.d }))
  }
  const date = type === 'date' ? parseDate(String(bound)) : null
  return date === null ? bound : addDays(date, steps)
}

const wide = (random: Random, type: FactType, codes: readonly string[]): Scalar => {
  switch (type) {
    case 'money':
      return exact(Math.round(10 ** (5 + random.next() * 7)) * 100)
    case 'rate':
      return exact(random.below(100), 200)
    case 'count':
    case 'number':
      return exact(Math.round(10 ** (random.next() * 3.5)))
    case 'date':
      return isoDate(`${2010 + random.below(17)}-0${1 + random.below(9)}-15`)
    case 'boolean':
      return random.chance(0.6)
    case 'code':
      return random.pick(codes)
  }
}

interface Source {
  readonly random: Random
  readonly bounds: ReadonlyMap<string, readonly Scalar[]>
  readonly codes: ReadonlyMap<string, readonly string[]>
  readonly years: readonly number[]
}

const isUsable = (type: FactType, bound: Scalar): boolean =>
  type !== 'date' || parseDate(String(bound)) !== null

const valueFor = (source: Source, { id, type, codes }: FactDefinition): Scalar => {
  const { random } = source
  const bounds = (source.bounds.get(id) ?? []).filter((bound) => isUsable(type, bound))
  if (bounds.length > 0 && type !== 'boolean' && random.chance(0.5)) {
    return near(random, type, random.pick(bounds))
  }
  return wide(random, type, codes === null ? [] : (source.codes.get(codes) ?? []))
}

const statedFor = (source: Source, fact: FactDefinition): readonly StatedValue[] => {
  const years = fact.period === 'year' ? source.years : [null]
  return years.map((year) => ({
    value: valueFor(source, fact),
    year,
    source: fact.source,
    grade: fact.grade,
  }))
}

const factsFor = (source: Source, facts: readonly FactDefinition[]): Facts =>
  Object.fromEntries(facts.map((fact) => [fact.id, statedFor(source, fact)]))

const isOfEnterprise = ({ subject }: FactDefinition): boolean => subject === 'enterprise'

/**
 * Enterprises with every fact that is not derived. Half of the values lie on a bound of some rule or
 * one step beside it, the others are spread wide.
 */
export const randomEnterprises = (
  corpus: Corpus,
  clock: Clock,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly Sample[] => {
  const year = yearOf(clock.submittedOn)
  const source: Source = {
    random: seededRandom(seed),
    bounds: boundsByFact(corpus),
    codes: new Map(corpus.codeLists.map(({ id, codes }) => [id, codes.map(({ code }) => code)])),
    years: [year, year - 1, year - 2, year - 3],
  }
  const stated = corpus.facts.filter(({ derivation }) => derivation === null)
  return Array.from({ length: count }, (_, index) => ({
    enterprise: {
      uscc: null,
      name: `enterprise ${index}`,
      facts: factsFor(source, stated.filter(isOfEnterprise)),
      things: {},
      awards: [],
    },
    thing: {
      id: 'thing',
      name: 'thing',
      facts: factsFor(
        source,
        stated.filter((fact) => !isOfEnterprise(fact)),
      ),
    },
  }))
}

const withGaps = (facts: Facts, random: Random, share: number): Facts =>
  Object.fromEntries(Object.entries(facts).filter(() => !random.chance(share)))

/** The same enterprises with a share of their facts taken away. */
export const withUnknowns = (
  samples: readonly Sample[],
  { share, seed }: { readonly share: number; readonly seed: number },
): readonly Sample[] => {
  const random = seededRandom(seed)
  return samples.map(({ enterprise, thing }) => ({
    enterprise: { ...enterprise, facts: withGaps(enterprise.facts, random, share) },
    thing: { ...thing, facts: withGaps(thing.facts, random, share) },
  }))
}
