import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from './json-document.ts'
import { readYaml } from './yaml-document.ts'

describe('a JSON text', () => {
  test.each([
    ['a number that a double writes back', '{ "a": 12.5 }', { a: 12.5 }],
    ['a longer one', '{ "a": 9999999.990000000001 }', { a: '9999999.990000000001' }],
    ['one with zeros at the end', '{ "a": 1.50 }', { a: '1.50' }],
    ['one with an exponent', '{ "a": 1e5 }', { a: '1e5' }],
    ['a minus without a number to it', '[-0]', ['-0']],
    ['nothing', 'null', null],
    ['a key that is no property', '{ "__proto__": { "a": 1 } }', { ['__proto__']: { a: 1 } }],
  ])('with %s', (_, text, value) => {
    expect(readJson(text)).toEqual({ kind: 'value', value, hasUniqueKeys: true })
    expect(readYaml(text).value).toEqual(value)
  })

  test.each([
    ['twice in one object', '{ "a": 1, "a": 1 }', false],
    ['twice, once with an escape', '{ "a": 1, "\\u0061": 1 }', false],
    ['twice further in', '[{ "b": { "a": 1 , "a" : 2 } }]', false],
    ['in two objects', '{ "a": { "a": 1 } }', true],
    ['in a text', '{ "a": "\\"a\\": 1, \\"a\\":" }', true],
  ])('with a key %s', (_, text, hasUniqueKeys) => {
    expect(readJson(text)).toMatchObject({ kind: 'value', hasUniqueKeys })
  })

  test('that is none is told with its place', () => {
    expect(readJson('{\n  "a": 1,\n  b: 2 }')).toMatchObject({
      kind: 'fault',
      place: { line: 3, column: 3 },
    })
  })

  test('reads as YAML does, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (content) => {
        const text = JSON.stringify(content)
        const json = readJson(text)
        const yaml = readYaml(text)
        fc.pre(yaml.faults.length === 0)
        expect(json).toEqual({ kind: 'value', value: yaml.value, hasUniqueKeys: true })
      }),
    )
  })
})
