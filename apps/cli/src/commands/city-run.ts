import { AppError, hasCode, type Issue, type Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { showIssue } from '../show/failure.ts'
import { labelled } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { CITY_ISSUES, CITY_TEXT } from './city-text.ts'

const placeOf = ({ file, line, column }: Issue): string =>
  [file, line, column].filter((part) => part !== undefined).join(':')

/** The words without the name of the fact in front, where the column says it. */
const withoutFact = (said: string, { params }: Issue): string => {
  const fact = String(params.fact ?? '')
  return fact !== '' && said.startsWith(fact)
    ? said.slice(fact.length).replace(/^(?:：|: )/, '')
    : said
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

const named = (issue: Issue, language: Language): string => {
  const said = sayCityIssue(issue, language)
  const { path = '' } = issue
  return path === '' ? said : words[language].punctuation.label(path, withoutFact(said, issue))
}

/** One line about a fault that makes a command impossible: place, words, code. */
export const showCityIssue = (issue: Issue, language: Language): string => {
  const place = placeOf(issue)
  return `${place}${place === '' ? '' : ': '}${named(issue, language)}`
}

/** Faults of rows in the order of the file, each behind its line and column, as wide as the page. */
export const showRowIssues = (io: Io, issues: readonly Issue[]): readonly string[] => {
  const inOrder = issues.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
  return labelled(
    io,
    '  ',
    inOrder.map((issue) => [paint(io, 'strong', placeOf(issue)), named(issue, io.language)]),
  )
}

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
  stopped: string = CITY_TEXT[io.language].stopped,
): Promise<ExitCode> => {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    return await command(stop.signal)
  } catch (error) {
    if (stop.signal.aborted) {
      io.err(`${stopped}\n`)
      return EXIT.interrupted
    }
    if (hasCode(error, 'invalid-input')) return showRefusal(io, error.params.issues)
    throw error
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}
