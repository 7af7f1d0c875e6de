import type { Exact } from '@huiqi/domain'
import { exact, toApproximateNumber } from '@huiqi/domain'
import { type Arithmetic, type ArithmeticFact, evaluateArithmetic } from '../compile/arithmetic.ts'
import { below, type Cut, compareCuts } from '../compile/cut.ts'
import type { Rules } from '../compile/program.ts'
import type { Slot } from '../compile/slot.ts'
import { bindSlot, columnOf } from '../kernel/bind-slot.ts'
import type { BoundSlot } from '../kernel/bound-program.ts'
import { exactOfStored } from '../row-situation.ts'
import type { Table } from '../table.ts'

/** The states of a slot that follows from others, one byte for each row, as far as they were worked out. */
export interface KeptStates {
  readonly slot: BoundSlot
  /** What the states lie between; null where they are the states of the slot itself. */
  readonly edges: readonly Cut[] | null
  readonly states: Uint8Array
  /** 1 for each block that is worked out. */
  readonly filled: Uint8Array
}

/** The bytes of the blocks that are worked out: memory that nothing was written to costs nothing. */
const bytesOf = ({ filled }: KeptStates, blockRows: number): number =>
  filled.reduce((sum, each) => sum + each, 0) * blockRows

/** Keeps the states that were used last. */
export type KeepStates = (slot: Slot, bound: BoundSlot) => KeptStates | null

const KEPT_BYTES = 96 * 1024 * 1024
const BYTE_VALUES = 256
/** The last value of a byte stays free. */
const MOST_STATES = BYTE_VALUES - 1
const SAMPLES = 1000
/** Places behind the point of an edge. */
const GRAIN = 1e6

const sampleOf = ({ columns, rows }: Table, expression: Arithmetic): readonly number[] => {
  const places = new Map<ArithmeticFact, number>()
  const valueAt = (row: number) =>
    evaluateArithmetic(expression, (fact): Exact | null => {
      const place =
        places.get(fact) ?? columnOf({ columns, rows, uscc: null }, fact.fact, fact.year)
      places.set(fact, place)
      const column = columns[place]
      const value = column?.values[row]
      if (column === undefined || value === undefined) return null
      return value === column.missing || value === column.never
        ? null
        : exactOfStored(value, column)
    })
  const taken = Math.min(SAMPLES, rows)
  return Array.from({ length: taken }, (_, at) => valueAt(Math.floor((at * rows) / taken)))
    .filter((value) => value !== null)
    .map(toApproximateNumber)
}

/** Cuts that part the values of an expression into many small shares; any cuts would do. */
const edgesOf = (table: Table, expression: Arithmetic): readonly Cut[] => {
  const sample = sampleOf(table, expression)
    .map((value) => Math.round(value * GRAIN))
    .filter(Number.isSafeInteger)
    .sort((a, b) => a - b)
  const wanted = MOST_STATES - 2
  const edges = Array.from({ length: wanted }, (_, at) =>
    sample.at(Math.floor((at * sample.length) / wanted)),
  )
  return [...new Set(edges)].flatMap((edge) =>
    edge === undefined ? [] : [below(exact(edge, GRAIN))],
  )
}

/** Tells domains apart: slots with the same key and domain have the same states. */
const keyOf = ({ key, domain }: Slot): string => {
  if (domain.kind === 'ordered') {
    return JSON.stringify([
      key,
      domain.cuts.map(({ value, side }) => [String(value?.n), String(value?.d), side]),
    ])
  }
  const { byCode, bySignature, matchers } = domain.classes
  const tests = matchers.map(({ listed, hasDescendants }) => [[...listed], hasDescendants])
  return JSON.stringify([key, [...byCode], [...bySignature], tests, domain.narrowed])
}

/** The states of numbers by edges of our own, so that they serve whatever a measure compares them with. */
const coarse = (
  table: Table,
  rules: Rules,
  slot: Slot,
): Pick<KeptStates, 'slot' | 'edges'> | null => {
  const { domain, derivation } = slot
  if (derivation?.kind !== 'arithmetic' || domain.kind !== 'ordered' || domain.hasNever) return null
  const cuts = edgesOf(table, derivation.expression)
  return { slot: bindSlot(rules, { ...slot, domain: { ...domain, cuts } }, table), edges: cuts }
}

/** Keeps what was worked out of slots of a table, but for the least recently used beyond `KEPT_BYTES`. */
export const createKeepStates = (table: Table, rules: Rules, blockRows: number): KeepStates => {
  const kept = new Map<string, KeptStates>()
  const leaveOut = (): void => {
    let bytes = 0
    for (const [key, states] of [...kept].reverse()) {
      bytes += bytesOf(states, blockRows)
      if (bytes > KEPT_BYTES) kept.delete(key)
    }
  }

  const start = (slot: Slot, bound: BoundSlot): KeptStates | null => {
    const isNumber = slot.derivation?.kind === 'arithmetic'
    const found = isNumber ? coarse(table, rules, slot) : { slot: bound, edges: null }
    if (found === null || found.slot.states > MOST_STATES) return null
    const filled = new Uint8Array(Math.ceil(table.rows / blockRows))
    return { ...found, states: new Uint8Array(table.rows), filled }
  }

  return (slot, bound) => {
    const key = slot.derivation?.kind === 'arithmetic' ? slot.key : keyOf(slot)
    const states = kept.get(key) ?? start(slot, bound)
    if (states === null) return null
    kept.delete(key)
    kept.set(key, states)
    leaveOut()
    return states
  }
}

/** How many ascending edges lie below a cut. */
const placeAmong = (edges: readonly Cut[], cut: Cut): number => {
  let [from, to] = [0, edges.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const edge = edges[middle]
    if (edge !== undefined && compareCuts(edge, cut) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/** For each kept state the state of a slot with these cuts; the open one where several are possible. */
export const statesByKept = (
  { edges }: Pick<KeptStates, 'edges'>,
  cuts: readonly Cut[],
): Uint16Array => {
  if (edges === null) return Uint16Array.from({ length: BYTE_VALUES }, (_, state) => state)
  const passedFrom: number[] = []
  const torn = new Set<number>()
  for (const cut of cuts) {
    const at = placeAmong(edges, cut)
    const edge = edges[at]
    passedFrom.push(at + 1)
    if (edge === undefined || compareCuts(edge, cut) !== 0) torn.add(at)
  }
  const open = cuts.length + 1
  return Uint16Array.from({ length: BYTE_VALUES }, (_, state) =>
    state > edges.length || torn.has(state)
      ? open
      : passedFrom.filter((from) => from <= state).length,
  )
}
