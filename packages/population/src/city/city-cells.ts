/** What entities of one cell have in common, as positions in the frame. */
export interface Cell {
  readonly district: number
  readonly industry: number
  readonly kind: number
  /** Whether the register states the district, and the industry. */
  readonly statesDistrict: boolean
  readonly statesIndustry: boolean
}

/** How likely each cell is, as weights by position. */
export interface CellWeights {
  readonly kinds: readonly number[]
  /** By kind, then by industry. */
  readonly industries: readonly (readonly number[])[]
  /** By industry, then by district. */
  readonly districts: readonly (readonly number[])[]
  /** The shares of entities whose district or industry is not stated, from 0 to 1. */
  readonly unstated: { readonly district: number; readonly industry: number }
}

/**
 * Where each cell stands among the rows of a city: by district, then by industry, then by kind; where one is
 * not stated behind those where it is.
 */
export interface CityCells {
  readonly cells: readonly Cell[]
  /** The first row of each cell; one more than there are cells. */
  readonly starts: Int32Array
}

const sharesOf = (weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) throw new RangeError('no weight is above zero')
  return weights.map((weight) => weight / total)
}

interface Weighed extends Cell {
  readonly share: number
}

const STATED = [true, false]

/** The cells of a city in order, each with its share. */
function* weighCells({ unstated, ...weights }: CellWeights): Generator<Weighed> {
  const kinds = sharesOf(weights.kinds)
  const industries = weights.industries.map(sharesOf)
  const districts = weights.districts.map(sharesOf)
  const partOf = (isStated: boolean, missing: number): number => (isStated ? 1 - missing : missing)
  const ofDistrict = function* (district: number, cell: Omit<Weighed, 'industry' | 'kind'>) {
    for (const [industry, byDistrict] of districts.entries()) {
      for (const [kind, share] of kinds.entries()) {
        const within = share * (industries[kind]?.[industry] ?? 0) * (byDistrict[district] ?? 0)
        yield { ...cell, industry, kind, share: cell.share * within }
      }
    }
  }
  for (const statesDistrict of STATED) {
    for (const district of (districts[0] ?? []).keys()) {
      for (const statesIndustry of STATED) {
        const share =
          partOf(statesDistrict, unstated.district) * partOf(statesIndustry, unstated.industry)
        yield* ofDistrict(district, { district, statesDistrict, statesIndustry, share })
      }
    }
  }
}

/** Parts rows among cells by their weights; neighbouring rows are of the same cell. */
export const partCity = (rows: number, weights: CellWeights): CityCells => {
  const cells: Cell[] = []
  const starts = [0]
  let part = 0
  for (const { share, ...cell } of weighCells(weights)) {
    part += share
    cells.push(cell)
    starts.push(Math.min(rows, Math.floor(part * rows)))
  }
  starts[cells.length] = rows
  return { cells, starts: Int32Array.from(starts) }
}

/** The place of the cell that a row belongs to. */
export const cellOfRow = ({ starts }: CityCells, row: number): number => {
  let [from, to] = [0, starts.length - 1]
  while (to - from > 1) {
    const middle = (from + to) >>> 1
    if ((starts[middle] ?? 0) <= row) from = middle
    else to = middle
  }
  return from
}
