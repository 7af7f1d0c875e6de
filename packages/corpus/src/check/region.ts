import { compare, type Exact } from '@huiqi/domain'

/** One end of a span; null value is infinity. */
export interface Bound {
  readonly value: Exact | null
  readonly isIncluded: boolean
}

/** A stretch of numbers. */
export interface Span {
  readonly low: Bound
  readonly high: Bound
}

/** Some of the values that a reference can take: stretches of numbers, or a choice among names. */
export type Region =
  | { readonly kind: 'spans'; readonly spans: readonly Span[]; readonly hasNever: boolean }
  | {
      readonly kind: 'names'
      readonly names: ReadonlySet<string>
      readonly universe: ReadonlySet<string>
    }

const OPEN: Bound = { value: null, isIncluded: false }
const LINE: Span = { low: OPEN, high: OPEN }

/** Every number. */
export const EVERYTHING: Region = { kind: 'spans', spans: [LINE], hasNever: false }

/** Every day, and never. */
export const EVERY_DAY: Region = { kind: 'spans', spans: [LINE], hasNever: true }

/** All names. */
export const allNames = (universe: ReadonlySet<string>): Region => ({
  kind: 'names',
  names: universe,
  universe,
})

const isEmptySpan = ({ low, high }: Span): boolean => {
  if (low.value === null || high.value === null) return false
  const order = compare(low.value, high.value)
  return order > 0 || (order === 0 && !(low.isIncluded && high.isIncluded))
}

const laterLow = (a: Bound, b: Bound): Bound => {
  if (a.value === null) return b
  if (b.value === null) return a
  const order = compare(a.value, b.value)
  if (order === 0) return a.isIncluded ? b : a
  return order > 0 ? a : b
}

const earlierHigh = (a: Bound, b: Bound): Bound => {
  if (a.value === null) return b
  if (b.value === null) return a
  const order = compare(a.value, b.value)
  if (order === 0) return a.isIncluded ? b : a
  return order < 0 ? a : b
}

const meetSpans = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a
    .flatMap((x) =>
      b.map((y) => ({ low: laterLow(x.low, y.low), high: earlierHigh(x.high, y.high) })),
    )
    .filter((span) => !isEmptySpan(span))

const gapsOf = (span: Span): readonly Span[] => {
  const { low, high } = span
  const before: Span[] =
    low.value === null
      ? []
      : [{ low: OPEN, high: { value: low.value, isIncluded: !low.isIncluded } }]
  const after: Span[] =
    high.value === null
      ? []
      : [{ low: { value: high.value, isIncluded: !high.isIncluded }, high: OPEN }]
  return [...before, ...after]
}

const complementSpans = (spans: readonly Span[]): readonly Span[] =>
  spans.reduce<readonly Span[]>((rest, span) => meetSpans(rest, gapsOf(span)), [LINE])

const filterNames = (
  names: ReadonlySet<string>,
  keep: (name: string) => boolean,
): ReadonlySet<string> => new Set([...names].filter(keep))

/** The values in both regions, which are of one kind. */
export const meet = (a: Region, b: Region): Region => {
  if (a.kind === 'spans' && b.kind === 'spans') {
    return { kind: 'spans', spans: meetSpans(a.spans, b.spans), hasNever: a.hasNever && b.hasNever }
  }
  if (a.kind === 'names' && b.kind === 'names') {
    return { ...a, names: filterNames(a.names, (name) => b.names.has(name)) }
  }
  throw new TypeError('regions of different kinds')
}

/** The values that are not in the region; `whole` is everything the reference can be. */
export const complement = (region: Region, whole: Region): Region => {
  if (region.kind === 'names') {
    return { ...region, names: filterNames(region.universe, (name) => !region.names.has(name)) }
  }
  const hasNever = whole.kind === 'spans' && whole.hasNever && !region.hasNever
  return { kind: 'spans', spans: complementSpans(region.spans), hasNever }
}

/** Whether no value is in the region. */
export const isEmpty = (region: Region): boolean =>
  region.kind === 'names' ? region.names.size === 0 : region.spans.length === 0 && !region.hasNever

/** Whether every value of `part` is in `container`. */
export const isInside = (part: Region, container: Region, whole: Region): boolean =>
  isEmpty(meet(part, complement(container, whole)))
