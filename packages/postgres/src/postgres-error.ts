/** Why there is no private PostgreSQL. */
export type PostgresFault =
  /** The machine has no binaries. */
  | 'no-binaries'
  /** The user that PostgreSQL runs as cannot enter `subject`, a folder. */
  | 'closed-folder'
  /** PostgreSQL ended at once; `subject` is what it said. */
  | 'did-not-start'

/** A private PostgreSQL cannot be started. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError'
  readonly fault: PostgresFault
  readonly subject: string

  constructor(fault: PostgresFault, subject = '') {
    super(subject === '' ? fault : `${fault}: ${subject}`)
    this.fault = fault
    this.subject = subject
  }
}
