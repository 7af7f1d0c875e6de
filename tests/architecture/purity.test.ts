import { expect, test } from 'vitest'
import { findImpurities } from './purity.ts'
import { parseSource } from './source-file.ts'

test.each([
  ["import fs from 'node:fs'", ['imports node:fs']],
  ["import type { Stats } from 'fs'", ['imports fs']],
  ['const x = Date.now()', ['uses Date.now']],
  ['const x = new Date()', ['reads the clock']],
  ['const x = Date()', ['reads the clock']],
  ['const x = Math.random()', ['uses Math.random']],
  ['const x = process.env.HOME', ['uses process']],
  ['const x = { process }', ['uses process']],
  ['const x = fetch(y)', ['uses fetch']],
  ['setTimeout(f, 1)', ['uses setTimeout']],
  ['console.log(x)', ['uses console']],
  ['const f = async () => 1', ['is async']],
  ['class A { async f() {} }', ['is async']],
  ['await x', ['awaits']],
  ['for await (const x of y) f(x)', ['awaits']],
  ['type X = Promise<string>', ['uses Promise']],
  ["const x = import('./a.ts')", ['imports while it runs']],
  ['const f = new Function(x)', ['makes code from text']],
  ['const x = eval(y)', ['uses eval']],
  ['const x = d.getMonth()', ["uses getMonth, which reads the machine's time zone or language"]],
])('%s is not pure', (text, complaints) => {
  expect(findImpurities(parseSource('a.ts', text))).toEqual(
    complaints.map((complaint) => `a.ts:1 ${complaint}`),
  )
})

test.each([
  ['const x = new Date(text)'],
  ['const x = Date.UTC(2026, 3, 1)'],
  ['const x = d.getUTCMonth()'],
  ['const x = { process: 1 }'],
  ['const x = a.process'],
  ['interface A { readonly fetch: string }'],
  ['// process.env, await'],
  ["const x = 'Math.random()'"],
  ['for (const x of y) f(x)'],
])('%s is pure', (text) => {
  expect(findImpurities(parseSource('a.ts', text))).toEqual([])
})
