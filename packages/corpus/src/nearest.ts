type Row = readonly number[]

/** The rows of the distance table before the present one. */
interface Rows {
  readonly previous: Row
  readonly beforePrevious: Row
}

const nextRow = (a: string, b: string, at: Rows & { readonly i: number }): Row => {
  const { previous, beforePrevious, i } = at
  const row = [i]
  const step = (place: number, from: Row): number => from[place] ?? Number.POSITIVE_INFINITY
  for (let j = 1; j <= b.length; j += 1) {
    const isEqual = a[i - 1] === b[j - 1]
    const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const substitution = step(j - 1, previous) + (isEqual ? 0 : 1)
    const swap = isSwap ? step(j - 2, beforePrevious) + 1 : substitution
    row.push(Math.min(substitution, swap, step(j, previous) + 1, step(j - 1, row) + 1))
  }
  return row
}

/** Single-character edits and swaps of neighbours from `a` to `b` (optimal string alignment). */
export const editDistance = (a: string, b: string): number => {
  let beforePrevious: Row = []
  let previous: Row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow(a, b, { previous, beforePrevious, i })
    beforePrevious = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

const MAXIMUM_SUGGESTIONS = 3

const canonical = (text: string): string => text.toLowerCase().replaceAll('-', '_')

/** The known names closest to `name`, nearest first, at most three; none when all are far. */
export const nearest = (name: string, known: Iterable<string>): readonly string[] => {
  const wanted = canonical(name)
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  const close: { readonly candidate: string; readonly distance: number }[] = []
  for (const candidate of known) {
    const other = canonical(candidate)
    if (Math.abs(other.length - wanted.length) > limit) {
      if (other.endsWith(`.${wanted}`)) close.push({ candidate, distance: 0.5 })
      continue
    }
    const distance = editDistance(wanted, other)
    if (distance <= limit) close.push({ candidate, distance })
  }
  return close
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, MAXIMUM_SUGGESTIONS)
    .map(({ candidate }) => candidate)
}
