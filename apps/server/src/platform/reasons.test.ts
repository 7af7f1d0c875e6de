import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hasReason, reasonIn } from './reasons.ts'

const SOURCES = path.join(import.meta.dirname, '..')

const GIVEN = [
  /AppError\(\s*'conflict',\s*\{\s*reason: '([^']+)'/g,
  /AppError\(\s*'not-allowed',\s*\{\s*action: '([^']+)'/g,
  /requireAbility\([^;]*?action: '([a-z-]+)'/g,
  /otherwise: '([^']+)'/g,
]

const codes = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(SOURCES, file), 'utf8'))
  .flatMap((text) => GIVEN.flatMap((given) => [...text.matchAll(given)].map(([, code]) => code)))
  .filter((code) => code !== undefined)

test('the reasons that the code gives are found', () => {
  expect(codes).toEqual(
    expect.arrayContaining(['claim-decided', 'cross-site', 'read-audit', 'import-not-checked']),
  )
})

test.each([...new Set(codes)].toSorted())('%s has words in both languages', (code) => {
  expect(hasReason(code)).toBe(true)
  expect(reasonIn(code, 'zh')).toMatch(/\p{Script=Han}/u)
  expect(reasonIn(code, 'en')).not.toMatch(/\p{Script=Han}/u)
})
