import { AppError, type Issue } from '@huiqi/domain'
import type { preValidationHookHandler } from 'fastify'

const DEPTH_AT_MOST = 100

const isUnstorable = (text: string): boolean => text.includes('\0') || !text.isWellFormed()

/** Where a value holds text that no database keeps: the character 0, or half a character. */
export const findUnstorable = (value: unknown, path: string, depth = 0): readonly string[] => {
  if (typeof value === 'string') return isUnstorable(value) ? [path] : []
  if (typeof value !== 'object' || value === null || depth > DEPTH_AT_MOST) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(isUnstorable(key) ? [path] : []),
    ...findUnstorable(
      inner,
      Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`,
      depth + 1,
    ),
  ])
}

/** A hook that refuses such text wherever it stands in a request, before any route sees it. */
export const refuseUnstorableText: preValidationHookHandler = (request, _, done) => {
  const { params, query, body } = request
  const places = [
    ...findUnstorable(params, 'params'),
    ...findUnstorable(query, 'querystring'),
    ...(Buffer.isBuffer(body) ? [] : findUnstorable(body, 'body')),
  ]
  if (places.length === 0) return done()
  const issues: Issue[] = places.map((path) => ({
    code: 'unstorable-text',
    severity: 'error',
    path,
    params: {},
  }))
  return done(new AppError('invalid-input', { issues }))
}
