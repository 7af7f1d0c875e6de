import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSealed, writeSealed } from './sealed-file.ts'

const CONTENT = Buffer.from('a long list of words')
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiqi-sealed-'))
  file = join(folder, 'below', 'words')
  await writeSealed(file, 'one', CONTENT)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('what was sealed is read again', async () => {
  expect(await readSealed(file, 'one')).toEqual(CONTENT)
})

test('nothing at all can be sealed too', async () => {
  await writeSealed(file, 'one', Buffer.alloc(0))
  expect(await readSealed(file, 'one')).toEqual(Buffer.alloc(0))
})

test('what is kept later takes its place', async () => {
  await writeSealed(file, 'two', Buffer.from('other'))
  expect(await readSealed(file, 'one')).toBeNull()
  expect(await readSealed(file, 'two')).toEqual(Buffer.from('other'))
})

test.each([
  ['another key', async () => undefined, 'two'],
  ['no file', () => rm(file), 'one'],
  ['an empty file', () => truncate(file, 0), 'one'],
  ['a file cut off in its seal', () => truncate(file, 31), 'one'],
  ['a file cut off behind its seal', () => truncate(file, 32), 'one'],
  ['a file without its last byte', () => truncate(file, 32 + CONTENT.length - 1), 'one'],
  ['a byte too many', () => writeFile(file, 'x', { flag: 'a' }), 'one'],
])('%s is nothing', async (_, spoil, key) => {
  await spoil()
  expect(await readSealed(file, key)).toBeNull()
})

test('a byte that changed anywhere is seen', async () => {
  const good = await readFile(file)
  for (let at = 0; at < good.length; at += 1) {
    const bad = Buffer.from(good)
    bad[at] = (bad[at] ?? 0) ^ 1
    await writeFile(file, bad)
    expect(await readSealed(file, 'one')).toBeNull()
  }
})

test('a folder that cannot be written is left alone', async () => {
  await writeSealed(join(file, 'inside-a-file'), 'one', CONTENT)
  expect(await readSealed(file, 'one')).toEqual(CONTENT)
})
