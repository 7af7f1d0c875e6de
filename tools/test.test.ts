import { expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

const runTest = (...args: readonly string[]) =>
  runCommand([process.execPath, 'tools/test.ts', ...args])

test('--help names the steps', async () => {
  const { exitCode, output } = await runTest('--help')
  expect(exitCode).toBe(0)
  expect(output.match(/^ {2}\w+/gm)).toEqual([
    '  format',
    '  types',
    '  web',
    '  generated',
    '  corpus',
    '  bench',
    '  city',
    '  tests',
    '  browser',
    '  postgres',
  ])
})

test.each([
  ['an unknown step', ['--only', 'formt'], 'no step is called formt'],
  ['an unknown option', ['--fast'], "Unknown option '--fast'"],
  ['a word too many', ['all'], "Unexpected argument 'all'"],
])('%s is misuse', async (_, args, words) => {
  const { exitCode, output } = await runTest(...args)
  expect(exitCode).toBe(2)
  expect(output).toContain(words)
})
