import {
  type AmountRange,
  amountOf,
  type FactUse,
  leavesOf,
  type Measure,
  type Rulebook,
  type Situation,
  traceCondition,
} from '@huiqi/engine'
import { situationOfRow } from '../row-situation.ts'
import { isCertainAt } from './compare-reach.ts'
import { narrowTable } from './narrow-table.ts'
import type { Setting } from './plain-reach.ts'
import type { Reach } from './reach.ts'
import { sampleEvenly } from './sample-rows.ts'

/** A source that stands between some rows and a payment without a look. */
export interface BlockingSource {
  readonly source: string
  /** The facts that it gives below grade A, or does not give. */
  readonly facts: readonly string[]
  readonly rows: number
  /** Rows that nothing else blocks. */
  readonly alone: number
}

/** Rows looked at, and of how many they are an even sample. */
export interface Looked {
  readonly looked: number
  readonly of: number
}

/** How many could be paid without filing anything. */
export interface AutomaticShare {
  /** Of the rows reached for certain. */
  readonly certain: Looked & {
    /** Every fact is there at grade A by its usual source, and the amount is fixed. */
    readonly automatic: number
    /** Rows whose amount an officer decides, or that facts or the text leave open. */
    readonly amountOpen: number
    readonly blockedBy: readonly BlockingSource[]
  }
  /** Of the rows still open: the sources of the facts they wait for. */
  readonly open: Looked & {
    readonly waitingFor: readonly BlockingSource[]
    /** Rows that wait for a judgement or for the text, and for no fact. */
    readonly other: number
  }
  /** Whether the text is known well enough to decide money. */
  readonly isTextSure: boolean
}

interface OpenSource {
  readonly facts: Set<string>
  rows: number
  alone: number
}

/** Counts which sources block. */
const countSources = (rulebook: Rulebook) => {
  const found = new Map<string, OpenSource>()
  const sourceOf = (fact: string): string => rulebook.facts.get(fact)?.source ?? ''
  const entryOf = (source: string): OpenSource => {
    const entry = found.get(source) ?? { facts: new Set(), rows: 0, alone: 0 }
    found.set(source, entry)
    return entry
  }
  return {
    add: (facts: readonly string[], isAlone: boolean): void => {
      for (const fact of facts) entryOf(sourceOf(fact)).facts.add(fact)
      const sources = new Set(facts.map(sourceOf))
      for (const source of sources) {
        const entry = entryOf(source)
        entry.rows += 1
        if (isAlone && sources.size === 1) entry.alone += 1
      }
    },
    list: (): readonly BlockingSource[] =>
      [...found]
        .map(([source, { facts, rows, alone }]) => ({
          source,
          facts: [...facts].toSorted(),
          rows,
          alone,
        }))
        .toSorted((a, b) => b.rows - a.rows || (a.source < b.source ? -1 : 1)),
  }
}

const isWeak = (rulebook: Rulebook, { fact }: FactUse): boolean =>
  rulebook.facts.get(fact)?.grade !== 'A'

interface Look {
  readonly uses: readonly FactUse[]
  readonly isAmountFixed: boolean
  /** Whether an officer or a hole in the text leaves the amount open, whatever facts there are. */
  readonly isAmountLeftOpen: boolean
  /** Facts that the conditions wait for, and those that the amount waits for. */
  readonly missing: readonly string[]
  readonly missingForAmount: readonly string[]
}

const NO_LOOK: Look = {
  uses: [],
  isAmountFixed: true,
  isAmountLeftOpen: false,
  missing: [],
  missingForAmount: [],
}

const factsIn = (needs: readonly { readonly fact: string }[]): readonly string[] =>
  needs.map(({ fact }) => fact)

const ofAmount = (amount: AmountRange | null) => {
  const isAmountFixed = amount === null || amount.low === amount.high
  if (amount === null || isAmountFixed) {
    return { isAmountFixed, isAmountLeftOpen: false, missingForAmount: [] }
  }
  const { why, isDecidedByOfficer } = amount
  return {
    isAmountFixed,
    isAmountLeftOpen: isDecidedByOfficer || why.gaps.length + why.reviews.length > 0,
    missingForAmount: factsIn(why.missing),
  }
}

const lookAt = (situation: Situation, { eligible, benefit }: Measure): Look => {
  if (eligible === null) return NO_LOOK
  const trace = traceCondition(situation, eligible)
  const amount = benefit?.amount ? amountOf(situation, benefit.amount) : null
  return {
    uses: [...leavesOf(trace).flatMap(({ resolved }) => resolved.uses), ...(amount?.uses ?? [])],
    missing: factsIn(trace.why.missing),
    ...ofAmount(amount),
  }
}

/** Looks at how many could be paid automatically; `most` bounds the rows looked at. */
export const findAutomaticShare = (
  setting: Setting,
  { measure, reach }: { readonly measure: Measure; readonly reach: Reach },
  most: number,
): AutomaticShare => {
  const { table, rulebook, clock } = setting
  const narrow = narrowTable(table, rulebook, { measure })
  const look = (row: number): Look =>
    lookAt(situationOfRow(narrow, row, { rulebook, clock, about: measure.about }), measure)
  const certain = reach.rows.filter((_, at) => isCertainAt(reach, at))
  const open = reach.rows.filter((_, at) => !isCertainAt(reach, at))
  const isTextSure = measure.grade === 'primary' || measure.grade === 'corroborated'
  return {
    certain: lookAtCertain(rulebook, { rows: certain, look, most }),
    open: lookAtOpen(rulebook, { rows: open, look, most }),
    isTextSure,
  }
}

interface Rows {
  readonly rows: Uint32Array
  readonly look: (row: number) => Look
  readonly most: number
}

const lookAtCertain = (
  rulebook: Rulebook,
  { rows, look, most }: Rows,
): AutomaticShare['certain'] => {
  const sources = countSources(rulebook)
  const looked = sampleEvenly(rows, most)
  let [automatic, amountOpen] = [0, 0]
  for (const row of looked) {
    const { uses, isAmountFixed, isAmountLeftOpen, missingForAmount } = look(row)
    const weak = factsIn(uses.filter((use) => isWeak(rulebook, use)))
    sources.add([...weak, ...missingForAmount], !isAmountLeftOpen)
    if (!isAmountFixed) amountOpen += 1
    if (isAmountFixed && weak.length === 0) automatic += 1
  }
  const blockedBy = sources.list()
  return { looked: looked.length, of: rows.length, automatic, amountOpen, blockedBy }
}

const lookAtOpen = (rulebook: Rulebook, { rows, look, most }: Rows): AutomaticShare['open'] => {
  const sources = countSources(rulebook)
  const looked = sampleEvenly(rows, most)
  let other = 0
  for (const row of looked) {
    const { missing } = look(row)
    sources.add(missing, true)
    if (missing.length === 0) other += 1
  }
  return { looked: looked.length, of: rows.length, other, waitingFor: sources.list() }
}
