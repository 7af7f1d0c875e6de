import type { InstrumentDetail, InstrumentList, InstrumentSummary } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { type Instrument, NOT_FOUND, type Rulebook } from '@huiqi/engine'
import type { Platform } from '../platform/platform.ts'
import { catalogueOf } from './catalogue.ts'
import { namedAgency } from './measure-summary.ts'
import { countBits } from './search/bits.ts'

const summaryOf = (rulebook: Rulebook, instrument: Instrument): InstrumentSummary => {
  const { id, name, number, issuedOn, issuers } = instrument
  const bits = catalogueOf(rulebook).traits.instrument.get(id)
  return {
    id,
    name,
    number: number === NOT_FOUND ? null : number,
    issuedOn: issuedOn === NOT_FOUND ? null : issuedOn,
    issuers: issuers.map((issuer) => namedAgency(rulebook, issuer)),
    measures: bits === undefined ? 0 : countBits(bits),
  }
}

const newestFirst = (a: InstrumentSummary, b: InstrumentSummary): number =>
  (b.issuedOn ?? '').localeCompare(a.issuedOn ?? '') || a.id.localeCompare(b.id)

/** All instruments, the newest first, those of unknown date last. */
export const listInstruments = ({ policies: { rulebook } }: Platform): InstrumentList => {
  const entries = rulebook.corpus.instruments
    .map((instrument) => summaryOf(rulebook, instrument))
    .toSorted(newestFirst)
  return { entries, total: entries.length }
}

/** One instrument with what each provision gives. Throws AppError `not-found`. */
export const showInstrument = (
  { policies: { rulebook } }: Platform,
  id: string,
): InstrumentDetail => {
  const instrument = rulebook.instruments.get(id)
  if (instrument === undefined) throw new AppError('not-found', { kind: 'instrument', id })
  const own = rulebook.corpus.measures.filter((measure) => measure.instrument === id)
  return {
    ...summaryOf(rulebook, instrument),
    grade: instrument.grade,
    source: instrument.source,
    provisions: instrument.provisions.map((provision) => ({
      id: provision.id,
      title: provision.title,
      measures: own
        .filter((measure) => measure.provision === provision.id)
        .map((measure) => ({ id: measure.id, name: measure.name })),
    })),
  }
}
