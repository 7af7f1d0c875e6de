import { SUBJECTS } from '@huiqi/engine'
import { z } from 'zod'

/** The same words in Chinese and in English. */
export const bilingual = z
  .strictObject({
    zh: z.string().describe('Chinese'),
    en: z.string().describe('English'),
  })
  .meta({ id: 'bilingual', description: 'The same words in Chinese and in English' })

/** A number, or a number with a unit, as text or as a plain number. */
export const literal = z
  .union([z.string(), z.number()])
  .describe('50万元, 5%, 12 or 2025-05-17, by the type of the fact')

/** A literal of any type. */
export const scalar = z
  .union([z.string(), z.number(), z.boolean()])
  .describe('A literal of the type of the fact: 50万元, 5%, 12, 2025-05-17, true, a code, never')

const parameterUse = z.strictObject({
  parameter: z.string().describe('A dated figure: national/2022-tier/sme-revenue'),
})

/** A literal, `not-found`, or a dated parameter. */
export const operand = z
  .union([scalar, parameterUse])
  .meta({ id: 'operand', description: 'A literal, not-found, or { parameter: … }' })

export const date = z.string().describe('YYYY-MM-DD')
export const openDate = z.string().describe('YYYY-MM-DD or not-found')

export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/)
  .describe('Lower case letters, digits and hyphens')

export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/)
  .describe('Lower case letters, digits and underscores')

export const path = z.string().describe('Folder path and file name: shanghai/2023-several/name')

export const provision = z.string().describe('A provision of the instrument: art-2')

export const grade = z
  .enum(['A', 'B', 'C', 'D'])
  .describe('A issued by the authority, B checked at the window, C uploaded, D self-declared')

export const sourceGrade = z
  .enum(['primary', 'corroborated', 'secondary', 'weak'])
  .describe('How well the text is known; only primary and corroborated decide money')

export const subject = z.enum(SUBJECTS)

export const factType = z.enum(['money', 'rate', 'count', 'number', 'date', 'boolean', 'code'])

export const yearReference = z
  .enum(['this', 'last', 'before-last'])
  .describe('Which year of a yearly fact, counted from the year of submission')

export const factId = z.string().describe('A fact of the vocabulary: enterprise.revenue')

export const gaps = z.array(bilingual).describe('What the published text leaves open')
