import type { Grade } from '@huiqi/contract'

/** A file that a registry has ready. */
export interface ReadyFile {
  /** Distinct among the files that are ready; they are taken in the order in which they are listed. */
  readonly name: string
  readonly source: string
  readonly grade: Grade
}

/** What is told of a file that was taken. */
export interface FileReport {
  readonly batch: string
  readonly state: string
  readonly rows: number | null
  readonly rowsBad: number
  readonly statements: number | null
  readonly failure: string | null
  readonly issues: readonly {
    readonly line: number | null
    readonly column: string | null
    readonly code: string
    readonly zh: string
    readonly en: string
  }[]
}

/** A way in which a registry hands over files. What it does must bear being done twice. */
export interface Connector {
  readonly id: string
  /** The files that are ready, in the order in which they are to be taken. */
  readonly list: () => Promise<readonly ReadyFile[]>
  /** The content, as a stream that a file is kept from. */
  readonly open: (file: ReadyFile) => NodeJS.ReadableStream
  /** Ends a file: it is not listed any more. */
  readonly finish: (
    file: ReadyFile,
    outcome: 'done' | 'refused',
    report: FileReport,
  ) => Promise<void>
}
