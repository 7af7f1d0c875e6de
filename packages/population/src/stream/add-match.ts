import type {
  GroupedMatch,
  MeasureMatch,
  MoneyTotal,
  PopulationMatch,
} from '../run/population-match.ts'

const addMoney = (a: MoneyTotal | null, b: MoneyTotal | null): MoneyTotal | null => {
  if (a === null || b === null) return a ?? b
  return {
    low: a.low + b.low,
    high: a.high + b.high,
    unbounded: a.unbounded + b.unbounded,
    unknown: a.unknown + b.unknown,
  }
}

const addMeasure = (a: MeasureMatch, b: MeasureMatch): MeasureMatch => ({
  ...a,
  certain: a.certain + b.certain,
  possible: a.possible + b.possible,
  money: addMoney(a.money, b.money),
})

const addCounts = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((count, label) => count + (b[label] ?? 0))

/** Counts are worked out at once, so that the parts can be let go. */
const addGroup = (a: GroupedMatch, b: GroupedMatch, measures: number): GroupedMatch => {
  const counts = Array.from({ length: measures }, (_, measure) => {
    const [one, other] = [a.countsOf(measure), b.countsOf(measure)]
    return {
      certain: addCounts(one.certain, other.certain),
      possible: addCounts(one.possible, other.possible),
    }
  })
  const none = { certain: [], possible: [] }
  return { ...a, rows: addCounts(a.rows, b.rows), countsOf: (measure) => counts[measure] ?? none }
}

/** Two parts of a population, answered for the same program, together. */
export const addMatch = (a: PopulationMatch, b: PopulationMatch): PopulationMatch => ({
  rows: a.rows + b.rows,
  measures: a.measures.map((measure, place) => {
    const other = b.measures[place]
    return other === undefined ? measure : addMeasure(measure, other)
  }),
  groups: a.groups.map((group, place) => {
    const other = b.groups[place]
    return other === undefined ? group : addGroup(group, other, a.measures.length)
  }),
})
