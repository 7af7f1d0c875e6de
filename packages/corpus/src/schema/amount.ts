import { z } from 'zod'
import { guard } from './condition.ts'
import { factId, factType, literal, operand, yearReference } from './words.ts'

const reference = z.union([
  factId,
  z.strictObject({
    fact: factId.optional(),
    year: yearReference.optional(),
    formula: z.string().optional(),
    type: factType.optional(),
  }),
])
export type ReferenceDocument = z.infer<typeof reference>

const rounding = z
  .strictObject({
    to: z.string().describe('The step: 1元, 1万元'),
    mode: z.enum(['down', 'up', 'half-up', 'half-even']),
  })
  .describe('Rounding named by the text')

const amountObject = z.strictObject({
  fixed: operand.describe('A sum of money').optional(),
  parameter: z.string().describe('A dated figure of money').optional(),
  rate: operand.describe('A share of `of`').optional(),
  of: reference.describe('The base of the rate').optional(),
  year: yearReference.describe('The year of a yearly base or unit').optional(),
  'per-unit': operand.describe('Money for each of `units`').optional(),
  units: reference.optional(),
  formula: z.string().describe('A formula of the FEEL profile that gives money').optional(),
  get first(): z.ZodOptional<z.ZodArray<typeof band>> {
    return z.optional(z.array(band).describe('The first band whose guards all hold'))
  },
  get 'at-most'(): z.ZodOptional<typeof amount> {
    return z.optional(amount)
  },
  get 'at-least'(): z.ZodOptional<typeof amount> {
    return z.optional(amount)
  },
  cap: operand.describe('At most this, whatever the calculation gives').optional(),
  floor: operand.describe('At least this, whatever the calculation gives').optional(),
  round: rounding.optional(),
})

const band = z.strictObject({
  if: z.array(guard).describe('All of these hold').optional(),
  get amount(): typeof amount {
    return amount
  },
})

/** An amount: money, `not-found`, or one of the forms of calculation. */
export const amount = z.union([literal, amountObject])
amount.register(z.globalRegistry, { id: 'amount' })

export type AmountDocument = z.infer<typeof amount>
export type AmountObjectDocument = z.infer<typeof amountObject>
