import { z } from 'zod'
import {
  bilingual,
  factId,
  factType,
  openDate,
  operand,
  provision,
  scalar,
  yearReference,
} from './words.ts'

/** The left-hand side of a comparison. */
export const referenceKeys = {
  fact: factId.optional(),
  formula: z.string().describe('A formula of the FEEL profile').optional(),
  type: factType.describe('The type of the formula').optional(),
  unit: bilingual.describe('The unit of the formula').optional(),
  year: yearReference.optional(),
  years: z.array(yearReference).min(1).describe('Each of these years').optional(),
}

/** Comparator words and their right-hand sides. */
export const testKeys = {
  'at-least': operand.describe('以上, 不低于, 达到: the number is included').optional(),
  'at-most': operand.describe('以下, 不超过: the number is included').optional(),
  'more-than': operand.describe('超过, 高于: the number is not included').optional(),
  'less-than': operand.describe('低于, 不足: the number is not included').optional(),
  'not-before': operand.describe('On this day or later').optional(),
  'not-after': operand.describe('On this day or earlier').optional(),
  within: z
    .strictObject({ from: openDate, to: openDate })
    .describe('Both days are included')
    .optional(),
  is: operand.optional(),
  'is-not': operand.optional(),
  'one-of': z.array(scalar).min(1).describe('A code includes its descendants').optional(),
  'none-of': z.array(scalar).min(1).describe('A code includes its descendants').optional(),
}

/** A comparison without a statement of its own. */
export const guard = z.strictObject({ ...referenceKeys, ...testKeys }).meta({ id: 'guard' })
export type GuardDocument = z.infer<typeof guard>

/** A condition as authors write it. */
export interface ConditionDocument extends GuardDocument {
  readonly all?: readonly ConditionDocument[] | undefined
  readonly any?: readonly ConditionDocument[] | undefined
  readonly except?: readonly ConditionDocument[] | undefined
  readonly says?: z.infer<typeof bilingual> | undefined
  readonly provision?: string | undefined
}

/** A leaf (`fact` or `formula` with comparator words) or a group (`all`, `any`, `except`). */
export const condition: z.ZodType<ConditionDocument> = z
  .strictObject({
    ...referenceKeys,
    ...testKeys,
    get all() {
      return z.array(condition).describe('Every part holds').optional()
    },
    get any() {
      return z.array(condition).describe('At least one part holds').optional()
    },
    get except() {
      return z.array(condition).describe('None of the parts holds').optional()
    },
    says: bilingual.describe('The condition in plain words').optional(),
    provision: provision.optional(),
  })
  .meta({ id: 'condition' })
