import { z } from 'zod'
import { amount } from './amount.ts'
import { condition } from './condition.ts'
import {
  bilingual,
  date,
  factId,
  gaps,
  grade,
  id,
  openDate,
  operand,
  path,
  provision,
  sourceGrade,
  subject,
} from './words.ts'

const benefit = z.strictObject({
  kind: z.enum([
    'award',
    'subsidy',
    'interest-subsidy',
    'voucher',
    'relief',
    'guarantee',
    'loan',
    'investment',
    'claim',
    'title',
    'service',
  ]),
  grants: z.string().describe('The qualification that a title grants').optional(),
  amount: amount.optional(),
  frequency: z
    .enum(['once', 'year', 'each'])
    .describe('Once in a lifetime, once a year, or for each thing')
    .optional(),
  'shared-by': z
    .record(z.string(), operand)
    .describe('Co-funding shares by payer; known shares add up to 100%')
    .optional(),
  pool: z.string().describe('The budget it draws on').optional(),
})

const exclusion = z.strictObject({
  measure: path,
  provision: provision.optional(),
  says: bilingual,
})

const evidence = z.strictObject({
  id,
  name: bilingual,
  proves: z.array(factId).min(1),
  grade: grade.describe('The weakest grade accepted'),
})

const call = z.strictObject({ id, from: date, to: openDate, says: bilingual.optional() })

const target = z.strictObject({
  id,
  says: bilingual,
  'at-least': z.union([z.string(), z.number()]).optional(),
  'at-most': z.union([z.string(), z.number()]).optional(),
  'more-than': z.union([z.string(), z.number()]).optional(),
  'less-than': z.union([z.string(), z.number()]).optional(),
  about: z.union([z.string(), z.number()]).optional(),
  unit: bilingual,
  by: openDate,
  agency: z.string(),
  provision: provision.optional(),
})

const door = z.strictObject({
  name: bilingual,
  url: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
})

/** One measure: `policies/<folder>/<name>.yaml`. */
export const measure = z.strictObject({
  id: path,
  name: bilingual,
  provision,
  items: z
    .array(z.number().int().positive())
    .describe('Numbers of the items of its instrument that this measure carries')
    .optional(),
  lead: z.string().describe('The agency that acts first'),
  agencies: z.array(z.string()).optional(),
  delivery: z
    .enum(['apply', 'instant', 'automatic', 'service'])
    .describe('Who has to act first: 申报, 即申即享, 免申即享, or a service with a door'),
  about: subject.describe('The subject that is tested').optional(),
  'in-force': z
    .strictObject({ from: date, to: openDate.optional() })
    .describe('Both days included; no `to` is open, not-found is not known'),
  grade: sourceGrade.optional(),
  eligible: condition.optional(),
  benefit: benefit.optional(),
  excludes: z.array(exclusion).optional(),
  stacking: z.array(z.string()).describe('Stacking groups').optional(),
  evidence: z.array(evidence).optional(),
  calls: z.array(call).describe('Dated windows to apply').optional(),
  targets: z.array(target).describe('Figures that the text promises').optional(),
  door: door.nullable().optional(),
  gaps: gaps.optional(),
  replaces: z.array(path).optional(),
  plain: bilingual.describe('Who, how much, how to get it: two or three plain sentences'),
})
export type MeasureDocument = z.infer<typeof measure>
export type BenefitDocument = z.infer<typeof benefit>
export type TargetDocument = z.infer<typeof target>

/** An issued text: `policies/<folder>/instrument.yaml`. */
export const instrument = z.strictObject({
  id: path,
  name: bilingual,
  number: z.string().describe('Document number or not-found'),
  issuers: z.array(z.string()).min(1),
  'issued-on': openDate,
  source: z.string().describe('Short reference: site and document'),
  grade: sourceGrade,
  items: z.number().int().positive().describe('How many numbered items it has').optional(),
  provisions: z.record(z.string(), bilingual),
  gaps: gaps.optional(),
})
export type InstrumentDocument = z.infer<typeof instrument>
