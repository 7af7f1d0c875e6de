import { z } from 'zod'
import { date } from './words.ts'

const stated = z
  .json()
  .describe('A literal, { 2024: … } for yearly facts, or { value, source, grade }')

const factValues = z.record(z.string(), stated).describe('Values by fact id')

const award = z.strictObject({
  measure: z.string(),
  on: date,
  amount: z.union([z.string(), z.number()]).nullable().optional(),
})

const range = z.strictObject({
  low: z.union([z.string(), z.number()]),
  high: z.union([z.string(), z.number()]).optional(),
})

const expectation = z.strictObject({
  outcome: z.enum(['met', 'unmet', 'unknown', 'needs-review', 'not-in-force']).optional(),
  amount: z
    .union([z.string(), z.number(), range])
    .describe('Money, { low, high } or none')
    .optional(),
  missing: z.array(z.string()).optional(),
  reviews: z.array(z.string()).optional(),
  facts: z.record(z.string(), stated).describe('Derived values').optional(),
  distance: z.record(z.string(), z.string()).optional(),
})
export type ExpectationDocument = z.infer<typeof expectation>

const situation = {
  'as-of': date.optional(),
  'submitted-on': date.optional(),
  awards: z.array(award).optional(),
}

/** Cases beside a measure or a table: `<name>.cases.yaml`. */
export const cases = z.strictObject({
  base: z.strictObject({
    ...situation,
    enterprise: factValues.optional(),
    thing: z.union([factValues, z.literal('none')]).optional(),
  }),
  cases: z
    .array(
      z.strictObject({
        name: z.string(),
        ...situation,
        set: factValues.describe('Merged over the base by fact id').optional(),
        unset: z.array(z.string()).describe('Facts that are not known').optional(),
        thing: z.literal('none').describe('Known to have none').optional(),
        expect: expectation,
      }),
    )
    .min(1),
})
export type CasesDocument = z.infer<typeof cases>
