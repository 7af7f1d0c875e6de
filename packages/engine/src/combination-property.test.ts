import { fen } from '@huiqi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excluding, group, pastAward } from './combination.fixture.ts'
import { type Candidate, combine } from './combination.ts'
import { countTogether, type StackingRule } from './combination-count.ts'

const RULES = fc.tuple(
  fc.record({ atMost: fc.option(fc.integer({ min: 0, max: 4 })) }),
  fc.record({ atMost: fc.option(fc.integer({ min: 0, max: 4 })), cap: fc.option(fc.nat(60)) }),
  fc.record({ cap: fc.option(fc.nat(60)) }),
)

const toRules = ([first, second, third]: typeof RULES extends fc.Arbitrary<infer T>
  ? T
  : never): readonly StackingRule[] => [
  group('count', first.atMost, null),
  group('both', second.atMost, second.cap),
  group('sum', null, third.cap),
]

const AMOUNT = fc
  .tuple(fc.nat(30), fc.option(fc.nat(20), { freq: 6 }))
  .map(([low, more]) => ({ low: fen(low), high: more === null ? null : fen(low + more) }))

const candidateAt = (index: number): fc.Arbitrary<Candidate> =>
  fc
    .record({
      measure: fc.constantFrom(`m${index}`, `m${index}`, 'm0'),
      amount: fc.option(AMOUNT, { freq: 8 }),
      thing: fc.constantFrom(null, 'project-1', 'project-2'),
      frequency: fc.constantFrom('once', 'each'),
      isCounted: fc.boolean(),
      capped: fc.constantFrom(null, 'both', 'sum'),
      excluded: fc.array(fc.nat(9), { maxLength: 2 }),
      isUsedUp: fc.constantFrom(false, false, false, false, true),
    })
    .map(({ isCounted, capped, excluded, isUsedUp, ...rest }) => ({
      ...rest,
      key: `c${index}`,
      stacking: [...(isCounted ? ['count'] : []), ...(capped ? [capped] : [])],
      excludes: excluding(...excluded.map((other) => `m${other}`)),
      usedUpBy: isUsedUp ? [pastAward] : [],
    }))

const CANDIDATES = fc
  .integer({ min: 0, max: 10 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => candidateAt(index))))
  .map((candidates) => [
    ...new Map(
      candidates.map((candidate) => [`${candidate.measure} ${candidate.thing}`, candidate]),
    ).values(),
  ])

const isLegal = (set: readonly Candidate[], rules: readonly StackingRule[]): boolean =>
  set.every(({ usedUpBy }) => usedUpBy.length === 0) &&
  set.every((a, index) =>
    set
      .slice(index + 1)
      .every(
        (b) =>
          (a.measure !== b.measure || a.frequency === 'each') &&
          ((a.thing ?? b.thing ?? '') !== (b.thing ?? a.thing ?? '') ||
            (!a.excludes.some(({ measure }) => measure === b.measure) &&
              !b.excludes.some(({ measure }) => measure === a.measure))),
      ),
  ) &&
  rules.every(
    ({ id, atMost }) =>
      atMost === null || set.filter(({ stacking }) => stacking.includes(id)).length <= atMost,
  )

const sumUnderCaps = (
  set: readonly Candidate[],
  rules: readonly StackingRule[],
  end: (candidate: Candidate) => number,
): number => {
  const isCapped = (candidate: Candidate): boolean =>
    rules.some(({ id, cap }) => cap !== null && candidate.stacking.includes(id))
  const free = set.filter((candidate) => !isCapped(candidate)).reduce((sum, c) => sum + end(c), 0)
  return rules.reduce((sum, { id, cap }) => {
    if (cap === null) return sum
    const members = set.filter(({ stacking }) => stacking.includes(id))
    return (
      sum +
      Math.min(
        cap,
        members.reduce((all, c) => all + end(c), 0),
      )
    )
  }, free)
}

const subsets = <T>(values: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** values.length }, (_, mask) =>
    values.filter((_, index) => (mask >> index) & 1),
  )

const lowOf = ({ amount }: Candidate): number => amount?.low ?? 0
const searched = ({ amount }: Candidate): number => amount?.high ?? amount?.low ?? 0
const isOnceMeasureMixed = (candidates: readonly Candidate[]): boolean =>
  candidates.some(({ measure, frequency }) =>
    candidates.some((other) => other.measure === measure && other.frequency !== frequency),
  )

const INPUT = fc
  .tuple(CANDIDATES, RULES.map(toRules))
  .filter(([candidates]) => !isOnceMeasureMixed(candidates))

describe('combine on random benefits', () => {
  test('equals the best of all legal subsets, then the surest of these', () => {
    fc.assert(
      fc.property(INPUT, ([candidates, rules]) => {
        const worths = subsets(candidates)
          .filter((set) => isLegal(set, rules))
          .map((set) => ({
            high: sumUnderCaps(set, rules, searched),
            low: sumUnderCaps(set, rules, lowOf),
            unpriced: set.filter(({ amount }) => amount === null || amount.high === null).length,
          }))
          .toSorted((a, b) => b.high - a.high || b.low - a.low || b.unpriced - a.unpriced)
        const chosen = combine(candidates, rules).chosen.map(({ candidate }) => candidate)
        expect(isLegal(chosen, rules)).toBe(true)
        expect({
          high: sumUnderCaps(chosen, rules, searched),
          low: sumUnderCaps(chosen, rules, lowOf),
          unpriced: chosen.filter(({ amount }) => amount === null || amount.high === null).length,
        }).toEqual(worths[0])
      }),
      { numRuns: 300 },
    )
  })

  test('the parts add up to the total and no group counts above its cap', () => {
    fc.assert(
      fc.property(INPUT, ([candidates, rules]) => {
        const { chosen, total, leftOut } = combine(candidates, rules)
        const counted = chosen.flatMap((entry) => entry.counted ?? [])
        expect(counted.reduce((sum, { low }) => sum + low, 0)).toBe(total.low)
        expect(total.low).toBe(
          sumUnderCaps(
            chosen.map((c) => c.candidate),
            rules,
            lowOf,
          ),
        )
        const highs = counted.map(({ high }) => high)
        const sum = highs.includes(null) ? null : highs.reduce<number>((s, h) => s + (h ?? 0), 0)
        expect(total.high).toBe(sum)
        for (const { id, cap } of rules) {
          const members = chosen.filter(({ candidate }) => candidate.stacking.includes(id))
          const high = members.reduce((all, { counted }) => all + (counted?.high ?? 0), 0)
          if (cap !== null) expect(high).toBeLessThanOrEqual(cap)
        }
        expect(chosen.length + leftOut.length).toBe(candidates.length)
        expect(leftOut.every(({ reasons }) => reasons.length > 0)).toBe(true)
      }),
    )
  })

  test('one candidate more never lowers the total', () => {
    fc.assert(
      fc.property(INPUT, ([candidates, rules]) => {
        const value = (of: readonly Candidate[]): number =>
          sumUnderCaps(
            combine(of, rules).chosen.map(({ candidate }) => candidate),
            rules,
            searched,
          )
        expect(value(candidates)).toBeGreaterThanOrEqual(value(candidates.slice(1)))
      }),
    )
  })

  test('the order of the candidates does not matter', () => {
    const shuffled = INPUT.chain(([candidates, rules]) =>
      fc.record({
        rules: fc.constant(rules),
        candidates: fc.constant(candidates),
        other: fc.shuffledSubarray([...candidates], { minLength: candidates.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ candidates, other, rules }) => {
        expect(combine(other, rules)).toEqual(combine(candidates, rules))
      }),
    )
  })

  test('benefits of several capped groups stay under every cap', () => {
    const rules = [group('one', null, 25), group('two', null, 40), group('three', null, 10)]
    const priced = fc.record({
      amount: AMOUNT,
      groups: fc.subarray(rules),
    })
    fc.assert(
      fc.property(fc.array(priced, { maxLength: 8 }), (benefits) => {
        const counted = [...countTogether(benefits)]
        for (const rule of rules) {
          const members = counted.filter(([{ groups }]) => groups.includes(rule))
          const sum = members.reduce((all, [, { high }]) => all + (high ?? Number.NaN), 0)
          expect(sum).toBeLessThanOrEqual(rule.cap ?? 0)
        }
        for (const [{ amount }, { low, high }] of counted) {
          expect(low).toBeLessThanOrEqual(amount.low)
          expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(low)
          expect(high ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            amount.high ?? Number.POSITIVE_INFINITY,
          )
        }
      }),
    )
  })
})
