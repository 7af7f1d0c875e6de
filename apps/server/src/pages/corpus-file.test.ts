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

test('the file has every measure, and the same text in each form', () => {
  const { rulebook } = service.platform.policies
  const { path, plain, gzip, brotli } = makeCorpusFile(rulebook)
  expect(path).toMatch(/^\/corpus\/[0-9a-f]{16}\.json$/)
  expect(gunzipSync(gzip).equals(plain)).toBe(true)
  expect(brotliDecompressSync(brotli).equals(plain)).toBe(true)
  const corpus = fromJson(plain.toString())
  expect(corpus.measures.map(({ id }) => id)).toEqual([...rulebook.measures.keys()])
})

test('its address changes with its content', () => {
  const { rulebook } = service.platform.policies
  const [, ...measures] = rulebook.corpus.measures
  const other = { ...rulebook, corpus: { ...rulebook.corpus, measures } }
  expect(makeCorpusFile(other).path).not.toBe(makeCorpusFile(rulebook).path)
})
