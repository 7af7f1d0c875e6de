import { type IsoDate, parseDate } from '@huiqi/domain'
import type { Clock } from '@huiqi/engine'
import { optionError } from './option-error.ts'

/** What the date options of a command say. */
export interface ClockOptions {
  readonly asOf?: string
  readonly submittedOn?: string
}

/** The day that an option names. Throws AppError `invalid-input` for anything else. */
export const dateOption = (option: string, text: string): IsoDate => {
  const date = parseDate(text)
  if (date === null) throw optionError('option.date', option, { text })
  return date
}

/** The clock of a command: `--as-of`, else today; `--submitted-on`, else the same day. */
export const clockOf = ({ asOf, submittedOn }: ClockOptions, today: IsoDate): Clock => {
  const day = asOf === undefined ? today : dateOption('--as-of', asOf)
  return {
    asOf: day,
    submittedOn: submittedOn === undefined ? day : dateOption('--submitted-on', submittedOn),
  }
}
