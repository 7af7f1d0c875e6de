import { situationOf, viewLadder } from '@huiqi/engine'
import { type ClockOptions, clockOf } from '../clock.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { laddersJson } from '../json/ladder-json.ts'
import { loadEnterprise, loadRulebook } from '../load.ts'
import { showLadder } from '../show/ladder-report.ts'

export interface LadderOptions extends ClockOptions {
  readonly json?: true
}

/** `ladder FILE`: every ladder with the rung held, the gap to the next and the dates that matter. */
export const ladder = async (io: Io, file: string, options: LadderOptions): Promise<ExitCode> => {
  const clock = clockOf(options, io.today)
  const rulebook = await loadRulebook(io)
  const enterprise = await loadEnterprise(io, rulebook, file)
  const situation = situationOf(rulebook, enterprise, { clock })
  const views = rulebook.corpus.ladders.map((each) => viewLadder(each, situation))
  const page = options.json
    ? JSON.stringify(laddersJson(enterprise, clock, views), null, 2)
    : views.map((view) => showLadder(io, { rulebook, view, clock })).join('\n\n')
  io.out(`${page}\n`)
  return EXIT.fine
}
