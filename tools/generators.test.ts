import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runGenerator } from './generators.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'huiqi-generators-'))
  mkdirSync(path.join(root, 'made'))
  writeFileSync(path.join(root, 'made/a.json'), '1')
  writeFileSync(path.join(root, 'b.json'), '2')
})

afterEach(() => rmSync(root, { recursive: true }))

test.each([
  ['what is current', 'printf 1 >made/a.json', []],
  ['a changed file of a folder', 'printf 9 >made/a.json', ['made/a.json']],
  ['a new file of a folder', 'printf 1 >made/c.json', ['made/c.json']],
  ['a removed file of a folder', 'rm made/a.json', ['made/a.json']],
  ['a changed file', 'printf 9 >b.json', ['b.json']],
  ['a removed file', 'rm b.json', ['b.json']],
  ['a new file that is named', 'printf 1 >d.json', ['d.json']],
  ['a changed file that is not an output', 'printf 1 >e.json', []],
])('%s', async (_, script, changed) => {
  const generator = {
    name: 'a generator',
    command: ['sh', '-c', script],
    outputs: ['made', 'b.json', 'd.json'],
  }
  expect(await runGenerator(generator, root)).toEqual({ exitCode: 0, output: '', changed })
})

test('a generator that fails', async () => {
  const generator = { name: 'a generator', command: ['sh', '-c', 'echo no; exit 3'], outputs: [] }
  expect(await runGenerator(generator, root)).toEqual({
    exitCode: 3,
    output: 'no\n',
    changed: [],
  })
})

test('a generator that is not there', async () => {
  const generator = { name: 'a generator', command: ['./no-such-program'], outputs: [] }
  expect(await runGenerator(generator, root)).toMatchObject({ exitCode: 1, changed: [] })
})
