import type { Io } from '../io.ts'
import { USAGE } from './usage-text.ts'

type Values = (typeof USAGE)[Io['language']]['values']

/** An option with its value as help pages name it. */
export const option = (io: Pick<Io, 'language'>, flag: string, value: keyof Values): string =>
  `${flag} <${USAGE[io.language].values[value]}>`
