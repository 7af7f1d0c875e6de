import { fen, sumFen } from '@huiqi/domain'
import { type Candidate, type Combination, combine } from '@huiqi/engine'

type Rules = Parameters<typeof combine>[1]

/** Joins what hangs together: by measure, by exclusion, by stacking group. */
const partsOf = (candidates: readonly Candidate[]): readonly (readonly Candidate[])[] => {
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    let at = name
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  const join = (a: string, b: string): void => {
    const [left, right] = [rootOf(a), rootOf(b)]
    if (left !== right) parent.set(left, right)
  }
  const present = new Set(candidates.map(({ measure }) => measure))
  for (const { measure, excludes, stacking } of candidates) {
    for (const other of excludes) if (present.has(other.measure)) join(measure, other.measure)
    for (const group of stacking) join(measure, `group ${group}`)
  }
  return [...Map.groupBy(candidates, ({ measure }) => rootOf(measure)).values()]
}

/** A benefit that nothing stands beside is taken as it is, if it is worth anything. */
const isPlain = ({ amount, stacking, usedUpBy }: Candidate): boolean =>
  stacking.length === 0 && usedUpBy.length === 0 && (amount === null || amount.high !== 0)

const NO_MONEY = { low: fen(0), high: fen(0) }

/** Measures that an exclusion joins with another, or that there are several benefits of. */
const joinedIn = (candidates: readonly Candidate[]): ReadonlySet<string> => {
  const present = new Set<string>()
  const joined = new Set<string>()
  for (const { measure } of candidates) {
    if (present.has(measure)) joined.add(measure)
    else present.add(measure)
  }
  for (const { measure, excludes } of candidates) {
    for (const { measure: other } of excludes) {
      if (present.has(other)) joined.add(measure).add(other)
    }
  }
  return joined
}

const combinePart = (part: readonly Candidate[], rules: Rules): Combination => {
  const groups = new Set(part.flatMap(({ stacking }) => stacking))
  return combine(
    part,
    rules.filter(({ id }) => groups.has(id)),
  )
}

const worthOf = ({ counted }: Combination['chosen'][number]): number =>
  counted?.high ?? counted?.low ?? 0

/**
 * What `combine` finds, found part by part: benefits that no exclusion, group or common measure joins
 * cannot stand in each other's way. The order among equals may differ.
 */
export const combineParts = (candidates: readonly Candidate[], rules: Rules): Combination => {
  const joined = joinedIn(candidates)
  const alone: Candidate[] = []
  const others: Candidate[] = []
  for (const candidate of candidates) {
    const isAlone = isPlain(candidate) && !joined.has(candidate.measure)
    if (isAlone) alone.push(candidate)
    else others.push(candidate)
  }
  const parts = partsOf(others).map((part) => combinePart(part, rules))
  const chosen = [
    ...alone.map((candidate) => ({ candidate, counted: candidate.amount })),
    ...parts.flatMap((part) => part.chosen),
  ]
  const totals = [
    ...alone.map(({ amount }) => amount ?? NO_MONEY),
    ...parts.map(({ total }) => total),
  ]
  const highs = totals.flatMap(({ high }) => high ?? [])
  return {
    chosen: chosen.toSorted((a, b) => worthOf(b) - worthOf(a)),
    total: {
      low: sumFen(totals.map(({ low }) => low)),
      high: highs.length === totals.length ? sumFen(highs) : null,
    },
    leftOut: parts
      .flatMap(({ leftOut }) => leftOut)
      .toSorted((a, b) => (a.candidate.key < b.candidate.key ? -1 : 1)),
  }
}
