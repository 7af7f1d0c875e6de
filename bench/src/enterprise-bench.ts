import type { Corpus, Need, Scalar } from '@huiqi/engine'
import { type Clock, decide, prepareRulebook, situationOf } from '@huiqi/engine'
import {
  buildEnterpriseIndex,
  compilePopulation,
  type EnterpriseAnswers,
  type EnterpriseIndex,
  type EnterpriseWithThings,
  enterpriseOfRow,
  generateCity,
  syntheticMeasures,
  withSyntheticMeasures,
} from '@huiqi/population'
import { formatTable } from './markdown-table.ts'
import { type Times, timeEach } from './time-each.ts'

/** How much is generated and how often it is timed. */
export interface EnterpriseEffort {
  readonly measures: number
  readonly enterprises: number
  readonly rounds: number
  /** Enterprises for which the plain evaluator is timed. */
  readonly plain: number
}

interface Restatement {
  readonly need: Need
  readonly value: Scalar | null
}

/** Generated measures and enterprises with an index over them. */
export interface EnterpriseBench {
  readonly index: EnterpriseIndex
  readonly enterprises: readonly EnterpriseWithThings[]
  /** Facts that some measure asks for, with values to state one after the other. */
  readonly restatements: readonly Restatement[]
  readonly compileMs: number
  /** Fastest of several times. */
  readonly buildMs: number
}

const BUILDS = 5

const timeMs = <Made>(make: () => Made): { readonly made: Made; readonly ms: number } => {
  const start = performance.now()
  const made = make()
  return { made, ms: performance.now() - start }
}

const restatementsOf = (
  { program }: EnterpriseIndex,
  enterprises: readonly EnterpriseWithThings[],
): readonly Restatement[] => {
  const needs = program.slots.flatMap(({ source, derivation }) =>
    source.kind === 'fact' && derivation === null ? [source] : [],
  )
  return enterprises.flatMap(({ enterprise: { facts } }, place) => {
    const need = needs[place % needs.length]
    if (need === undefined) return []
    const stated = (facts[need.fact] ?? []).find(({ year }) => year === need.year)
    return [{ need: { fact: need.fact, year: need.year }, value: stated?.value ?? null }]
  })
}

/** Generates measures from those of the corpus, and a city of enterprises. */
export const makeEnterpriseBench = (
  corpus: Corpus,
  clock: Clock,
  { measures: count, enterprises: rows }: EnterpriseEffort,
): EnterpriseBench => {
  const real = prepareRulebook(corpus)
  const measures = syntheticMeasures({ rulebook: real, count, seed: 1, asOf: clock.asOf })
  const rulebook = withSyntheticMeasures(real, measures)
  const compiled = timeMs(() => compilePopulation(measures, { rulebook, clock }))
  const builds = Array.from({ length: BUILDS }, () =>
    timeMs(() => buildEnterpriseIndex(compiled.made)),
  )
  const [first] = builds
  if (first === undefined) throw new RangeError('nothing was built')
  const table = generateCity({ enterprises: rows, seed: 2, rulebook: real, asOf: clock.asOf })
  const enterprises = Array.from({ length: rows }, (_, row) => enterpriseOfRow(table, row, real))
  return {
    index: first.made,
    enterprises,
    restatements: restatementsOf(first.made, enterprises),
    compileMs: compiled.ms,
    buildMs: Math.min(...builds.map(({ ms }) => ms)),
  }
}

/** Pairs on which the index and the plain evaluator differ, of the first so many enterprises. */
export const countIndexDifferences = (
  { index, enterprises }: EnterpriseBench,
  count: number,
): number => {
  const { measures, rulebook, clock } = index.program
  let differences = 0
  for (const each of enterprises.slice(0, count)) {
    const answers = index.open(each)
    const certain = new Set(answers.certain())
    const open = new Set(answers.open())
    const situation = situationOf(rulebook, each.enterprise, { clock })
    for (const [place, { measure }] of measures.entries()) {
      const { outcome } = decide(measure, situation)
      const isOpen = outcome === 'unknown' || outcome === 'needs-review'
      if (certain.has(place) !== (outcome === 'met') || open.has(place) !== isOpen) differences += 1
    }
  }
  return differences
}

const explainHits = (answers: EnterpriseAnswers): number => {
  let leaves = 0
  for (const place of answers.certain()) leaves += answers.reasons(place).length
  for (const place of answers.open()) leaves += answers.reasons(place).length
  return leaves
}

const tellAll = (answers: EnterpriseAnswers): void => {
  explainHits(answers)
  answers.money()
  answers.nearMisses()
  answers.questions()
}

/** One line of the bench. */
interface Line {
  readonly name: string
  readonly times: Times
}

/** Looks at everything that is stated, as whoever reads it from a database does. */
const readThrough = ({ enterprise, things }: EnterpriseWithThings): number => {
  let stated = 0
  for (const { facts } of [enterprise, ...Object.values(things)]) {
    for (const entries of Object.values(facts)) {
      for (const { value } of entries) stated += typeof value === 'object' ? Number(value.n) : 1
    }
  }
  return stated
}

const timeOpened = (
  { index, enterprises }: EnterpriseBench,
  { rounds, isJustRead }: EnterpriseEffort & { readonly isJustRead: boolean },
  ask: (answers: EnterpriseAnswers) => void,
): Times => {
  let sum = 0
  const before = (place: number): void => {
    const enterprise = enterprises[place]
    if (isJustRead && enterprise !== undefined) sum += readThrough(enterprise)
  }
  const times = timeEach({ count: enterprises.length, rounds, before }, (place) => {
    const enterprise = enterprises[place]
    if (enterprise !== undefined) ask(index.open(enterprise))
  })
  if (Number.isNaN(sum)) throw new RangeError('a number that is none')
  return times
}

const timeChanges = (
  { index, enterprises, restatements }: EnterpriseBench,
  { rounds }: EnterpriseEffort,
): Times => {
  const [first] = enterprises
  if (first === undefined) throw new RangeError('no enterprises')
  const answers = index.open(first)
  return timeEach({ count: restatements.length, rounds }, (place) => {
    const restatement = restatements[place]
    if (restatement === undefined) return
    const { need, value } = restatement
    answers.change(need, value === null ? null : { value })
    answers.counts()
  })
}

const timePlain = ({ index, enterprises }: EnterpriseBench, { plain }: EnterpriseEffort): Times => {
  const { measures, rulebook, clock } = index.program
  return timeEach({ count: Math.min(plain, enterprises.length), rounds: 1 }, (place) => {
    const enterprise = enterprises[place]?.enterprise
    if (enterprise === undefined) return
    const situation = situationOf(rulebook, enterprise, { clock })
    for (const { measure } of measures) decide(measure, situation)
  })
}

/** Times what an enterprise is told, each from its facts on. */
export const timeEnterprise = (
  bench: EnterpriseBench,
  effort: EnterpriseEffort,
): readonly Line[] => {
  const opened = (ask: (answers: EnterpriseAnswers) => void, isJustRead = true): Times =>
    timeOpened(bench, { ...effort, isJustRead }, ask)
  const counts = (answers: EnterpriseAnswers) => answers.counts()
  return [
    { name: 'verdicts and counts', times: opened(counts) },
    { name: 'the same, its file read long before', times: opened(counts, false) },
    { name: 'one fact changed, verdicts and counts again', times: timeChanges(bench, effort) },
    { name: 'verdicts and money', times: opened((answers) => answers.money()) },
    { name: 'verdicts and near misses', times: opened((answers) => answers.nearMisses()) },
    { name: 'verdicts and questions', times: opened((answers) => answers.questions()) },
    { name: 'verdicts and reasons of every hit', times: opened(explainHits) },
    { name: 'all of it', times: opened(tellAll) },
    { name: 'plain evaluator, measure by measure', times: timePlain(bench, effort) },
  ]
}

const inUnit = (microseconds: number): string =>
  microseconds < 1000
    ? `${microseconds.toFixed(1)} µs`
    : `${(microseconds / 1000).toFixed(microseconds < 100_000 ? 2 : 0)} ms`

/** The lines as a table; the ratio says how often each goes into the last one, by medians. */
export const formatLines = (lines: readonly Line[]): string => {
  const slowest = lines.at(-1)?.times.p50 ?? Number.NaN
  const columns = ['p50', 'p99', 'max', 'times faster'].map(
    (heading) => ({ heading, align: 'right' }) as const,
  )
  return formatTable(
    [{ heading: 'for one enterprise', align: 'left' }, ...columns],
    lines.map(({ name, times: { p50, p99, max } }) => [
      name,
      inUnit(p50),
      inUnit(p99),
      inUnit(max),
      (slowest / p50).toLocaleString('en-US', { maximumFractionDigits: 0 }),
    ]),
  )
}
