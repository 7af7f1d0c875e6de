import { expect, test } from 'vitest'
import { findUnstorable } from './unstorable-text.ts'

test.each([
  ['plain text', { a: '政策', b: ['x', 1, null, true] }, []],
  ['the character 0', { a: 'x\0y' }, ['body.a']],
  ['half a character', { a: [{ b: 'ok' }, { b: '\ud83d' }] }, ['body.a[1].b']],
  ['a whole character of two halves', { a: '\ud83d\ude00' }, []],
  ['in a name', { 'x\0': 1 }, ['body']],
  ['twice', { a: '\0', b: '\0' }, ['body.a', 'body.b']],
  ['no body', undefined, []],
])('%s', (_, body, places) => {
  expect(findUnstorable(body, 'body')).toEqual(places)
})
