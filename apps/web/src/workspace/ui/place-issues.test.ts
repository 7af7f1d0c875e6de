import { expect, test } from 'vitest'
import { placeIssues } from './place-issues.ts'

const issue = (path?: string) => ({
  code: 'wrong',
  message: `wrong: ${path}`,
  ...(path === undefined ? {} : { path }),
})

test.each([
  ['a field', 'body.email', [['email'], ['password']], [], ['email']],
  ['a part of a field', 'body.name.zh', [['name', 'zh']], [], ['name', 'zh']],
  ['something inside a field', 'body.scopes.1', [['scopes']], [], ['scopes']],
  ['brackets', 'body.statements[0].value', [['value']], ['statements', 0], ['value']],
  ['dots', 'body.statements.0.value', [['value']], ['statements', 0], ['value']],
])('%s has its issue beside it', (_, path, fields, at, name) => {
  expect(placeIssues([issue(path)], fields, at)).toEqual({
    fields: [{ name, errors: [`wrong: ${path}`] }],
    rest: [],
  })
})

test.each([
  ['no path', undefined],
  ['another field', 'body.note'],
  ['another entry', 'body.statements[1].value'],
  ['the body as a whole', 'body'],
  ['the query', 'query.value'],
])('an issue with %s stands above the form', (_, path) => {
  const issues = [issue(path)]
  expect(placeIssues(issues, [['value']], ['statements', 0])).toEqual({ fields: [], rest: issues })
})

test('several issues of one field stay together', () => {
  expect(placeIssues([issue('body.value'), issue('body.value')], [['value']])).toEqual({
    fields: [{ name: ['value'], errors: ['wrong: body.value', 'wrong: body.value'] }],
    rest: [],
  })
})
