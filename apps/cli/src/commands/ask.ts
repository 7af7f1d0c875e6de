import { type Enterprise, matchEnterprise } from '@huiqi/engine'
import { converse } from '../ask/converse.ts'
import { isInterrupt } from '../ask/prompts.ts'
import { askSaveFile, checkSaveFile, saveAnswers } from '../ask/save-answers.ts'
import { type ClockOptions, clockOf } from '../clock.ts'
import { EXIT, type ExitCode, type Io, type Terminal } from '../io.ts'
import { loadEnterprise, loadRulebook } from '../load.ts'
import { optionError } from '../option-error.ts'
import { showMatch } from '../show/match-report.ts'

export interface AskOptions extends ClockOptions {
  readonly save?: string
}

const NOBODY: Enterprise = { uscc: null, name: '', facts: {}, things: {}, awards: [] }

const askOn = async (
  io: Io,
  terminal: Terminal,
  asked: { readonly file: string | undefined; readonly options: AskOptions },
): Promise<void> => {
  const { file, options } = asked
  const clock = clockOf(options, io.today)
  if (options.save !== undefined) checkSaveFile(options.save)
  const rulebook = await loadRulebook(io)
  const stated = file === undefined ? NOBODY : await loadEnterprise(io, rulebook, file)
  const enterprise = await converse(io, { rulebook, enterprise: stated, clock, terminal })
  const isAnswered = enterprise !== stated
  const target = options.save ?? (isAnswered ? await askSaveFile(io, terminal) : null)
  const match = matchEnterprise(rulebook, enterprise, clock)
  const page = { rulebook, enterprise, match, clock, file: target ?? file ?? null }
  io.out(`\n${showMatch(io, { ...page, extent: 'short' })}\n`)
  if (target !== null) await saveAnswers(io, target, { enterprise, rulebook })
}

/** `ask [FILE]`: asks the best next question until nothing useful is unknown, then prints the match. */
export const ask = async (
  io: Io,
  file: string | undefined,
  options: AskOptions,
): Promise<ExitCode> => {
  if (io.terminal === null) throw optionError('ask.no-terminal', 'ask', {})
  try {
    await askOn(io, io.terminal, { file, options })
    return EXIT.fine
  } catch (error) {
    if (!isInterrupt(error)) throw error
    io.err('\n')
    return EXIT.interrupted
  }
}
