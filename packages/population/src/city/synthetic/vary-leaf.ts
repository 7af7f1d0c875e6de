import { type Exact, exact } from '@huiqi/domain'
import type { FactType, Leaf, OrderWord, Rulebook, Test } from '@huiqi/engine'
import { typeOfReference } from '@huiqi/engine'
import type { Random } from '../random.ts'
import type { PoolLeaf } from './leaf-pool.ts'
import type { ReferenceSample } from './reference-sample.ts'

/** A bound that is compared with, exact and as the sample counts. */
export interface Bound {
  readonly exact: Exact
  readonly number: number
}

/** A comparison with a bound. */
export interface DrawnTest {
  readonly word: OrderWord
  readonly bound: Bound
}

const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
const LADDER = 50
const TRIES = 300
const ODD_SHARE = 0.05
const TENTHS = 10

const roundTo = (value: number): Bound => {
  const power = Math.floor(Math.log10(Math.abs(value)))
  const lead = Math.abs(value) / 10 ** power
  const step = STEPS.reduce((best, each) =>
    Math.abs(each - lead) < Math.abs(best - lead) ? each : best,
  )
  const tenths = Math.round(step * TENTHS) * Math.sign(value)
  const top =
    power >= 0
      ? exact(BigInt(tenths) * 10n ** BigInt(power), TENTHS)
      : exact(tenths, BigInt(TENTHS) * 10n ** BigInt(-power))
  return { exact: top, number: (tenths / TENTHS) * 10 ** power }
}

const wholeBound = (value: number): Bound => {
  const whole = Math.round(value)
  return { exact: exact(BigInt(whole)), number: whole }
}

const boundAt = (value: number, type: FactType): Bound => {
  const isSmallWhole = type === 'count' && Math.abs(value) < TENTHS
  if (isSmallWhole || value === 0) return wholeBound(value)
  const rounded = roundTo(value)
  return type === 'count' ? wholeBound(rounded.number) : rounded
}

/** Bounds that texts would write for a reference: round, from the middle of the sample to its far end. */
export const ladderOf = (
  sample: ReferenceSample,
  { leaf }: PoolLeaf,
  { rulebook, random }: { readonly rulebook: Rulebook; readonly random: Random },
): readonly Bound[] => {
  const type = typeOfReference(rulebook, leaf.reference)
  const known = sample
    .valuesOf(leaf.reference)
    .filter((value) => Number.isFinite(value))
    .sort()
  const found = new Map<number, Bound>()
  for (let turn = 0; turn < TRIES && found.size < LADDER && known.length > 0; turn += 1) {
    const quantile = 1 - 10 ** (-2.7 * random.unit() ** 2)
    const value = known[Math.min(known.length - 1, Math.floor(quantile * known.length))] ?? 0
    const bound = boundAt(
      random.chance(ODD_SHARE) ? value * (0.9 + 0.2 * random.unit()) : value,
      type,
    )
    if (bound.number > (known[0] ?? 0)) found.set(bound.number, bound)
  }
  return [...found.values()]
}

const test = (word: OrderWord, { exact: value }: Bound): Test => ({
  word,
  value: { kind: 'literal', value },
})

/** Tests as texts have them: mostly a lower bound, sometimes two, sometimes an upper one. */
export const drawTests = (
  ladder: readonly Bound[],
  pick: (length: number) => number,
  random: Random,
): readonly DrawnTest[] => {
  const draw = (): Bound => ladder[pick(ladder.length)] ?? { exact: exact(0), number: 0 }
  const kind = random.unit()
  const first = draw()
  if (kind < 0.74) return [{ word: 'at-least', bound: first }]
  if (kind < 0.82) return [{ word: 'more-than', bound: first }]
  if (kind >= 0.9) return [{ word: kind < 0.95 ? 'at-most' : 'less-than', bound: first }]
  const second = draw()
  if (first.number === second.number) return [{ word: 'at-least', bound: first }]
  const [low, high] = first.number < second.number ? [first, second] : [second, first]
  return [
    { word: 'at-least', bound: low },
    { word: 'at-most', bound: high },
  ]
}

/** The leaf with other bounds. */
export const withTests = ({ leaf }: PoolLeaf, tests: readonly DrawnTest[]): Leaf => ({
  ...leaf,
  tests: tests.map(({ word, bound }) => test(word, bound)),
})

/** Whether a number of the sample passes. */
export const passes = (word: OrderWord, bound: number, value: number): boolean => {
  switch (word) {
    case 'at-least':
      return value >= bound
    case 'more-than':
      return value > bound
    case 'at-most':
      return value <= bound
    case 'less-than':
      return value < bound
  }
}
