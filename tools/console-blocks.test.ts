import { describe, expect, test } from 'vitest'
import {
  matchesOutput,
  parseConsoleBlocks,
  rewriteConsoleBlocks,
  runConsoleCommand,
} from './console-blocks.ts'

const MARKDOWN = [
  '# Title',
  '```console',
  '$ first \\',
  '    --more',
  'one',
  '',
  'two',
  '',
  '$ second',
  '```',
  '```sh',
  '$ not run',
  '```',
  '````md',
  '```console',
  '$ shown, not run',
  '```',
  '````',
  'end',
].join('\n')

const prints = (output: string) => () => Promise.resolve({ exitCode: 0, output })

test('only console blocks are read, with continued commands and the lines that follow', () => {
  expect(parseConsoleBlocks(MARKDOWN)).toEqual([
    {
      line: 2,
      end: 10,
      commands: [
        { command: 'first \\\n    --more', expected: ['one', '', 'two'] },
        { command: 'second', expected: [] },
      ],
    },
  ])
})

describe('output matches', () => {
  test.each([
    ['nothing', [], [], true],
    ['nothing expected but a line printed', [], ['a'], false],
    ['the same lines', ['a', 'b'], ['a', 'b'], true],
    ['a different line', ['a', 'b'], ['a', 'c'], false],
    ['a line too few', ['a', 'b'], ['a'], false],
    ['dots for no line', ['a', '...', 'b'], ['a', 'b'], true],
    ['dots for two lines', ['a', '...', 'b'], ['a', 'x', 'y', 'b'], true],
    ['dots at the end', ['a', '...'], ['a', 'x'], true],
    ['dots at the end for no line', ['a', '...'], ['a'], true],
    ['dots, then a line that is absent', ['...', 'b'], ['a', 'x'], false],
    ['dots inside a line', ['a ... b'], ['a x b'], false],
  ])('%s', (_, expected, printed, matches) => {
    expect(matchesOutput(expected, printed)).toBe(matches)
  })
})

describe('rewriting', () => {
  const block = (...body: string[]) => ['```console', ...body, '```', 'end'].join('\n')

  test.each([
    ['puts the printed lines', ['$ x', 'old'], 'new\nlines\n', ['$ x', 'new', 'lines']],
    ['keeps dots that match', ['$ x', 'a', '...'], 'a\nb\n', ['$ x', 'a', '...']],
    ['removes what is no longer printed', ['$ x', 'old'], '', ['$ x']],
    ['keeps an empty line inside', ['$ x'], 'a\n\nb\n\n', ['$ x', 'a', '', 'b']],
    ['parts two commands', ['$ x', '$ y'], 'a\n', ['$ x', 'a', '', '$ y', 'a']],
  ])('%s', async (_, before, output, after) => {
    expect(await rewriteConsoleBlocks(block(...before), prints(output))).toBe(block(...after))
  })

  test('a block after a grown block is rewritten in its place', async () => {
    const twice = `${block('$ x')}\n${block('$ y')}`
    expect(await rewriteConsoleBlocks(twice, prints('1\n2\n'))).toBe(
      `${block('$ x', '1', '2')}\n${block('$ y', '1', '2')}`,
    )
  })
})

test('a command runs at the root without colour, and both streams are read', async () => {
  const script = 'ls huiqi; echo "$NO_COLOR $COLUMNS"; echo wrong >&2; exit 2'
  expect(await runConsoleCommand(script)).toEqual({
    exitCode: 2,
    output: 'huiqi\n1 100\nwrong\n',
  })
})
