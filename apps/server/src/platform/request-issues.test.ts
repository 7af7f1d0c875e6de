import { expect, test } from 'vitest'
import { z } from 'zod'
import { findRequestIssues } from './request-issues.ts'

const schema = {
  params: z.object({ id: z.uuid() }),
  querystring: z.object({ limit: z.coerce.number().max(100) }),
  body: z.object({ rows: z.array(z.object({ value: z.string() })) }),
}

const request = (params: unknown, query: unknown, body: unknown) => ({
  params,
  query,
  body,
  routeOptions: { schema },
})

const GOOD_ID = '7d9a1c9e-8a3f-4f0e-9d2b-1f2e3d4c5b6a'

test('a sound request has none', () => {
  expect(findRequestIssues(request({ id: GOOD_ID }, { limit: '5' }, { rows: [] }), 'en')).toEqual(
    [],
  )
})

test('all places are told at once', () => {
  const broken = request({ id: 'x' }, { limit: '200' }, { rows: [{ value: 'a' }, { value: 7 }] })
  expect(findRequestIssues(broken, 'en')).toEqual([
    { code: 'invalid_format', message: 'Invalid UUID', path: 'params.id' },
    {
      code: 'too_big',
      message: 'Too big: expected number to be <=100',
      path: 'querystring.limit',
    },
    {
      code: 'invalid_type',
      message: 'Invalid input: expected string, received number',
      path: 'body.rows[1].value',
    },
  ])
})

test('in Chinese', () => {
  const [issue] = findRequestIssues(request({ id: GOOD_ID }, { limit: 1 }, {}), 'zh')
  expect(issue?.message).toBe('无效输入：期望 数组，实际接收 undefined')
})
