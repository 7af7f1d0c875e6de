import { matchEnterprise } from '@huiqi/engine'
import { type ClockOptions, clockOf } from '../clock.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { matchJson } from '../json/match-json.ts'
import { loadEnterprise, loadRulebook } from '../load.ts'
import { showMatch } from '../show/match-report.ts'

export interface MatchOptions extends ClockOptions {
  readonly json?: true
  readonly all?: true
}

/** `match FILE`: every measure for one enterprise. */
export const match = async (io: Io, file: string, options: MatchOptions): Promise<ExitCode> => {
  const clock = clockOf(options, io.today)
  const rulebook = await loadRulebook(io)
  const enterprise = await loadEnterprise(io, rulebook, file)
  const found = matchEnterprise(rulebook, enterprise, clock)
  if (options.json) {
    io.out(`${JSON.stringify(matchJson(enterprise, clock, found), null, 2)}\n`)
  } else {
    const extent = options.all ? 'all' : 'short'
    io.out(`${showMatch(io, { rulebook, enterprise, match: found, clock, file, extent })}\n`)
  }
  return EXIT.fine
}
