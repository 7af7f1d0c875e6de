import type { IsoDate, Issue } from '@huiqi/domain'
import type { Enterprise } from '@huiqi/engine'

/** A text about one enterprise. */
export interface EnterpriseText {
  readonly text: string
  readonly format: 'yaml' | 'json' | 'csv'
  /** The name of the file, for issues. */
  readonly file?: string
  /** Years after this day's year are refused; without it any year may have values. */
  readonly today?: IsoDate
  /** Which row of a CSV text, counted from 1 below the head; 1 when not given. */
  readonly row?: number
}

/** What a text says; the enterprise is null when any issue is an error. */
export interface ReadEnterprise {
  readonly enterprise: Enterprise | null
  readonly issues: readonly Issue[]
}
