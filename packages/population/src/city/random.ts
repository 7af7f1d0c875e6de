import { inverseNormal } from './inverse-normal.ts'

/** A stream of random numbers that begins anew at a place: the same place always gives the same numbers. */
export interface Random {
  /** Goes to the beginning of the stream that `names` tell apart, within the seed. */
  readonly start: (...names: readonly number[]) => void
  /** Evenly between 0 and 1, both left out. */
  readonly unit: () => number
  /** Standard normal. */
  readonly normal: () => number
  /** Exponential with mean 1. */
  readonly exponential: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number from 0 up to and without `bound`. */
  readonly below: (bound: number) => number
}

const GOLDEN = 0x9e3779b9
const WARM_UP = 8
const SCALE = 2 ** -32
const HALF_STEP = 2 ** -33

const mix = (value: number): number => {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** A number of 32 bits for a text (FNV-1a, then mixed); names a stream. */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return mix(hash)
}

/** Streams of a seed, on the small fast counter generator sfc32. */
export const createRandom = (seed: number): Random => {
  let a = 0
  let b = 0
  let c = 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum
  }
  const unit = (): number => (next() >>> 0) * SCALE + HALF_STEP
  return {
    start: (...names) => {
      a = mix(seed)
      b = mix(Math.floor(seed / 2 ** 32) ^ GOLDEN)
      c = GOLDEN
      for (const name of names) {
        a = mix(a ^ name)
        b = mix((b + a + GOLDEN) | 0)
        c = mix(c ^ b)
      }
      counter = 1
      for (let round = 0; round < WARM_UP; round += 1) next()
    },
    unit,
    normal: () => inverseNormal(unit()),
    exponential: () => -Math.log(unit()),
    chance: (probability) => unit() < probability,
    below: (bound) => Math.floor(unit() * bound),
  }
}
