import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const PACKAGES = join(import.meta.dirname, '..', '..')

/** What a file loads when it runs; imports of types alone are gone by then. */
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?!type\b)[^']*?from '([^']+)'/gm)]
    .flatMap(([, specifier]) => specifier ?? [])
    .concat(
      [...readFileSync(file, 'utf8').matchAll(/import\('([^']+)'\)/g)].flatMap(([, s]) => s ?? []),
    )

const resolveFrom = (file: string, specifier: string): string | null => {
  if (specifier.startsWith('.')) return join(dirname(file), specifier)
  const [, name] = /^@huiqi\/([a-z]+)$/.exec(specifier) ?? []
  return name === undefined ? null : join(PACKAGES, name, 'src', 'index.ts')
}

/** What is loaded from outside the repository, by the file that loads it. */
const foreignImports = (door: string) => {
  const seen = new Set([door])
  const foreign: string[] = []
  for (const file of seen) {
    for (const specifier of importsOf(file)) {
      const target = resolveFrom(file, specifier)
      if (target === null) foreign.push(`${file.slice(PACKAGES.length)} loads ${specifier}`)
      else seen.add(target)
    }
  }
  return { files: seen.size, foreign }
}

test('the door for browsers loads nothing but files of the pure packages and its own', () => {
  const { files, foreign } = foreignImports(join(import.meta.dirname, 'enterprise-index.ts'))
  expect(foreign).toEqual([])
  expect(files).toBeGreaterThan(80)
})

test('the walk sees what the main door loads', () => {
  const { foreign } = foreignImports(join(import.meta.dirname, 'index.ts'))
  expect(foreign.some((line) => line.endsWith('loads node:fs/promises'))).toBe(true)
})
