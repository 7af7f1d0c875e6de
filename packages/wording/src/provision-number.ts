import type { Language } from '@huiqi/domain'

const PLACE = /^(art|item|project|annex)-(\d+)(?:-(para-)?([a-z0-9]+))?$/

const TEXT = {
  zh: {
    art: (number: string) => `第 ${number} 条`,
    item: (number: string) => `第 ${number} 项`,
    project: (number: string) => `项目 ${number}`,
    annex: (number: string) => `附件 ${number}`,
    paragraph: (place: string, number: string) => `${place}第 ${number} 款`,
    part: (place: string, part: string) => `${place}（${part}）`,
    preamble: '引言',
  },
  en: {
    art: (number: string) => `Article ${number}`,
    item: (number: string) => `Item ${number}`,
    project: (number: string) => `Project ${number}`,
    annex: (number: string) => `Annex ${number}`,
    paragraph: (place: string, number: string) => `${place}, paragraph ${number}`,
    part: (place: string, part: string) => `${place} (${part})`,
    preamble: 'Preamble',
  },
} as const

type Unit = 'art' | 'item' | 'project' | 'annex'

const isUnit = (word: string): word is Unit => /^(?:art|item|project|annex)$/.test(word)

/** The number of a place in a text, as people cite it (`art-5-para-2`: 第 5 条第 2 款, Article 5, paragraph 2); null for a place that has only a title. */
export const provisionNumber = (provision: string, language: Language): string | null => {
  const text = TEXT[language]
  if (provision === 'preamble') return text.preamble
  const [, unit = '', number = '', paragraph, part] = PLACE.exec(provision) ?? []
  if (!isUnit(unit)) return null
  const place = text[unit](number)
  if (part === undefined) return place
  return paragraph === undefined ? text.part(place, part) : text.paragraph(place, part)
}
