/** A place inside a document: keys and list positions, from the top. */
export type Path = readonly (string | number)[]

/** A place in a file, counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

const PLAIN_KEY = /^[^.[\]"]+$/

const formatStep = (step: string | number): string => {
  if (typeof step === 'number') return `[${step}]`
  return PLAIN_KEY.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}

/** `['eligible', 'all', 2, 'at-least']` as `eligible.all[2].at-least`; keys with dots in brackets and quotes. */
export const formatPath = (path: Path): string => {
  const text = path.map(formatStep).join('')
  return text.startsWith('.') ? text.slice(1) : text
}

const STEP = /\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\.?([^.[\]"]+)/g

/** The path that `formatPath` wrote. */
export const parsePath = (text: string): Path =>
  [...text.matchAll(STEP)].map(([, position, quoted, key]) => {
    if (position !== undefined) return Number(position)
    if (quoted !== undefined) return String(JSON.parse(`"${quoted}"`))
    return key ?? ''
  })
