import type { Client } from '@huiqi/client'
import type { Language } from '@huiqi/domain'
import type { ReactNode } from 'react'

/** What a browser asked for, and whom to ask for what it shows. */
export interface PageRequest {
  /** Without the language: `/measures`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly language: Language
  /** Asks the service with the rights of the visitor. */
  readonly client: Client
  /** Where browsers load the corpus from. */
  readonly corpusPath: string
  /** `YYYY-MM-DD` in the city. */
  readonly today: string
  /** Where people reach the service, without a slash at the end. */
  readonly publicUrl: string
  /** Whether enterprises and people are invented. */
  readonly isDemonstration: boolean
}

/** A page ready to be shown. */
export interface Page {
  readonly status: 200 | 404 | 500
  readonly title: string
  /** One sentence for search engines. */
  readonly about: string
  readonly body: ReactNode
  /** The parts of the browser's programs that the page needs; most need none. */
  readonly scripts?: readonly string[]
  /** schema.org markup. */
  readonly markup?: object
  /** Feeds of what the page shows. */
  readonly feeds?: readonly Feed[]
  /** Whether search engines should leave it out. */
  readonly isHidden?: true
}

/** A feed that a program can follow. */
export interface Feed {
  readonly type: string
  readonly href: string
  readonly title: string
}

/** Makes the page for a path with these parts; null when there is none. */
export type MakePage = (
  request: PageRequest,
  parts: Readonly<Record<string, string>>,
) => Page | null | Promise<Page | null>
