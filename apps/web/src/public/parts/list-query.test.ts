import { expect, test } from 'vitest'
import {
  chosenFilters,
  readListQuery,
  toggled,
  withoutFilters,
  writeListQuery,
} from './list-query.ts'

const again = (address: string): string =>
  writeListQuery(readListQuery(new URLSearchParams(address))).toString()

test.each([
  ['nothing', '', ''],
  ['blanks around the words', 'text=+a+', 'text=a'],
  ['several values of one filter', 'kind=loan&kind=award', 'kind=loan&kind=award'],
  ['a value twice', 'kind=loan&kind=loan', 'kind=loan'],
  ['an empty value', 'kind=', ''],
  ['an unknown order', 'order=worst', ''],
  ['the order that is meant anyway', 'order=best', ''],
  ['another order', 'order=amount', 'order=amount'],
  ['a page', 'after=x', 'after=x'],
  ['an unknown part', 'x=1&text=a', 'text=a'],
  ['two least amounts', 'amountAtLeastFen=1&amountAtLeastFen=2', 'amountAtLeastFen=1'],
])('%s', (_, address, expected) => {
  expect(again(address)).toBe(expected)
})

const toggle = (address: string, filter: 'kind' | 'amountAtLeastFen', value: string): string =>
  writeListQuery(toggled(readListQuery(new URLSearchParams(address)), filter, value)).toString()

test.each([
  ['a value is added to the others', 'kind=loan', 'kind', 'award', 'kind=loan&kind=award'],
  ['a chosen value is taken away', 'kind=loan&kind=award', 'kind', 'loan', 'kind=award'],
  [
    'one least amount replaces another',
    'amountAtLeastFen=1',
    'amountAtLeastFen',
    '2',
    'amountAtLeastFen=2',
  ],
  ['the list starts again at its first page', 'after=x', 'kind', 'loan', 'kind=loan'],
] as const)('%s', (...[, address, filter, value, expected]) => {
  expect(toggle(address, filter, value)).toBe(expected)
})

test('the filters that are on are named one by one', () => {
  const query = readListQuery(new URLSearchParams('kind=loan&status=open&text=a'))
  expect(chosenFilters(query)).toEqual([
    { filter: 'status', value: 'open' },
    { filter: 'kind', value: 'loan' },
  ])
  expect(writeListQuery(withoutFilters(query)).toString()).toBe('text=a')
})
