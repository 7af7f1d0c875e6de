import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CONFIG_VARIABLES } from '@huiqi/server'
import { expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'

const DOCUMENT = readFileSync(path.join(ROOT, 'docs', 'configuration.md'), 'utf8')

interface Row {
  readonly name: string
  readonly byDefault: string
}

const ROWS: readonly Row[] = DOCUMENT.split('\n').flatMap((line) => {
  const [, name, byDefault] = /^\| `([A-Z_]+)` \| ([^|]+) \|/.exec(line) ?? []
  return name === undefined || byDefault === undefined ? [] : [{ name, byDefault }]
})

test('the document names every variable and no other', () => {
  expect(ROWS.map(({ name }) => name).toSorted()).toEqual(
    CONFIG_VARIABLES.map(({ name }) => name).toSorted(),
  )
})

test.each(CONFIG_VARIABLES.filter(({ byDefault }) => byDefault !== null))(
  'the default of $name is documented',
  ({ name, byDefault }) => {
    expect(ROWS.find((row) => row.name === name)?.byDefault).toBe(`\`${byDefault}\``)
  },
)
