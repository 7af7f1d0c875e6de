import type { Measure, Situation } from '@huiqi/engine'
import { openPopulation, situationOfRow, type Table } from '@huiqi/population'
import type { Answer, LoadPeer } from '../peer.ts'
import { type PeerFacts, type PeerRule, type PeerValue, toPeerRules } from '../peer-rule.ts'
import { loadLenientJsonRulesEngine } from '../peers/json-rules-engine.ts'
import { loadZenEngine } from '../peers/zen-engine.ts'
import { type BenchCity, someMeasures } from './city-rules.ts'
import { makeClosures } from './closures.ts'
import { sampleRows } from './part-of-table.ts'
import { timedMedian } from './timed.ts'

/** On how much the peers are run. */
export interface PeerEffort {
  readonly measures: number
  readonly rows: number
  /** Rows for the engines that take microseconds for a pair. */
  readonly slowRows: number
  readonly repeats: number
}

/** A peer on its part: the time of one pair, and how far it says what we say. */
export interface PeerResult {
  readonly name: string
  readonly note: string
  readonly measures: number
  readonly rows: number
  readonly msPerPair: number
  /** Pairs that both answer met or unmet, or both may leave open; and those answered alike. */
  readonly of: number
  readonly same: number
  /** Pairs that we decide and it leaves open: a size class known only to lie within a span. */
  readonly undecided: number
}

const ANSWERS: readonly Answer[] = ['unmet', 'met', 'unknown']

/** The rules that the peers can say, with rows to answer them for. */
interface PeerSet {
  readonly rules: readonly PeerRule[]
  readonly variables: readonly string[]
  readonly facts: readonly PeerFacts[]
  /** What we say, by rule and row. */
  readonly ours: readonly (readonly Answer[])[]
}

const bitAt = (bits: Uint32Array, row: number): boolean =>
  (((bits[row >> 5] ?? 0) >>> (row & 31)) & 1) === 1

const answersOf = (
  { rules }: BenchCity,
  table: Table,
  measures: readonly Measure[],
): readonly (readonly Answer[])[] => {
  const population = openPopulation(table, rules, [])
  return measures.map((measure) => {
    const { certainRows, possibleRows } = population.matchOne(measure)
    return Array.from({ length: table.rows }, (_, row): Answer => {
      if (bitAt(certainRows, row)) return 'met'
      return bitAt(possibleRows, row) ? 'unknown' : 'unmet'
    })
  })
}

const makeSet = (city: BenchCity, effort: PeerEffort): PeerSet => {
  const { rulebook, clock, measures: all } = city.rules
  const table = sampleRows(city.table, effort.rows)
  const situations = Array.from(
    { length: table.rows },
    (_, row): Situation => situationOfRow(table, row, { rulebook, clock, about: 'enterprise' }),
  )
  const chosen = someMeasures(all, effort.measures)
  const [first] = situations
  if (first === undefined) throw new RangeError('no rows')
  const translated = toPeerRules(chosen, first)
  const measures = chosen.filter((_, index) => translated.rules[index])
  return {
    rules: translated.rules.flatMap((rule) => rule ?? []),
    variables: translated.variables,
    facts: situations.map(translated.factsOf),
    ours: answersOf(city, table, measures),
  }
}

type Agreement = Pick<PeerResult, 'same' | 'of' | 'undecided'>

/** Counts answers like ours where a pair is asked about. */
const agreement = (
  { ours }: PeerSet,
  rows: readonly (readonly Answer[])[],
  isAsked: (row: number, rule: number) => boolean,
): Agreement => {
  const asked = rows.flatMap((said, row) =>
    said.flatMap((answer, rule) =>
      isAsked(row, rule) ? [{ answer, own: ours[rule]?.[row] ?? 'error' }] : [],
    ),
  )
  const answered = asked.filter(({ answer, own }) => answer !== 'unknown' || own === 'unknown')
  return {
    of: answered.length,
    same: answered.filter(({ answer, own }) => answer === own).length,
    undecided: asked.length - answered.length,
  }
}

/** The closures' result, with their answers by row and rule. */
interface ClosureRun {
  readonly result: PeerResult
  readonly answers: readonly (readonly Answer[])[]
}

const runClosures = async (set: PeerSet, repeats: number): Promise<ClosureRun> => {
  const { rules, variables, facts } = set
  const closures = makeClosures(rules, variables, facts)
  const counts = new Float64Array(3)
  const { ms } = await timedMedian(repeats, () => {
    for (const closure of closures) {
      for (let row = 0; row < facts.length; row += 1) {
        const verdict = closure(row)
        counts[verdict] = (counts[verdict] ?? 0) + 1
      }
    }
  })
  const answers = facts.map((_, row) => closures.map((closure) => ANSWERS[closure(row)] ?? 'error'))
  const result = {
    name: 'closures',
    note: 'one three-valued function for each measure over columns of numbers, one thread',
    measures: rules.length,
    rows: facts.length,
    msPerPair: ms / (rules.length * facts.length),
    ...agreement(set, answers, () => true),
  }
  return { result, answers }
}

const STAND_IN: Readonly<Record<string, PeerValue>> = { number: -1, boolean: false, string: '' }

/** Something of the right type for every value that is not known: these engines know two answers only. */
const filledFacts = ({ variables, facts }: PeerSet, rows: number): readonly PeerFacts[] => {
  const standIns = variables.map((name): [string, PeerValue] => {
    const known = facts.find((row) => row[name] !== undefined)?.[name]
    return [name, STAND_IN[typeof known] ?? -1]
  })
  return facts.slice(0, rows).map((row) => ({ ...Object.fromEntries(standIns), ...row }))
}

interface EngineEffort extends PeerEffort {
  /** Two answers can be compared only where no missing value matters. */
  readonly isAsked: (row: number, rule: number) => boolean
}

const runEngine = async (
  set: PeerSet,
  load: LoadPeer,
  { slowRows, repeats, isAsked }: EngineEffort,
): Promise<PeerResult> => {
  const peer = load(set.rules, set.variables)
  const facts = filledFacts(set, slowRows)
  const { ms, result } = await timedMedian(repeats, async () => {
    const answers: (readonly Answer[])[] = []
    for (const row of facts) answers.push(await peer.answerAll(row))
    return answers
  })
  return {
    name: peer.name,
    note: `${peer.note}; two answers only`,
    measures: set.rules.length,
    rows: facts.length,
    msPerPair: ms / (set.rules.length * facts.length),
    ...agreement(set, result, isAsked),
  }
}

/** Runs the peers on a part of the measures and rows. */
export const comparePeers = async (
  city: BenchCity,
  effort: PeerEffort,
): Promise<readonly PeerResult[]> => {
  const set = makeSet(city, effort)
  const closures = await runClosures(set, effort.repeats)
  const isAsked = (row: number, rule: number): boolean =>
    closures.answers[row]?.[rule] !== 'unknown'
  const engineEffort = { ...effort, isAsked }
  return [
    closures.result,
    await runEngine(set, loadZenEngine, engineEffort),
    await runEngine(set, loadLenientJsonRulesEngine, engineEffort),
  ]
}
