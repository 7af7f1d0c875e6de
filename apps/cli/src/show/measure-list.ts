import type { Delivery, Measure } from '@huiqi/engine'
import { type Reader, showAmountBriefly, words } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang } from './layout.ts'
import { paint } from './paint.ts'
import { section } from './section.ts'

const TEXT = {
  zh: { count: (count: number) => `共 ${count} 项措施` },
  en: { count: (count: number) => (count === 1 ? '1 measure' : `${count} measures`) },
} as const

const NAMELESS_KINDS: ReadonlySet<string> = new Set(['service'])

const measureLines = (io: Io, reader: Reader, measure: Measure): readonly string[] => {
  const { language } = io
  const { benefit } = measure
  const kind =
    benefit === null || NAMELESS_KINDS.has(benefit.kind)
      ? null
      : words[language].benefit[benefit.kind]
  const amount = benefit?.amount ? showAmountBriefly(reader, benefit.amount) : null
  const traits = [measure.id, words[language].delivery[measure.delivery], kind, amount]
  const below = traits.filter((trait) => trait !== null).join(' · ')
  return [hang(io, '  ', measure.name[language]), hang(io, '    ', paint(io, 'soft', below))]
}

const DELIVERIES = [
  'automatic',
  'instant',
  'apply',
  'service',
] as const satisfies readonly Delivery[]

const countLine = (io: Io, found: readonly Measure[]): string => {
  const parts = DELIVERIES.flatMap((delivery) => {
    const count = found.filter((measure) => measure.delivery === delivery).length
    return count === 0 ? [] : [`${words[io.language].delivery[delivery]} ${count}`]
  })
  return hang(io, '', [TEXT[io.language].count(found.length), ...parts].join(' · '))
}

/** Measures by the text that they stand in, with their number at the end. */
export const showMeasureList = (io: Io, reader: Reader, found: readonly Measure[]): string => {
  const blocks = reader.rulebook.corpus.instruments.flatMap((instrument) => {
    const own = found.filter((measure) => measure.instrument === instrument.id)
    const lines = own.flatMap((measure) => measureLines(io, reader, measure))
    return section(io, instrument.name[io.language], lines)
  })
  return [...blocks.slice(1), '', countLine(io, found)].join('\n')
}
