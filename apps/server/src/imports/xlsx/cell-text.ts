import { fromDayNumber } from '@huiqi/domain'

/** What is needed to read the cells of a workbook. */
export interface CellForms {
  readonly texts: readonly string[]
  /** By the number of a style: whether its numbers are shown as days. */
  readonly isDayStyle: readonly boolean[]
  /** Whether days count from 1904 instead of 1900. */
  readonly isFrom1904: boolean
}

/** Excel shows this many digits; further ones are noise of its arithmetic. */
const DIGITS = 15
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107
/** Excel takes 1900 for a leap year: its day 60 never was. */
const NO_SUCH_DAY = 60
const LAST_SERIAL = 2_958_465
const DAY_SECONDS = 86_400

const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
])

/** Whether a number format shows days: one of the built-in ones, or one with a year, a day or a month. */
export const isDayFormat = (id: number, code: string | null): boolean => {
  if (code === null) return BUILT_IN_DAYS.has(id)
  const bare = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase()
  const [positive = ''] = bare.split(';')
  if (/[yd]/.test(positive)) return true
  return positive.includes('m') && !/[hs#0?]/.test(positive)
}

const timeOf = (seconds: number): string => {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** A day as Excel counts it; null for a number that is no day. */
const dayText = (serial: number, isFrom1904: boolean): string | null => {
  const least = isFrom1904 ? 0 : 1
  if (!(serial >= least && serial <= LAST_SERIAL)) return null
  const total = Math.round(serial * DAY_SECONDS)
  const day = Math.floor(total / DAY_SECONDS)
  if (!isFrom1904 && day === NO_SUCH_DAY) return null
  const lag = !isFrom1904 && day < NO_SUCH_DAY ? 1 : 0
  const date = fromDayNumber(day + lag - (isFrom1904 ? EPOCH_1904 : EPOCH_1900))
  const rest = total % DAY_SECONDS
  return rest === 0 ? date : `${date} ${timeOf(rest)}`
}

const EXPONENT = /^(?<sign>-?)(?<whole>\d)(?:\.(?<rest>\d+))?e(?<power>[+-]\d+)$/

/** A number in plain digits, as many as Excel shows. */
const numberText = (value: number): string => {
  const shown = Number(value.toPrecision(DIGITS))
  const text = String(shown)
  const { sign = '', whole = '', rest = '', power = '' } = EXPONENT.exec(text)?.groups ?? {}
  if (power === '') return text
  if (Number(power) > 0) return BigInt(shown).toString()
  return `${sign}0.${'0'.repeat(-Number(power) - 1)}${whole}${rest}`
}

const CODED = /_x([0-9a-fA-F]{4})_/g

/** A text as it is read: characters that XML cannot hold are coded in it. */
export const plainText = (text: string): string =>
  text.replaceAll(CODED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** A cell as it stands in a sheet. */
export interface RawCell {
  /** `s`, `b`, `e`, `str`, `inlineStr`, `d` or `n`. */
  readonly type: string
  readonly style: number
  readonly value: string
}

/** A cell as people would write it in a text file; null when the workbook says something impossible. */
export const cellText = (
  { type, style, value }: RawCell,
  { texts, isDayStyle, isFrom1904 }: CellForms,
): string | null => {
  switch (type) {
    case 's':
      return texts[Number(value)] ?? null
    case 'b':
      return value === '1' ? 'true' : 'false'
    case 'n': {
      if (value === '') return ''
      const number = Number(value)
      if (!Number.isFinite(number)) return null
      const day = isDayStyle[style] === true ? dayText(number, isFrom1904) : null
      return day ?? numberText(number)
    }
    default:
      return plainText(value)
  }
}
