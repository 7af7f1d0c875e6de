import { describe, expect, test } from 'vitest'
import type { Issue } from './issue.ts'
import { AppError, hasCode, hasErrors } from './issue.ts'

const warning: Issue = { code: 'uscc.length', severity: 'warning', params: {} }
const error: Issue = { code: 'uscc.length', severity: 'error', params: { length: 17 } }

describe('AppError', () => {
  test('carries code, parameters and cause', () => {
    const cause = new Error('ENOENT')
    const thrown = new AppError('file-not-found', { path: 'a.yaml' }, { cause })
    expect(thrown).toBeInstanceOf(Error)
    expect({ ...thrown, message: thrown.message, cause: thrown.cause }).toEqual({
      name: 'AppError',
      code: 'file-not-found',
      params: { path: 'a.yaml' },
      message: 'file-not-found',
      cause,
    })
  })

  test.each([
    ['the same code', new AppError('unknown-fact', { id: 'a.b' }), true],
    ['another code', new AppError('unknown-measure', { id: 'a/b' }), false],
    ['another error', new TypeError('unknown-fact'), false],
    ['a plain record', { code: 'unknown-fact' }, false],
    ['nothing', null, false],
  ])('hasCode: %s', (_name, thrown, expected) => {
    expect(hasCode(thrown, 'unknown-fact')).toBe(expected)
  })

  test('hasCode narrows the parameters', () => {
    const thrown: unknown = new AppError('invalid-input', { issues: [error] })
    expect(hasCode(thrown, 'invalid-input') ? thrown.params.issues : []).toEqual([error])
  })
})

describe('hasErrors', () => {
  test.each([
    ['no issues', [], false],
    ['a warning alone', [warning], false],
    ['an error behind a warning', [warning, error], true],
  ])('%s', (_name, issues, expected) => expect(hasErrors(issues)).toBe(expected))
})
