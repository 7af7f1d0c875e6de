import { type Measure, NOT_FOUND } from '@huiqi/engine'
import { type Reader, words } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang, labelled } from './layout.ts'
import { paint } from './paint.ts'

const TEXT = {
  zh: { lead: '牵头', with: '配合', door: '渠道', source: '出处', gaps: '未见原文之处' },
  en: {
    lead: 'Lead',
    with: 'With',
    door: 'Where',
    source: 'Source',
    gaps: 'Left open by the text',
  },
} as const

const agencyName = ({ rulebook, language }: Reader, id: string): string =>
  rulebook.corpus.agencies.find((agency) => agency.id === id)?.name[language] ?? id

const doorOf = ({ language }: Reader, { door }: Measure): string | null =>
  door === null
    ? null
    : [door.name[language], door.url, door.phone].filter((part) => part !== null).join(' · ')

const sourceOf = ({ rulebook, language }: Reader, measure: Measure): string => {
  const instrument = rulebook.instruments.get(measure.instrument)
  if (!instrument) return measure.instrument
  const title = instrument.provisions.find(({ id }) => id === measure.provision)?.title[language]
  const { inBrackets } = words[language].punctuation
  const number = instrument.number === NOT_FOUND ? '' : ` ${instrument.number}`
  const place = title === undefined ? measure.provision : `${measure.provision} ${title}`
  const known = inBrackets(words[language].sourceGrade[measure.grade])
  return `${instrument.name[language]}${number} · ${place}${known}`
}

/** Who acts, where to go, where it stands and what the text leaves open. */
export const showMeasureFoot = (io: Io, reader: Reader, measure: Measure): readonly string[] => {
  const { language } = io
  const text = TEXT[language]
  const agencies = measure.agencies.map((id) => agencyName(reader, id))
  const door = doorOf(reader, measure)
  const rows: readonly (readonly [string, string | null])[] = [
    [text.lead, agencyName(reader, measure.lead)],
    [text.with, agencies.length === 0 ? null : words[language].punctuation.list(agencies)],
    [text.door, door],
    [text.source, sourceOf(reader, measure)],
  ]
  const filled = rows.flatMap(([label, row]) =>
    row === null ? [] : [[paint(io, 'soft', label), row] as const],
  )
  const gaps = measure.gaps.map(({ what }) => hang(io, '  · ', what[language]))
  return [
    '',
    ...labelled(io, '', filled),
    ...(gaps.length === 0 ? [] : ['', paint(io, 'strong', text.gaps), ...gaps]),
  ]
}
