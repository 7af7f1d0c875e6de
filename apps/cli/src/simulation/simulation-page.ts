import type { IsoDate, Language } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import type { Change, SimulationReport, ThingAssumption } from '@huiqi/population'
import type { Io } from '../io.ts'
import type { PlaceReader } from './show-place.ts'
import { SIMULATION_WORDS, type SimulationWords } from './simulation-words.ts'

/** A population as the page introduces it. */
export interface PopulationSource {
  readonly isSynthetic: boolean
  /** The day the figures are as of; null when the city does not say. */
  readonly asOf: IsoDate | null
  /** What is assumed of the things the measure is about; null when the city tells or nothing is known. */
  readonly assumption: ThingAssumption | null
}

/** Everything that a page about a simulation is made of. */
export interface SimulationPage {
  readonly io: Io
  readonly rulebook: Rulebook
  readonly source: PopulationSource
  readonly report: SimulationReport
  readonly changes: readonly Change[]
}

/** The language of a page, with what it says on its own. */
export const wordsOf = (
  io: Pick<Io, 'language'>,
): { readonly language: Language; readonly text: SimulationWords } => ({
  language: io.language,
  text: SIMULATION_WORDS[io.language],
})

/** For whom places of the page are shown. */
export const placeReaderOf = ({ io, rulebook, report }: SimulationPage): PlaceReader => ({
  rulebook,
  language: io.language,
  clock: report.clock,
})
