import { isInForce, type Measure, type Rulebook } from '@huiqi/engine'
import { type Reader, words } from '@huiqi/wording'
import { dateOption } from '../clock.ts'
import { findMeasure } from '../find-measure.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { measureJson } from '../json/measure-json.ts'
import { loadRulebook } from '../load.ts'
import { optionError } from '../option-error.ts'
import { showMeasureList } from '../show/measure-list.ts'
import { showMeasure } from '../show/measure-report.ts'

/** What `measures` filters by. */
export interface MeasuresOptions {
  readonly json?: true
  readonly instrument?: string
  readonly delivery?: string
  readonly kind?: string
  readonly agency?: string
  readonly about?: string
  readonly inForceOn?: string
  readonly text?: string
}

const TEXT = { zh: '没有符合筛选的措施。', en: 'No measure fits the filters.' } as const

const hasText = (measure: Measure, text: string): boolean =>
  [measure.id, measure.name.zh, measure.name.en, measure.plain.zh, measure.plain.en].some((part) =>
    part.toLowerCase().includes(text.toLowerCase()),
  )

const mustBeOneOf = (
  option: string,
  text: string | undefined,
  allowed: readonly string[],
): void => {
  if (text === undefined || allowed.includes(text)) return
  throw optionError('option.choice', option, { text, allowed })
}

const mayBePartOf = (option: string, text: string | undefined, ids: readonly string[]): void => {
  if (text === undefined || ids.some((id) => id.includes(text))) return
  throw optionError('option.choice', option, { text, allowed: ids })
}

/** The names that the filters take. */
export const FILTER_VALUES = {
  delivery: Object.keys(words.en.delivery),
  kind: Object.keys(words.en.benefit),
  about: Object.keys(words.en.subject),
}

/** Throws AppError `invalid-input` for a filter that could never let anything through. */
const checkFilters = ({ corpus }: Rulebook, options: MeasuresOptions): void => {
  mustBeOneOf('--delivery', options.delivery, FILTER_VALUES.delivery)
  mustBeOneOf('--kind', options.kind, FILTER_VALUES.kind)
  mustBeOneOf('--about', options.about, FILTER_VALUES.about)
  mustBeOneOf(
    '--agency',
    options.agency,
    corpus.agencies.map(({ id }) => id),
  )
  mayBePartOf(
    '--instrument',
    options.instrument,
    corpus.instruments.map(({ id }) => id),
  )
}

const fits = (measure: Measure, options: MeasuresOptions): boolean =>
  (options.instrument === undefined || measure.instrument.includes(options.instrument)) &&
  (options.delivery === undefined || measure.delivery === options.delivery) &&
  (options.kind === undefined || measure.benefit?.kind === options.kind) &&
  (options.about === undefined || measure.about === options.about) &&
  (options.agency === undefined || [measure.lead, ...measure.agencies].includes(options.agency)) &&
  (options.text === undefined || hasText(measure, options.text))

const filtered = (rulebook: Rulebook, options: MeasuresOptions): readonly Measure[] => {
  checkFilters(rulebook, options)
  const { inForceOn } = options
  const day = inForceOn === undefined ? null : dateOption('--in-force-on', inForceOn)
  return rulebook.corpus.measures.filter(
    (measure) => fits(measure, options) && (day === null || isInForce(measure, day)),
  )
}

/** `measures [MEASURE]`: the list with filters, or one measure in full. */
export const measures = async (
  io: Io,
  id: string | undefined,
  options: MeasuresOptions,
): Promise<ExitCode> => {
  const rulebook = await loadRulebook(io)
  const reader: Reader = { rulebook, language: io.language, asOf: io.today }
  if (id !== undefined) {
    const measure = findMeasure(rulebook, id, io.today)
    const json = { schema: 'huiqi/measure/1', ...measureJson(measure) }
    io.out(`${options.json ? JSON.stringify(json, null, 2) : showMeasure(io, reader, measure)}\n`)
    return EXIT.fine
  }
  const found = filtered(rulebook, options)
  const code = found.length === 0 ? EXIT.findings : EXIT.fine
  if (options.json) {
    const list = { schema: 'huiqi/measures/1', measures: found.map(measureJson) }
    io.out(`${JSON.stringify(list, null, 2)}\n`)
  } else if (found.length === 0) io.err(`${TEXT[io.language]}\n`)
  else io.out(`${showMeasureList(io, reader, found)}\n`)
  return code
}
