import type { Outcome } from './run-command.ts'
import { runCommand } from './run-command.ts'

/** A line of a block that begins with `$ ` (and its continued lines), and the lines that are said to follow. */
export interface ConsoleCommand {
  readonly command: string
  readonly expected: readonly string[]
}

/** A ```` ```console ```` block. `line` is that of its opening fence, from 1; `end` that of its closing fence. */
export interface ConsoleBlock {
  readonly line: number
  readonly end: number
  readonly commands: readonly ConsoleCommand[]
}

const trimEnd = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)

const parseCommands = (lines: readonly string[]): readonly ConsoleCommand[] => {
  const commands: { command: string; expected: string[] }[] = []
  for (const line of lines) {
    const last = commands.at(-1)
    if (line.startsWith('$ ')) commands.push({ command: line.slice(2), expected: [] })
    else if (last?.expected.length === 0 && last.command.endsWith('\\')) last.command += `\n${line}`
    else last?.expected.push(line)
  }
  return commands.map(({ command, expected }) => ({ command, expected: trimEnd(expected) }))
}

/** The ```` ```console ```` blocks of a Markdown text. */
export const parseConsoleBlocks = (markdown: string): readonly ConsoleBlock[] => {
  const lines = markdown.split('\n')
  const blocks: ConsoleBlock[] = []
  let fence: { readonly mark: string; readonly isConsole: boolean; readonly index: number } | null =
    null
  for (const [index, line] of lines.entries()) {
    const [, mark = '', word = ''] = /^(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (fence === null) {
      if (mark !== '') fence = { mark, isConsole: word.trim() === 'console', index }
    } else if (mark.startsWith(fence.mark) && word.trim() === '') {
      if (fence.isConsole) {
        const commands = parseCommands(lines.slice(fence.index + 1, index))
        blocks.push({ line: fence.index + 1, end: index + 1, commands })
      }
      fence = null
    }
  }
  return blocks
}

/** Whether printed lines are the expected ones; `...` alone on an expected line stands for any number of lines. */
export const matchesOutput = (expected: readonly string[], printed: readonly string[]): boolean => {
  const [first, ...rest] = expected
  if (first === undefined) return printed.length === 0
  if (first !== '...') return first === printed[0] && matchesOutput(rest, printed.slice(1))
  return printed.some((_, at) => matchesOutput(rest, printed.slice(at))) || rest.length === 0
}

/** The lines that an outcome printed, without the empty ones at its end. */
export const toLines = ({ output }: Outcome): readonly string[] =>
  trimEnd(output.replaceAll('\r', '').split('\n'))

/** Runs a block's command from the root, as on a colourless terminal of 100 columns, with this process's Node. */
export const runConsoleCommand = (command: string): Promise<Outcome> =>
  runCommand(['sh', '-c', `exec 2>&1\n${command}`], {
    env: { NO_COLOR: '1', COLUMNS: '100', HUIQI_NODE: process.execPath },
  })

/** The text with each console block's output replaced by what its commands print; output that matches is kept. */
export const rewriteConsoleBlocks = async (
  markdown: string,
  run: (command: string) => Promise<Outcome> = runConsoleCommand,
): Promise<string> => {
  const lines = markdown.split('\n')
  for (const { line, end, commands } of parseConsoleBlocks(markdown).toReversed()) {
    const body: string[] = []
    for (const { command, expected } of commands) {
      const printed = toLines(await run(command))
      const kept = matchesOutput(expected, printed) ? expected : printed
      if (body.length > 0) body.push('')
      body.push(...`$ ${command}`.split('\n'), ...kept)
    }
    lines.splice(line, end - line - 1, ...body)
  }
  return lines.join('\n')
}
