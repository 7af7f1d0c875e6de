import { styleText } from 'node:util'
import { input, Separator, search, select } from '@inquirer/prompts'
import type { Terminal } from '../io.ts'

/** One thing to choose. */
export interface Choice<Value> {
  readonly name: string
  readonly value: Value
  /** A key that finds it in a searched list. */
  readonly key?: string
}

interface Keypress {
  readonly ctrl?: boolean
  readonly name?: string
}

type Context = NonNullable<Parameters<typeof input>[1]>

/** Runs a prompt; null when the person ends the input (Ctrl-D). Ctrl-C throws `ExitPromptError`. */
const untilEnd = async <Value>(
  terminal: Terminal,
  prompt: (context: Context) => Promise<Value>,
): Promise<Value | null> => {
  const ending = new AbortController()
  const onKey = (_: unknown, { ctrl, name }: Keypress): void => {
    if (ctrl === true && name === 'd') ending.abort()
  }
  terminal.input.on('keypress', onKey)
  try {
    return await prompt({ ...terminal, signal: ending.signal })
  } catch (error) {
    if (ending.signal.aborted) return null
    throw error
  } finally {
    terminal.input.off('keypress', onKey)
  }
}

/** Whether an error means that the person pressed Ctrl-C. */
export const isInterrupt = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ExitPromptError'

/** A short list chosen from with the arrow keys; `keys` tells them how. */
export const chooseOne = <Value>(
  terminal: Terminal,
  message: string,
  list: { readonly choices: readonly Choice<Value>[]; readonly keys: string },
): Promise<Value | null> =>
  untilEnd(terminal, (context) =>
    select<Value>(
      {
        message,
        choices: list.choices.map(({ name, value }) => ({ name, value })),
        pageSize: 8,
        theme: { style: { keysHelpTip: () => list.keys } },
      },
      context,
    ),
  )

const matches = ({ name, key }: Choice<unknown>, term: string): boolean =>
  key === term || name.toLowerCase().includes(term.toLowerCase())

/** A long list narrowed by typing; `none` says that nothing fits what was typed. */
export const searchOne = <Value>(
  terminal: Terminal,
  message: string,
  list: {
    readonly choices: readonly Choice<Value>[]
    readonly keys: string
    readonly none: (term: string) => string
  },
): Promise<Value | null> =>
  untilEnd(terminal, (context) =>
    search<Value>(
      {
        message,
        pageSize: 10,
        source: (term = '') => {
          const found = list.choices.filter((choice) => matches(choice, term.trim()))
          const choices = found.map(({ name, value }) => ({ name, value }))
          return choices.length > 0 ? choices : [new Separator(list.none(term.trim()))]
        },
        theme: { style: { keysHelpTip: () => list.keys } },
      },
      context,
    ),
  )

/** A typed line with a hint below the question; `check` gives what is wrong with it, or null. */
export const typeLine = (
  terminal: Terminal,
  message: string,
  line: { readonly hint: string; readonly check: (text: string) => string | null },
): Promise<string | null> => {
  const withHint = (question: string, status: string): string =>
    status === 'done'
      ? styleText('bold', question)
      : `${styleText('bold', question)}\n  ${styleText('dim', line.hint)}\n  ›`
  const config = {
    message,
    validate: (text: string) => line.check(text.trim()) ?? true,
    theme: { style: { message: withHint } },
  }
  return untilEnd(terminal, async (context) => (await input(config, context)).trim())
}
