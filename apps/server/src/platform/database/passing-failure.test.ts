import { expect, test } from 'vitest'
import { isPassing } from './passing-failure.ts'

const failure = (message: string, more: object = {}): Error =>
  Object.assign(new Error(message), more)

test.each([
  ['nobody listens', failure('', { code: 'ECONNREFUSED', syscall: 'connect' }), true],
  ['the socket is gone', failure('', { code: 'ENOENT', syscall: 'connect' }), true],
  ['a file is missing', failure('', { code: 'ENOENT', syscall: 'open' }), false],
  ['shutting down', failure('', { code: '57P01' }), true],
  ['starting up', failure('', { code: '57P03' }), true],
  ['a deadlock', failure('', { code: '40P01' }), true],
  ['cut off', failure('Connection terminated unexpectedly'), true],
  ['a rule of the tables', failure('', { code: '23505' }), false],
  ['a fault of ours', failure('x is not a function'), false],
  ['no error', 'ECONNREFUSED', false],
])('%s', (_, error, passes) => {
  expect(isPassing(error)).toBe(passes)
})
