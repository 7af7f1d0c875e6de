import { expect, test } from 'vitest'
import { requestIdOf } from './request-id.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('the id of a proxy is kept', () => {
  expect(requestIdOf({ headers: { 'x-request-id': 'edge-0123.4567' } })).toBe('edge-0123.4567')
})

test.each([
  ['none', undefined],
  ['too short', '1234567'],
  ['too long', 'a'.repeat(65)],
  ['a line break', 'abcdefgh\nijkl'],
  ['words', 'let me in please'],
])('%s: the request gets a new one', (_, given) => {
  const headers = given === undefined ? {} : { 'x-request-id': given }
  expect(requestIdOf({ headers })).toMatch(UUID)
})
