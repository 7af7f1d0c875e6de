import { describe, expect, test } from 'vitest'
import { codeLineage, prepareRulebook } from './rulebook.ts'
import { codeList, rulebookWith, SAMPLE } from './testing/test-rulebook.ts'

const lineage = (code: string, list = 'industry'): readonly string[] => {
  const index = rulebookWith().codeLists.get(list)
  if (!index) throw new RangeError(list)
  return codeLineage(index, code)
}

describe('codeLineage', () => {
  test.each([
    ['a section stands alone', 'C', ['C']],
    ['a division belongs to its section', '40', ['40', 'C']],
    ['a group that is not listed belongs to its division', '401', ['401', '40', 'C']],
    ['a class belongs to its group, division and section', '7010', ['7010', '701', '70', 'K']],
    ['a code without a listed prefix stands alone', '9999', ['9999']],
    ['an empty code stands alone', '', ['']],
  ])('%s', (_, code, expected) => {
    expect(lineage(code)).toEqual(expected)
  })

  test('longer codes belong to nothing in a list without prefixes', () => {
    expect(lineage('3101150', 'district')).toEqual(['3101150'])
  })

  test('parents that go round in a circle end', () => {
    const list = codeList('loop', { a: 'b', b: 'a' })
    const index = prepareRulebook({ ...SAMPLE, codeLists: [list] }).codeLists.get('loop')
    expect(index && [codeLineage(index, 'a'), codeLineage(index, 'b')]).toEqual([
      ['a', 'b', 'a'],
      ['b', 'a', 'b'],
    ])
  })
})
