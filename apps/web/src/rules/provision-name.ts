import type { Language } from '@huiqi/domain'

const PLACE = /^(art|item|project|annex)-(\d+)(?:-(?:para-)?([a-z0-9]+))?$/

const TEXT = {
  zh: {
    art: (number: string) => `第 ${number} 条`,
    item: (number: string) => `第 ${number} 项`,
    project: (number: string) => `项目 ${number}`,
    annex: (number: string) => `附件 ${number}`,
    part: (place: string, part: string) => `${place} ${part}`,
    preamble: '引言',
  },
  en: {
    art: (number: string) => `Article ${number}`,
    item: (number: string) => `Item ${number}`,
    project: (number: string) => `Project ${number}`,
    annex: (number: string) => `Annex ${number}`,
    part: (place: string, part: string) => `${place} (${part})`,
    preamble: 'Preamble',
  },
} as const

type Unit = 'art' | 'item' | 'project' | 'annex'

const isUnit = (word: string): word is Unit => /^(?:art|item|project|annex)$/.test(word)

/** The number of a place in a text, as people cite it; null for a place that has only a title. */
export const provisionNumber = (provision: string, language: Language): string | null => {
  const text = TEXT[language]
  if (provision === 'preamble') return text.preamble
  const [, unit = '', number = '', part] = PLACE.exec(provision) ?? []
  if (!isUnit(unit)) return null
  const place = text[unit](number)
  return part === undefined ? place : text.part(place, part)
}

/** A place in a text: of the instrument that a measure stands in, unless it names another. */
export interface Place {
  readonly instrument: string
  readonly provision: string
}

/** The place that a provision means: `art-7`, or `shanghai/2023-several art-7`. */
export const placeOf = (provision: string, instrument: string): Place => {
  const at = provision.lastIndexOf(' ')
  return at < 0
    ? { instrument, provision }
    : { instrument: provision.slice(0, at), provision: provision.slice(at + 1) }
}
