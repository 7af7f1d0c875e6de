import type { IsoDate, Language } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'

/** For whom a page is written, of what and of which day. */
export interface Reader {
  readonly rulebook: Rulebook
  readonly language: Language
  /** The day on which facts and titles are looked at. */
  readonly asOf: IsoDate
}
