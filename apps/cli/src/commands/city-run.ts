import { AppError, hasCode, type Issue, type Language } from '@huiqi/domain'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { showIssue } from '../show/failure.ts'
import { paint } from '../show/paint.ts'
import { CITY_ISSUES, CITY_TEXT } from './city-text.ts'

const placeOf = ({ file, line, column, path }: Issue): string => {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  const parts = [place, path ?? ''].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join(' ')}: `
}

/** What is wrong, in words, without the place. */
export const sayCityIssue = (issue: Issue, language: Language): string => {
  const say = CITY_ISSUES[language][issue.code]
  if (say === undefined) {
    const { code, severity, params } = issue
    return showIssue({ code, severity, params }, language)
  }
  const params = Object.entries(issue.params).map(([key, value]) => [key, String(value)])
  return `${say(Object.fromEntries(params))} [${issue.code}]`
}

/** One line about a fault of a city or an import: place, column, words, code. */
export const showCityIssue = (issue: Issue, language: Language): string =>
  `${placeOf(issue)}${sayCityIssue(issue, language)}`

/** The error for a fault that makes the command impossible. */
export const cityError = (code: string, params: Issue['params'] = {}): AppError<'invalid-input'> =>
  new AppError('invalid-input', { issues: [{ code, severity: 'error', params }] })

const showRefusal = (io: Io, issues: readonly Issue[]): ExitCode => {
  for (const issue of issues) io.err(`${paint(io, 'bad', showCityIssue(issue, io.language))}\n`)
  return EXIT.misuse
}

/**
 * Runs a long command that Ctrl-C stops cleanly: the first one asks it to stop, further ones are not
 * heard while it tidies up.
 */
export const runCity = async (
  io: Io,
  command: (signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    return await command(stop.signal)
  } catch (error) {
    if (stop.signal.aborted) {
      io.err(`${CITY_TEXT[io.language].stopped}\n`)
      return EXIT.interrupted
    }
    if (hasCode(error, 'invalid-input')) return showRefusal(io, error.params.issues)
    throw error
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}
