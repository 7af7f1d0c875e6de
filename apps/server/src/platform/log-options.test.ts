import { expect, test } from 'vitest'
import { tellError, tellRequest } from './log-options.ts'

test('a request is told without the values of its parameters', () => {
  const request = { method: 'GET', url: '/api/v1/x?state=s3cret&code=abc&code=d', ip: '127.0.0.1' }
  expect(tellRequest(request)).toEqual({
    method: 'GET',
    path: '/api/v1/x',
    parameters: ['code', 'state'],
    address: '127.0.0.1',
  })
})

test('an error is told without the row that PostgreSQL quotes', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'accounts_email_key',
    detail: 'Key (email)=(li@example.com) already exists.',
  })
  const told = tellError(new Error('cannot sign up', { cause: error }))
  expect(JSON.stringify(told)).not.toContain('li@example.com')
  expect(told).toMatchObject({
    message: 'cannot sign up',
    cause: { code: '23505', constraint: 'accounts_email_key' },
  })
})

test('what is thrown without being an error is told as a text', () => {
  expect(tellError(7)).toEqual({ type: 'number', message: '7', stack: '' })
})
