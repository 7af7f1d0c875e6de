import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { fromJson } from '@huiqi/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { makeCorpusFile } from './corpus-file.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp()
})

afterAll(() => service.close())

test('the file has every measure, and the same text in each form', async () => {
  const { rulebook } = service.platform.policies
  const { path, gzip, brotli } = await makeCorpusFile(rulebook)
  expect(path).toMatch(/^\/corpus\/[0-9a-f]{16}\.json$/)
  const plain = gunzipSync(gzip)
  expect(brotliDecompressSync(brotli).equals(plain)).toBe(true)
  const corpus = fromJson(plain.toString())
  expect(corpus.measures.map(({ id }) => id)).toEqual([...rulebook.measures.keys()])
})

test('its address changes with its content', async () => {
  const { rulebook } = service.platform.policies
  const [, ...measures] = rulebook.corpus.measures
  const other = { ...rulebook, corpus: { ...rulebook.corpus, measures } }
  const [one, two] = await Promise.all([makeCorpusFile(other), makeCorpusFile(rulebook)])
  expect(one.path).not.toBe(two.path)
})
