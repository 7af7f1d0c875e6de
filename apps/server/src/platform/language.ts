import type { Language } from '@huiqi/domain'
import type { FastifyRequest } from 'fastify'

/** The language of an answer: Chinese unless the caller prefers English. */
export const languageOf = ({ headers }: FastifyRequest): Language => {
  const wanted = headers['accept-language'] ?? ''
  const [first = ''] = wanted.split(',')
  return first.trim().toLowerCase().startsWith('en') ? 'en' : 'zh'
}
