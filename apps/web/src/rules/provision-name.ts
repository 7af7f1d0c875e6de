/** A place in a text: of the instrument that a measure stands in, unless it names another. */
export interface Place {
  readonly instrument: string
  readonly provision: string
}

/** The place that a provision means: `art-7`, or `shanghai/2023-several art-7`. */
export const placeOf = (provision: string, instrument: string): Place => {
  const at = provision.lastIndexOf(' ')
  return at < 0
    ? { instrument, provision }
    : { instrument: provision.slice(0, at), provision: provision.slice(at + 1) }
}
