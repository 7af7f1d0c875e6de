import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import type { Terminal } from '../io.ts'

/** The keys of a keyboard. */
export const KEYS = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  backspace: '\u007f',
  interrupt: '\u0003',
  end: '\u0004',
} as const

const QUIET_MS = 25

/** Whether a question stands on the screen that has not been answered yet. */
const isAsking = (screen: string): boolean => {
  const question = [...screen.matchAll(/^\s*\? /gm)].at(-1)?.index ?? -1
  return question > screen.lastIndexOf('✔')
}

/** A terminal at which the keys are pressed one by one, each when a question stands there and the screen has come to rest. */
export const typingPerson = (
  keys: readonly string[],
): { readonly terminal: Terminal; readonly screen: () => string } => {
  const input = new PassThrough()
  const output = new PassThrough()
  output.end = () => output
  const left = [...keys]
  let shown = ''
  let timer: NodeJS.Timeout | undefined
  const press = (): void => {
    const key = isAsking(shown) ? left.shift() : undefined
    if (key === undefined) return
    input.write(key)
    timer = setTimeout(press, QUIET_MS)
  }
  output.on('data', (chunk: Buffer) => {
    shown += `\n${stripVTControlCharacters(chunk.toString('utf8'))}`
    clearTimeout(timer)
    timer = setTimeout(press, QUIET_MS)
  })
  return { terminal: { input, output }, screen: () => shown }
}
