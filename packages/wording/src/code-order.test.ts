import type { Code } from '@huiqi/engine'
import { expect, test } from 'vitest'
import { codesInOrder } from './code-order.ts'

const code = (name: string, parent?: string): Code => ({
  code: name,
  name: { zh: name, en: name },
  ...(parent === undefined ? {} : { parent }),
})

const inOrder = (...codes: readonly Code[]): readonly string[] =>
  codesInOrder(codes).map((each) => each.code)

test('what belongs to a code follows it, numbers in order', () => {
  expect(inOrder(code('10', 'B'), code('01', 'A'), code('A'), code('B'), code('06', 'B'))).toEqual([
    'A',
    '01',
    'B',
    '06',
    '10',
  ])
})

test('words keep the order of their list', () => {
  expect(inOrder(code('large'), code('medium'), code('small'))).toEqual([
    'large',
    'medium',
    'small',
  ])
})

test('no codes', () => {
  expect(codesInOrder()).toEqual([])
})
