import type { Io } from '../io.ts'
import { CITY_TEXT } from './city-text.ts'

const WIDTH = 24
const EVERY_MS = 120
const SECOND_MS = 1_000
const MINUTE = 60
const LEAST_SHARE = 0.02

/** A line on the error stream with a bar, the rate and the time left; silent when no person is there. */
export interface RateProgress {
  /** `of` is null when nobody knows how many there will be. */
  readonly show: (label: string, done: number, of: number | null) => void
  readonly clear: () => void
}

const SILENT: RateProgress = { show: () => undefined, clear: () => undefined }

const timeText = ({ language }: Io, seconds: number): string =>
  seconds < MINUTE
    ? CITY_TEXT[language].seconds(String(Math.ceil(seconds)))
    : `${Math.floor(seconds / MINUTE)}:${String(Math.floor(seconds % MINUTE)).padStart(2, '0')}`

/** A number with its thousands grouped. */
export const grouped = (count: number): string => count.toLocaleString('en-US')

const lineOf = (
  io: Io,
  label: string,
  run: { readonly done: number; readonly of: number | null; readonly seconds: number },
): string => {
  const text = CITY_TEXT[io.language]
  const { done, of, seconds } = run
  if (done === 0) return `${label} …`
  const rate = seconds > 0 ? done / seconds : 0
  const speed = text.perSecond(grouped(Math.round(rate)))
  if (of === null) return `${label} ${grouped(done)} · ${speed}`
  const share = of === 0 ? 1 : done / of
  const full = Math.round(share * WIDTH)
  const bar = '█'.repeat(full) + '·'.repeat(WIDTH - full)
  const left =
    share > LEAST_SHARE && done < of ? ` · ${text.left(timeText(io, (of - done) / rate))}` : ''
  return `${label} ${bar} ${grouped(done)}/${grouped(of)} · ${speed}${left}`
}

/** Progress for the terminal of a command. */
export const rateProgress = (io: Io): RateProgress => {
  if (io.terminal === null) return SILENT
  let label = ''
  let begun = 0
  let shown = 0
  return {
    show: (stage, done, of) => {
      const now = performance.now()
      if (stage !== label) {
        label = stage
        begun = now
        shown = 0
      }
      if (now - shown < EVERY_MS) return
      shown = now
      const seconds = (now - begun) / SECOND_MS
      io.err(`\r\u001b[2K${lineOf(io, stage, { done, of, seconds })}`)
    },
    clear: () => io.err('\r\u001b[2K'),
  }
}
