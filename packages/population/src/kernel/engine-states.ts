import {
  boundsOf,
  known,
  open,
  prepareRulebook,
  type Resolved,
  resolveReference,
  type Situation,
} from '@huiqi/engine'
import { stateOfResolved, stateSpan } from '../compile/domain.ts'
import type { SlotSource } from '../compile/draft.ts'
import { situationOfRow } from '../row-situation.ts'
import type { BlockWindow } from './block-window.ts'
import type { BoundDerivation, BoundProgram } from './bound-program.ts'
import type { SlotStates } from './encode-slot.ts'

/** The value of a slot by the plain evaluator. Throws RangeError for a part of a formula. */
export const resolveSource = (situation: Situation, source: SlotSource): Resolved => {
  if (source.kind === 'fact') return situation.resolve(source.fact, source.year)
  if (source.kind === 'formula') return resolveReference(situation, source.reference)
  if (source.kind === 'thing') return situation.thing === null ? open({}) : known(true)
  throw new RangeError('a part of a formula has no value of its own')
}

type EngineDerivation = Extract<BoundDerivation, { kind: 'engine' }>

const writeState = (
  { domain }: EngineDerivation,
  resolved: Resolved,
  { states: { low, high }, row }: { readonly states: SlotStates; readonly row: number },
): void => {
  if (high === null || domain.kind !== 'ordered') {
    low[row] = stateOfResolved(domain, resolved)
    return
  }
  const span = stateSpan(domain, boundsOf(resolved))
  low[row] = span.low
  high[row] = span.high
}

/** The situations of the rows of a window, as the plain evaluator reads them; each is set up once a block. */
export const createRowSituations = (
  { engine }: Pick<BoundProgram, 'engine'>,
  window: BlockWindow,
): ((row: number) => Situation) => {
  let rulebook: ReturnType<typeof prepareRulebook> | null = null
  let [stamp, situations]: [number, Map<number, Situation>] = [-1, new Map()]
  return (row) => {
    if (engine === null) throw new TypeError('the program does without the plain evaluator')
    rulebook ??= prepareRulebook(engine.corpus)
    if (stamp !== window.stamp) [stamp, situations] = [window.stamp, new Map()]
    const ready = situations.get(row)
    if (ready !== undefined) return ready
    const reading = { rulebook, clock: engine.clock, about: 'any' } as const
    const situation = situationOfRow(window.table, window.start + row, reading)
    situations.set(row, situation)
    return situation
  }
}

/** Fills the states of a slot row by row with the plain evaluator. */
export const encodeByEngine = (
  derivation: EngineDerivation,
  situationAt: (row: number) => Situation,
  states: SlotStates,
): void => {
  for (let row = 0; row < states.low.length; row += 1) {
    const resolved = resolveSource(situationAt(row), derivation.source)
    writeState(derivation, resolved, { states, row })
  }
}
