import type { Io } from '../io.ts'
import { paint } from '../show/paint.ts'
import { START_TEXT, type Stage } from './start-text.ts'

const WORTH_TELLING_MS = 50
const TICK_MS = 1000
const BACK = '\r\u001b[2K'

/** Tells on the error stream what is being done and, once it is over, how long it took. */
export const createStages = (io: Io) => {
  let begun = 0
  let current: Stage | null = null
  let ticks: NodeJS.Timeout | undefined
  const isLive = io.terminal !== null
  const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(1)
  const say = (line: string): void => io.err(paint(io, 'soft', `  ${line}`))
  const tick = (): void => {
    if (current === null) return
    const doing = `${START_TEXT[io.language].stages[current]} …`
    if (isLive) io.err(BACK)
    say(isLive ? `${doing} ${seconds()} s` : doing)
    if (isLive) return
    io.err('\n')
    clearInterval(ticks)
  }
  const leave = (): Stage | null => {
    const last = current
    clearInterval(ticks)
    current = null
    if (isLive && last !== null) io.err(BACK)
    return last
  }
  const finish = (): void => {
    const took = performance.now() - begun
    const last = leave()
    if (last === null || took < WORTH_TELLING_MS) return
    say(`${START_TEXT[io.language].stages[last]} ${seconds()} s`)
    io.err('\n')
  }
  const begin = (stage: Stage): void => {
    finish()
    begun = performance.now()
    current = stage
    if (isLive) say(`${START_TEXT[io.language].stages[stage]} …`)
    ticks = setInterval(tick, TICK_MS)
    ticks.unref()
  }
  return { begin, finish, leave }
}
