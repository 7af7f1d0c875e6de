import { expect, test } from 'vitest'
import { quoted } from './command-name.ts'

test.each([
  ['examples/renovation.yaml', 'examples/renovation.yaml'],
  ['企业/某公司.yaml', '企业/某公司.yaml'],
  ['our firm.yaml', "'our firm.yaml'"],
  ["o'clock.yaml", "'o'\\''clock.yaml'"],
  ['$HOME.yaml', "'$HOME.yaml'"],
])('%s is typed as %s', (argument, typed) => {
  expect(quoted(argument)).toBe(typed)
})
