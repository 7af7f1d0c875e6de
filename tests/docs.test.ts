import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  matchesOutput,
  parseConsoleBlocks,
  runConsoleCommand,
  toLines,
} from '../tools/console-blocks.ts'
import { listDocuments } from '../tools/documents.ts'
import { ROOT } from '../tools/repository.ts'

const COMMANDS = listDocuments().flatMap((document) =>
  parseConsoleBlocks(readFileSync(path.join(ROOT, document), 'utf8')).flatMap(
    ({ line, commands }) =>
      commands.map((command) => ({ ...command, place: `${document}:${line}` })),
  ),
)

describe('the console blocks of README.md and docs/ (npm run docs:update rewrites them)', () => {
  test('are found', () => {
    expect(COMMANDS.every(({ command }) => command.trim() !== '')).toBe(true)
  })

  test.each(COMMANDS)('$place prints what it shows: $command', async ({ command, expected }) => {
    const printed = toLines(await runConsoleCommand(command))
    if (!matchesOutput(expected, printed)) expect(printed).toEqual(expected)
  })
})
