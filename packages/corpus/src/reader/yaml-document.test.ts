import { describe, expect, test } from 'vitest'
import { readYaml } from './yaml-document.ts'

describe('values', () => {
  test.each([
    ['a day stays text', 'a: 2025-05-17', { a: '2025-05-17' }],
    ['no, yes and on stay text', 'a: [NO, yes, on]', { a: ['NO', 'yes', 'on'] }],
    [
      'truth and nothing',
      'a: [true, false, null, ~]\nb:',
      { a: [true, false, null, null], b: null },
    ],
    ['plain numbers', 'a: [0, 12, -3, 0.5]', { a: [0, 12, -3, 0.5] }],
    ['a trailing zero is kept', 'a: 1.10', { a: '1.10' }],
    ['a leading zero is kept', 'a: 01', { a: '01' }],
    ['eighteen digits are kept', 'a: 913100001234567890', { a: '913100001234567890' }],
    [
      'other spellings of numbers stay text',
      'a: [0x10, 1e3, .inf, +5]',
      { a: ['0x10', '1e3', '.inf', '+5'] },
    ],
    ['years are keys', 'a: { 2024: 8600万元 }', { a: { '2024': '8600万元' } }],
    ['an empty document', '', null],
  ])('%s', (_, text, expected) => {
    const { value, faults } = readYaml(text)
    expect({ value, faults }).toEqual({ value: expected, faults: [] })
  })
})

describe('faults', () => {
  test.each([
    ['the same key twice', 'a: 1\nb: 2\na: 3', 'yaml.duplicate-key', 3, 1],
    ['an anchor', 'a: 1\nb: &x 2', 'yaml.anchor', 2, 7],
    ['a list as key', '? [1]\n: 2', 'yaml.key', 1, 3],
    ['an open bracket', 'a: [1', 'yaml.syntax', 1, 6],
  ])('%s', (_, text, code, line, column) => {
    const faults = readYaml(text).faults.map(({ detail: _detail, ...fault }) => fault)
    expect(faults).toEqual([{ code, line, column }])
  })

  test('an alias is refused where it stands', () => {
    const faults = readYaml('a: &x 1\nb: *x').faults
    expect(faults).toEqual([
      { code: 'yaml.anchor', detail: 'x', line: 1, column: 7 },
      { code: 'yaml.anchor', detail: 'x', line: 2, column: 4 },
    ])
  })

  test('& inside a text is no anchor', () => {
    expect(readYaml('a: R & D').faults).toEqual([])
  })
})

const TEXT = `top: one
list:
  - { deep: value, other: 'it''s here' }
  - second
folded: >-
  first line
  second line
empty:
`

describe('places', () => {
  test.each([
    ['a value', ['top'], 'value', 1, 6],
    ['a key', ['top'], 'key', 1, 1],
    ['deep inside', ['list', 0, 'deep'], 'value', 3, 13],
    ['the key of a deep value', ['list', 0, 'deep'], 'key', 3, 7],
    ['an entry of a list', ['list', 1], 'value', 4, 5],
    ['into a quoted text, past the doubled quote', ['list', 0, 'other'], 3, 3, 32],
    ['into the second line of a folded text', ['folded'], 11, 7, 3],
    ['an empty value is at its key', ['empty'], 'value', 8, 1],
    ['what does not exist is at the nearest thing around it', ['list', 0, 'nope'], 'value', 3, 5],
    ['the whole document', [], 'value', 1, 1],
  ] as const)('%s', (_, path, target, line, column) => {
    expect(readYaml(TEXT).locate(path, target)).toEqual({ line, column })
  })
})
