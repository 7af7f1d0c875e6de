import { writeFile } from 'node:fs/promises'
import { type Exact, type Fen, fen, hasCode, type Issue } from '@huiqi/domain'
import type { Clock, Measure, Rulebook } from '@huiqi/engine'
import {
  applyChanges,
  drawSvg,
  parseAmountText,
  parseChange,
  parseRateText,
  parseSweep,
  planSweep,
  type Sweep,
  simulate as simulateMeasure,
  simulationCsv,
  type Versions,
} from '@huiqi/population'
import { findMeasure } from '../find-measure.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { loadRulebook } from '../load.ts'
import { showIssue } from '../show/failure.ts'
import { paint } from '../show/paint.ts'
import {
  loadPopulation,
  type Population,
  type PopulationOptions,
  simulateError,
} from '../simulation/load-population.ts'
import { showSimulation } from '../simulation/show-simulation.ts'
import { simulationChart } from '../simulation/simulation-chart.ts'
import { showSimulationIssue } from '../simulation/simulation-issues.ts'
import { simulationJson } from '../simulation/simulation-json.ts'
import { type SimulationPage, wordsOf } from '../simulation/simulation-page.ts'
import { rateProgress } from './city-progress.ts'
import { sayCityIssue } from './city-run.ts'

/** What `simulate` is asked. */
export interface SimulateOptions extends PopulationOptions {
  readonly change?: readonly string[]
  readonly sweep?: string
  readonly takeUp?: string
  readonly budget?: string
  readonly json?: true
  readonly csv?: string
  readonly svg?: string
}

const takeUpOf = (text: string): Exact => {
  const rate = parseRateText(text)
  if (rate !== null && typeof rate === 'object' && rate.n <= rate.d) return rate
  throw simulateError('simulate.take-up', '--take-up', { text })
}

const budgetOf = (text: string): Fen => {
  const amount = parseAmountText(text)
  if (amount !== null && typeof amount === 'object') return fen(amount.n)
  throw simulateError('simulate.budget', '--budget', { text })
}

/** The size of the pool that a measure draws on; null when it has none or the text does not say. */
const poolOf = (rulebook: Rulebook, { benefit }: Measure): Fen | null => {
  const pool = benefit?.pool == null ? undefined : rulebook.pools.get(benefit.pool)
  const size = pool?.size.kind === 'literal' ? pool.size.value : null
  return typeof size === 'object' && size !== null ? fen(size.n) : null
}

interface Plan {
  readonly versions: Versions
  readonly sweep: Sweep | null
  readonly takeUp: Exact | null
  readonly budget: Fen | null
}

const planOf = (rulebook: Rulebook, measure: Measure, options: SimulateOptions): Plan => {
  const { change = [], sweep, takeUp, budget } = options
  const versions = applyChanges(rulebook, measure, change.map(parseChange))
  return {
    versions,
    sweep: sweep === undefined ? null : planSweep(rulebook, versions.after, parseSweep(sweep)),
    takeUp: takeUp === undefined ? null : takeUpOf(takeUp),
    budget: budget === undefined ? poolOf(rulebook, measure) : budgetOf(budget),
  }
}

const run = (
  io: Io,
  rulebook: Rulebook,
  { plan, population }: { readonly plan: Plan; readonly population: Population },
): SimulationPage => {
  const { table, clock, ...source } = population
  const { versions, sweep, takeUp, budget } = plan
  const { stages } = wordsOf(io).text
  const progress = rateProgress(io)
  const report = simulateMeasure({
    table,
    rulebook,
    before: versions.before,
    after: versions.after,
    options: {
      clock,
      budget,
      sweep,
      ...(takeUp === null ? {} : { takeUp }),
      onProgress: (stage, done, of) => progress.show(stages[stage], done, of),
    },
  })
  progress.clear()
  return { io, rulebook, source, report, changes: versions.changes }
}

/** Waits for a population with a word of it on the error stream of a terminal. */
const opened = async (io: Io, load: () => Promise<Population>): Promise<Population> => {
  if (io.terminal === null) return load()
  io.err(`${wordsOf(io).text.opening} …`)
  try {
    return await load()
  } finally {
    io.err('\r\u001b[2K')
  }
}

const writeFiles = async (
  io: Io,
  page: SimulationPage,
  { csv, svg }: SimulateOptions,
): Promise<void> => {
  const { text } = wordsOf(io)
  const files = [
    [csv, () => simulationCsv(page.report)] as const,
    [svg, () => drawSvg(simulationChart(page))] as const,
  ]
  for (const [file, make] of files) {
    if (file === undefined) continue
    await writeFile(file, make())
    io.err(`${text.written(file)}\n`)
  }
}

const sayIssue = (issue: Issue, { language }: Io): string => {
  const said = showSimulationIssue(issue, language)
  if (said !== null) return said
  return issue.code.startsWith('city.')
    ? `${issue.file ?? ''}: ${sayCityIssue(issue, language)}`
    : showIssue(issue, language)
}

const dayFor = (options: SimulateOptions, io: Io): Clock['submittedOn'] | string =>
  options.submittedOn ?? options.asOf ?? io.today

/** `simulate MEASURE`: what a change to a measure does to a whole city. */
export const simulate = async (io: Io, id: string, options: SimulateOptions): Promise<ExitCode> => {
  try {
    const rulebook = await loadRulebook(io)
    const measure = findMeasure(rulebook, id, dayFor(options, io))
    const plan = planOf(rulebook, measure, options)
    const population = await opened(io, () => loadPopulation(io, { rulebook, measure }, options))
    const page = run(io, rulebook, { plan, population })
    await writeFiles(io, page, options)
    const said = options.json ? JSON.stringify(simulationJson(page), null, 2) : showSimulation(page)
    io.out(`${said}\n`)
    return EXIT.fine
  } catch (error) {
    if (!hasCode(error, 'invalid-input')) throw error
    for (const issue of error.params.issues) io.err(`${paint(io, 'bad', sayIssue(issue, io))}\n`)
    return EXIT.misuse
  }
}
