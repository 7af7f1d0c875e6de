import { type Exact, type Fen, ONE } from '@huiqi/domain'
import type { Clock, Measure, Rulebook } from '@huiqi/engine'
import { usccAt } from '../io/exported-column.ts'
import type { Table } from '../table.ts'
import { findAutomaticShare } from './automatic.ts'
import { compareReach, isCertainAt, meetRows, type Reaches } from './compare-reach.ts'
import { compareGroups, knownGroupings, labelRows } from './group-rows.ts'
import { type Assumed, moneyOf, outlookOf } from './outlook.ts'
import { findOverlap } from './overlap.ts'
import type { Setting } from './plain-reach.ts'
import { populationReach } from './population-reach.ts'
import type { ReachOf } from './reach.ts'
import { sampleEvenly } from './sample-rows.ts'
import { simulationError } from './simulation-error.ts'
import type { Sample, SimulationReport, SweepPoint } from './simulation-report.ts'
import { horizonOf } from './spending.ts'
import type { Sweep } from './sweep.ts'
import { thingColumns } from './things.ts'

/** The parts of a simulation that take time. */
export type SimulationStage = 'before' | 'after' | 'groups' | 'overlap' | 'automatic' | 'sweep'

/** How a simulation is set up. */
export interface SimulationOptions {
  readonly clock: Clock
  /** Share of those reached who apply; everyone unless given. */
  readonly takeUp?: Exact
  /** What may be spent over the months looked at; null when there is no limit. */
  readonly budget?: Fen | null
  /** How many months from the day of submission on; 12 unless given. */
  readonly months?: number
  readonly sweep?: Sweep | null
  /** The compiled program of the population unless given. */
  readonly reachOf?: ReachOf
  readonly onProgress?: (stage: SimulationStage, done: number, of: number) => void
}

/** Two versions of a measure, and the population to look at. */
export interface SimulationInput {
  readonly table: Table
  readonly rulebook: Rulebook
  readonly before: Measure
  /** The same object as `before` when nothing is changed. */
  readonly after: Measure
  readonly options: SimulationOptions
}

const MONTHS = 12
const SAMPLES = 5
const MOST = { rows: 20_000, measures: 10 } as const

/** A simulation under way. */
interface Run extends SimulationInput {
  readonly setting: Setting
  readonly assumed: Assumed
  readonly isChanged: boolean
  readonly reachFor: (stage: SimulationStage) => ReachOf
  readonly tell: (stage: SimulationStage, done: number, of: number) => void
}

const openRun = (input: SimulationInput): Run => {
  const { table, rulebook, before, after, options } = input
  const { clock, reachOf, onProgress: tell = () => undefined, months = MONTHS } = options
  for (const { eligible, id } of [before, after]) {
    if (eligible === null) throw simulationError('simulate.no-rule', id, { measure: id })
  }
  const setting: Setting = { table, rulebook, clock }
  const reach = reachOf ?? populationReach(setting)
  return {
    ...input,
    setting,
    assumed: {
      horizon: horizonOf(clock.submittedOn, months),
      takeUp: options.takeUp ?? ONE,
      budget: options.budget ?? null,
    },
    isChanged: before !== after,
    reachFor: (stage) => {
      tell(stage, 0, 1)
      return reach
    },
    tell,
  }
}

interface Shifted {
  readonly gained: readonly number[]
  readonly lost: readonly number[]
}

const shiftedRows = (reaches: Reaches): Shifted => {
  const [gained, lost]: [number[], number[]] = [[], []]
  for (const { row, before, after } of meetRows(reaches.before, reaches.after)) {
    const [was, is] = [isCertainAt(reaches.before, before), isCertainAt(reaches.after, after)]
    if (is && !was) gained.push(row)
    if (was && !is) lost.push(row)
  }
  return { gained, lost }
}

const groupsOf = (
  { setting, before, rulebook, table, tell }: Run,
  reaches: Reaches,
  { gained, lost }: Shifted,
): Pick<SimulationReport, 'breakdowns' | 'samples'> => {
  tell('groups', 0, 1)
  const groupings = knownGroupings(rulebook)
  const labelsOf = labelRows(setting, groupings, before)
  const sample = (rows: readonly number[]): readonly Sample[] =>
    sampleEvenly(rows, SAMPLES).map((row) => ({
      row,
      uscc: table.uscc === null ? null : usccAt(table.uscc, row),
      labels: labelsOf(row),
    }))
  return {
    breakdowns: compareGroups(rulebook, reaches, { groupings, labelsOf }),
    samples: { gained: sample(gained), lost: sample(lost) },
  }
}

const prospectsOf = (
  { setting, after, tell }: Run,
  reaches: Reaches,
  { gained }: Shifted,
): Pick<SimulationReport, 'overlap' | 'automatic'> => {
  const reach = reaches.after
  const reached = reach.rows.filter((_, at) => isCertainAt(reach, at))
  const who = gained.length > 0 ? 'gained' : 'reached'
  const rows = who === 'gained' ? gained : reached
  tell('overlap', 0, 1)
  const overlap = { who, ...findOverlap(setting, { measure: after, rows }, MOST) } as const
  tell('automatic', 0, 1)
  return { overlap, automatic: findAutomaticShare(setting, { measure: after, reach }, MOST.rows) }
}

const sweepOf = (
  { options, reachFor, assumed, tell }: Run,
  before: Reaches['before'],
): SimulationReport['sweep'] => {
  const sweep = options.sweep ?? null
  if (sweep === null) return null
  const reachOf = reachFor('sweep')
  const points = sweep.values.map((value, at): SweepPoint => {
    const measure = sweep.place.put(value)
    const { after: side, gained, lost } = compareReach({ before, after: reachOf(measure) })
    tell('sweep', at + 1, sweep.values.length)
    return { value, side, gained, lost, budget: outlookOf(measure, side, assumed) }
  })
  return { place: sweep.place, points }
}

const hasAmount = ({ benefit }: Measure): boolean => benefit?.amount != null

/**
 * Compares two versions of a measure over one population: who gains and who loses, what it costs by
 * month and group, when a budget runs out, what else they get, what could be automatic. Throws AppError
 * `invalid-input` (`simulate.no-rule`) when a version has no conditions.
 */
export const simulate = (input: SimulationInput): SimulationReport => {
  const run = openRun(input)
  const { table, rulebook, before, after, isChanged, reachFor, options } = run
  const first = reachFor('before')(before)
  const reaches = { before: first, after: isChanged ? reachFor('after')(after) : first }
  const comparison = compareReach(reaches)
  const shifted = shiftedRows(reaches)
  return {
    before,
    after,
    isChanged,
    clock: options.clock,
    rows: table.rows,
    hasMoney: hasAmount(before) || hasAmount(after),
    lacksThings:
      before.about !== 'enterprise' && thingColumns(table, rulebook, before.about).length === 0,
    comparison,
    ...groupsOf(run, reaches, shifted),
    ...moneyOf(run, comparison, run.assumed),
    ...prospectsOf(run, reaches, shifted),
    sweep: sweepOf(run, first),
  }
}
