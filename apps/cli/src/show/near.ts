import type { Change } from '@huiqi/engine'
import { countStillOpen, type NearGroup, type Reader, words, wordsOfChange } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang } from './layout.ts'
import { paint } from './paint.ts'
import { nameOfVerdict } from './verdict-line.ts'

const TEXT = {
  zh: { open: (count: number) => `另有 ${count} 项信息待定` },
  en: { open: (count: number) => `${count} still open` },
} as const

/** A change in words: what has to hold, and how far it is off. */
export const showChange = (io: Pick<Io, 'isColored'>, reader: Reader, change: Change): string => {
  const { says, distance, provision } = wordsOfChange(reader, change)
  const where = paint(io, 'soft', ` [${provision}]`)
  return `${says}${distance === null ? '' : ` — ${paint(io, 'warn', distance)}`}${where}`
}

/** The group as lines: the changes, and below them what they open. */
export const showNear = (io: Io, reader: Reader, group: NearGroup): readonly string[] => [
  ...group.changes.map((change, at) =>
    hang(
      io,
      at === 0 ? `  ${paint(io, 'warn', '○')} ` : `  ${paint(io, 'warn', '+')} `,
      showChange(io, reader, change),
    ),
  ),
  ...group.verdicts.map((verdict) => {
    const open = countStillOpen(verdict)
    const { inBrackets } = words[reader.language].punctuation
    const name = nameOfVerdict(verdict, reader.language)
    const line = open === 0 ? name : name + inBrackets(TEXT[reader.language].open(open))
    return hang(io, '    → ', paint(io, 'soft', line))
  }),
]
