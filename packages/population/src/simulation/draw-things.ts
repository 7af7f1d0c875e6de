import { compare, type Exact, toApproximateNumber, yearOf } from '@huiqi/domain'
import { type Clock, codeLineage, type FactDefinition, type Rulebook } from '@huiqi/engine'
import { createPicker, type Picker } from '../city/picker.ts'
import { createRandom, hashText, type Random } from '../city/random.ts'
import { makeValues, STORAGES, type Storage } from '../io/storage.ts'
import { exactOfStored } from '../row-situation.ts'
import type { Column, Table } from '../table.ts'
import type { FactAssumption, ThingAssumption } from './thing-assumption.ts'
import { thingColumns } from './things.ts'

/** What things are drawn for. */
export interface DrawSetting {
  readonly rulebook: Rulebook
  readonly clock: Clock
  readonly seed: number
}

/** The value of a row in the unit of its fact, as a double; NaN when it is not known. */
type Read = (row: number) => number

interface Drawing {
  readonly table: Table
  readonly setting: DrawSetting
  readonly random: Random
  /** Columns drawn so far. */
  readonly drawn: Map<string, Column>
}

const BLOCK = 8_192

const unknown: Read = () => Number.NaN

const columnOf = ({ table, setting, drawn }: Drawing, fact: string): Column | undefined => {
  const own = drawn.get(fact)
  const isYearly = setting.rulebook.facts.get(fact)?.period === 'year'
  const year = isYearly ? yearOf(setting.clock.submittedOn) - 1 : null
  return own ?? table.columns.find((column) => column.fact === fact && column.year === year)
}

const readerOf = (drawing: Drawing, fact: string): Read => {
  const column = columnOf(drawing, fact)
  if (column === undefined) return unknown
  const { values, missing, unit } = column
  return (row) => {
    const stored = values[row] ?? missing
    return stored === missing ? Number.NaN : (stored * unit.n) / unit.d
  }
}

const definitionOf = ({ rulebook }: DrawSetting, fact: string): FactDefinition => {
  const definition = rulebook.facts.get(fact)
  if (!definition) throw new RangeError(`unknown fact: ${fact}`)
  return definition
}

type Draw = (row: number) => number | null

const byPart = (
  { random }: Drawing,
  of: Read,
  { step, shareOf }: { readonly step: Exact; readonly shareOf: (random: Random) => number },
): Draw => {
  const size = toApproximateNumber(step)
  return (row) => {
    const share = shareOf(random)
    const value = Math.floor((of(row) * share) / size + 1e-9)
    return Number.isNaN(value) ? null : Math.min(Math.max(value, 1), STORAGES.i32.greatest)
  }
}

/** Draws the stored value of a row; null when it rests on something that is not known. */
const drawOf = (drawing: Drawing, assumption: FactAssumption): Draw => {
  const { random } = drawing
  switch (assumption.kind) {
    case 'log-normal': {
      const { of, median, spread, step } = assumption
      const shareOf = () => median * Math.exp(spread * random.normal())
      return byPart(drawing, readerOf(drawing, of), { step, shareOf })
    }
    case 'part': {
      const { of, from, to, step } = assumption
      const shareOf = () => from + (to - from) * random.unit()
      return byPart(drawing, readerOf(drawing, of), { step, shareOf })
    }
    case 'one-of': {
      const pick: Picker = createPicker(Object.values(assumption.weights))
      return () => pick(random.unit())
    }
    case 'true':
      return () => (random.unit() < assumption.share ? 1 : 0)
  }
}

const traitsOf = (
  assumption: FactAssumption,
): {
  readonly storage: Storage
  readonly unit: Column['unit']
  readonly codes: Column['codes']
} => {
  switch (assumption.kind) {
    case 'log-normal':
    case 'part': {
      const { n, d } = assumption.step
      return { storage: 'i32', unit: { n: Number(n), d: Number(d) }, codes: null }
    }
    case 'one-of':
      return { storage: 'u8', unit: { n: 1, d: 1 }, codes: Object.keys(assumption.weights) }
    case 'true':
      return { storage: 'u8', unit: { n: 1, d: 1 }, codes: null }
  }
}

const drawColumn = (
  drawing: Drawing,
  { fact, assumption }: { readonly fact: string; readonly assumption: FactAssumption },
  has: Uint8Array,
): Column => {
  const { table, setting, random } = drawing
  const { storage, unit, codes } = traitsOf(assumption)
  const { missing, never } = STORAGES[storage]
  const { type } = definitionOf(setting, fact)
  const values = makeValues(storage, table.rows).fill(missing)
  const draw = drawOf(drawing, assumption)
  for (let row = 0; row < table.rows; row += 1) {
    if (row % BLOCK === 0) random.start(hashText(fact), row / BLOCK)
    if (has[row] === 0) continue
    const isMissing = random.unit() < assumption.missing
    const value = draw(row)
    if (!isMissing && value !== null) values[row] = value
  }
  return {
    fact,
    year: null,
    type,
    values,
    missing,
    never: type === 'date' ? never : null,
    unit,
    codes,
  }
}

const sectionOf = (rulebook: Rulebook, code: string): string => {
  const list = rulebook.facts.get('enterprise.industry')?.codes
  const index = list == null ? undefined : rulebook.codeLists.get(list)
  return (index && codeLineage(index, code).at(-1)) ?? code
}

/** The probability by position of the industry code, and for an industry that is not known. */
const chancesOf = (
  { rulebook }: DrawSetting,
  { sections, otherwise }: ThingAssumption,
  column: Column | undefined,
): ((row: number) => number) => {
  const byPosition = (column?.codes ?? []).map(
    (code) => sections[sectionOf(rulebook, code)] ?? otherwise,
  )
  return (row) => byPosition[column?.values[row] ?? -1] ?? otherwise
}

const factorOf = ({ times }: ThingAssumption, column: Column | undefined): Read => {
  const cache = new Map<number, number>()
  return (row) => {
    const stored = column?.values[row]
    if (column === undefined || stored === undefined || stored === column.missing) return 0
    const known = cache.get(stored)
    if (known !== undefined) return known
    const value = exactOfStored(stored, column)
    const factor = times.find(({ atLeast }) => compare(value, atLeast) >= 0)?.factor ?? 0
    if (cache.size < BLOCK) cache.set(stored, factor)
    return factor
  }
}

const drawWho = (drawing: Drawing, assumption: ThingAssumption): Uint8Array => {
  const { table, setting, random } = drawing
  const industry = table.columns.find(({ fact }) => fact === 'enterprise.industry')
  const chance = chancesOf(setting, assumption, industry)
  const factor = factorOf(assumption, columnOf(drawing, assumption.size))
  const has = new Uint8Array(table.rows)
  for (let row = 0; row < table.rows; row += 1) {
    if (row % BLOCK === 0) random.start(hashText(assumption.about), row / BLOCK)
    if (random.unit() < chance(row) * factor(row)) has[row] = 1
  }
  return has
}

/**
 * The table with assumed things of one kind, at most one a row, in place of what it says of such
 * things. Rows without one have no value in any of their columns. The same seed gives the same things.
 */
export const drawThings = (
  table: Table,
  assumption: ThingAssumption,
  setting: DrawSetting,
): Table => {
  const { about, facts } = assumption
  const random = createRandom(setting.seed)
  const drawing: Drawing = { table, setting, random, drawn: new Map() }
  const has = drawWho(drawing, assumption)
  for (const [fact, each] of Object.entries(facts)) {
    if (!setting.rulebook.facts.has(fact)) continue
    drawing.drawn.set(fact, drawColumn(drawing, { fact, assumption: each }, has))
  }
  const replaced = new Set(thingColumns(table, setting.rulebook, about))
  const kept = table.columns.filter((column) => !replaced.has(column))
  return { ...table, columns: [...kept, ...drawing.drawn.values()] }
}
