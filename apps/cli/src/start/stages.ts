import type { Io } from '../io.ts'
import { paint } from '../show/paint.ts'
import { START_TEXT, type Stage } from './start-text.ts'

const WORTH_TELLING_MS = 50

/** Tells each stage that takes time, with its seconds, on the error stream. */
export const createStages = (io: Io) => {
  let begun = performance.now()
  let last: Stage | null = null
  const finish = (): void => {
    const took = performance.now() - begun
    if (last !== null && took >= WORTH_TELLING_MS) {
      const line = `  ${START_TEXT[io.language].stages[last]} ${(took / 1000).toFixed(1)} s`
      io.err(`${paint(io, 'soft', line)}\n`)
    }
    last = null
  }
  const begin = (stage: Stage): void => {
    finish()
    begun = performance.now()
    last = stage
  }
  return { begin, finish }
}
