import { add, addDays, type Exact, exact, parseDate } from '@huiqi/domain'
import type {
  Amount,
  Condition,
  Corpus,
  FactDefinition,
  Guard,
  Operand,
  Scalar,
  Test,
} from '@huiqi/engine'

/** A guard with the side on which a measure would like it to come out. */
interface Wanted {
  readonly guard: Guard
  readonly isWanted: boolean
}

const inCondition = (condition: Condition, isWanted: boolean): readonly Wanted[] =>
  condition.kind === 'leaf'
    ? [{ guard: condition, isWanted }]
    : condition.parts.flatMap((part) =>
        inCondition(part, condition.kind === 'except' ? !isWanted : isWanted),
      )

const inAmount = (amount: Amount): readonly Guard[] => {
  if (amount.kind === 'first') {
    return amount.bands.flatMap((band) => [...band.guards, ...inAmount(band.amount)])
  }
  return 'amount' in amount ? inAmount(amount.amount) : []
}

const wantedIn = ({ measures, scoreTables, classTables }: Corpus): readonly Wanted[] => {
  const rules = measures.flatMap(({ eligible }) =>
    eligible === null ? [] : inCondition(eligible, true),
  )
  const amounts = measures.flatMap(({ benefit }) =>
    benefit?.amount ? inAmount(benefit.amount) : [],
  )
  const scores = scoreTables.flatMap(({ groups }) =>
    groups.flatMap(({ indicators }) =>
      indicators.flatMap(({ items }) => items.flatMap(({ guards }) => guards)),
    ),
  )
  const classes = classTables.flatMap(({ rows }) =>
    rows.flatMap(({ limits }) =>
      limits.map(({ reference, atLeast }) => ({
        reference,
        tests: atLeast.map((value) => ({ word: 'at-least', value }) as const),
      })),
    ),
  )
  const guards = [...amounts, ...scores, ...classes]
  return [...rules, ...guards.map((guard) => ({ guard, isWanted: true }))]
}

const STEPS: Readonly<Partial<Record<FactDefinition['type'], Exact>>> = {
  rate: exact(1, 10_000),
}

const literals = (corpus: Corpus, operand: Operand): readonly Scalar[] => {
  if (operand.kind === 'literal') return [operand.value]
  if (operand.kind === 'not-found') return []
  const parameter = corpus.parameters.find(({ id }) => id === operand.parameter)
  return parameter?.values.flatMap(({ value }) => (value === 'not-found' ? [] : [value])) ?? []
}

const beside = (value: Scalar, type: FactDefinition['type'], steps: number): Scalar => {
  if (typeof value === 'object') {
    const step = STEPS[type] ?? exact(1)
    return add(value, { n: step.n * BigInt(steps), d: step.d })
  }
  const date = type === 'date' ? parseDate(String(value)) : null
  return date === null ? value : addDays(date, steps)
}

const UPWARDS = new Set(['at-least', 'more-than', 'not-before'])

/** Values that make a test come out as wanted, the bound and its neighbours among them. */
const pleasing = (
  corpus: Corpus,
  test: Test,
  { type, isWanted }: { readonly type: FactDefinition['type']; readonly isWanted: boolean },
): readonly Scalar[] => {
  if ('values' in test) return (test.word === 'one-of') === isWanted ? test.values : []
  const bounds = literals(corpus, test.value)
  if (test.word === 'is' || test.word === 'is-not') {
    const isSame = (test.word === 'is') === isWanted
    return bounds.flatMap((bound): readonly Scalar[] => {
      if (typeof bound === 'boolean') return [bound === isSame]
      return isSame ? [bound] : []
    })
  }
  const direction = UPWARDS.has(test.word) === isWanted ? 1 : -1
  return bounds.flatMap((bound) =>
    [0, direction, 50 * direction].map((by) => beside(bound, type, by)),
  )
}

/** For each fact the values that rules would like it to have; such values make rows that meet a whole rule. */
export const wishesOf = (corpus: Corpus): ReadonlyMap<string, readonly Scalar[]> => {
  const types = new Map(corpus.facts.map(({ id, type }) => [id, type]))
  const wishes = new Map<string, Scalar[]>()
  for (const { guard, isWanted } of wantedIn(corpus)) {
    const { reference, tests } = guard
    if (reference.kind !== 'fact') continue
    const type = types.get(reference.fact) ?? 'code'
    const found = tests.flatMap((test) => pleasing(corpus, test, { type, isWanted }))
    wishes.set(reference.fact, [...(wishes.get(reference.fact) ?? []), ...found])
  }
  return wishes
}
