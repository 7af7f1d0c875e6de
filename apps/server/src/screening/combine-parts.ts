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

const combinePart = (part: readonly Candidate[], rules: Rules): Combination => {
  const [candidate, ...others] = part
  if (candidate !== undefined && others.length === 0 && isPlain(candidate)) {
    const { low, high } = candidate.amount ?? { low: fen(0), high: fen(0) }
    return { chosen: [{ candidate, counted: candidate.amount }], total: { low, high }, leftOut: [] }
  }
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
  const parts = partsOf(candidates).map((part) => combinePart(part, rules))
  const highs = parts.flatMap(({ total }) => total.high ?? [])
  return {
    chosen: parts.flatMap(({ chosen }) => chosen).toSorted((a, b) => worthOf(b) - worthOf(a)),
    total: {
      low: sumFen(parts.map(({ total }) => total.low)),
      high: highs.length === parts.length ? sumFen(highs) : null,
    },
    leftOut: parts
      .flatMap(({ leftOut }) => leftOut)
      .toSorted((a, b) => (a.candidate.key < b.candidate.key ? -1 : 1)),
  }
}
