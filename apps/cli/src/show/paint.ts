import { styleText } from 'node:util'
import type { Io } from '../io.ts'

/** What a piece of text is to the reader. */
export type Tone = 'strong' | 'soft' | 'good' | 'bad' | 'warn' | 'accent'

const STYLES = {
  strong: 'bold',
  soft: 'dim',
  good: 'green',
  bad: 'red',
  warn: 'yellow',
  accent: 'cyan',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>

/** Colours a text when the page is a terminal. */
export const paint = ({ isColored }: Pick<Io, 'isColored'>, tone: Tone, text: string): string =>
  isColored && text !== '' ? styleText(STYLES[tone], text, { validateStream: false }) : text
