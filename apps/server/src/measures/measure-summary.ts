import type { MeasureSummary, Named } from '@huiqi/contract'
import type { Bilingual, IsoDate } from '@huiqi/domain'
import type { Measure, Rulebook } from '@huiqi/engine'
import { type Reader, showAmountBriefly } from '@huiqi/wording'
import { standingOn } from './measure-status.ts'
import { mostOf } from './measure-traits.ts'

/** The same words for readers of both languages; null when there are none. */
export const inBothLanguages = (
  { rulebook, day }: { readonly rulebook: Rulebook; readonly day: IsoDate },
  say: (reader: Reader) => string | null,
): Bilingual | null => {
  const zh = say({ rulebook, language: 'zh', asOf: day })
  const en = say({ rulebook, language: 'en', asOf: day })
  return zh === null || en === null ? null : { zh, en }
}

const named = (id: string, name: Bilingual | undefined): Named => ({
  id,
  name: name ?? { zh: id, en: id },
})

/** An agency by name. */
export const namedAgency = (rulebook: Rulebook, id: string): Named =>
  named(id, rulebook.corpus.agencies.find((agency) => agency.id === id)?.name)

/** An instrument by name. */
export const namedInstrument = (rulebook: Rulebook, id: string): Named =>
  named(id, rulebook.instruments.get(id)?.name)

/** A measure as lists show it on a day. */
export const summaryOf = (rulebook: Rulebook, measure: Measure, day: IsoDate): MeasureSummary => {
  const amount = measure.benefit?.amount ?? null
  return {
    id: measure.id,
    name: measure.name,
    plain: measure.plain,
    instrument: namedInstrument(rulebook, measure.instrument),
    lead: namedAgency(rulebook, measure.lead),
    delivery: measure.delivery,
    kind: measure.benefit?.kind ?? null,
    about: measure.about,
    ...standingOn(measure, day),
    inForceFrom: measure.inForce.from,
    mostFen: mostOf(rulebook, amount, day),
    amount:
      amount === null
        ? null
        : inBothLanguages({ rulebook, day }, (reader) => showAmountBriefly(reader, amount)),
    snippets: [],
  }
}
