/** Why a measure has no SQL form in a dialect. */
export interface Refusal {
  /** `too-wide`: a whole number may need more digits than the dialect keeps exactly. */
  readonly code: 'too-wide' | 'not-supported' | 'name-too-long' | 'name-taken' | 'bad-name'
  /** The construct, column or name that is refused. */
  readonly what: string
}

/** Thrown inside the translation and turned into a refusal at its door. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.what}`)
    this.refusal = refusal
  }
}

/** Stops a translation that would not mean the same. */
export const refuse = (code: Refusal['code'], what: string): never => {
  throw new RefusedError({ code, what })
}
