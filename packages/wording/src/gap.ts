import { NOT_FOUND } from '@huiqi/engine'
import type { Reader } from './reader.ts'
import { words } from './words.ts'

const TEXT = { zh: '具体数额', en: 'the figure' } as const

/** The holes of a text by name: a parameter's own name, else that a figure is missing. */
export const showGaps = ({ rulebook, language }: Reader, gaps: readonly string[]): string =>
  words[language].punctuation.list(
    gaps.map((gap) =>
      gap === NOT_FOUND ? TEXT[language] : (rulebook.parameters.get(gap)?.name[language] ?? gap),
    ),
  )
