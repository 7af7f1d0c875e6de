import { z } from 'zod'
import { guard, referenceKeys, testKeys } from './condition.ts'
import {
  bilingual,
  factId,
  gaps,
  literal,
  operand,
  provision,
  sourceGrade,
  yearReference,
} from './words.ts'

const limit = z.strictObject({
  fact: factId.optional(),
  year: yearReference.optional(),
  formula: z.string().optional(),
  type: referenceKeys.type,
  'at-least': z.array(operand).min(1).describe('One lower limit per class but the last'),
})

/** A class table: size classes, above-size thresholds. */
export const classTable = z.strictObject({
  kind: z.literal('class-table'),
  id: z.string(),
  name: bilingual.optional(),
  provision: z.string().optional(),
  source: z.string().optional(),
  grade: sourceGrade.optional(),
  gaps: gaps.optional(),
  classes: z.array(z.string()).min(2).describe('Best class first; the last has no limits'),
  by: factId.describe('The code that chooses the row'),
  rows: z
    .array(
      z.strictObject({
        codes: z.array(z.union([z.string(), z.number()])).min(1),
        limits: z.array(limit).min(1),
      }),
    )
    .min(1),
})
export type ClassTableDocument = z.infer<typeof classTable>

const item = z.strictObject({
  ...referenceKeys,
  ...testKeys,
  if: z.array(guard).min(1).describe('All of these hold').optional(),
  points: literal,
  per: z
    .union([
      factId,
      z.strictObject({
        fact: factId.optional(),
        year: yearReference.optional(),
        formula: z.string().optional(),
        type: referenceKeys.type,
      }),
    ])
    .describe('Points for each full step of this')
    .optional(),
  step: literal.optional(),
})
export type ItemDocument = z.infer<typeof item>

const indicator = z.strictObject({
  id: z.string(),
  says: bilingual,
  max: literal,
  first: z.array(item).min(1).describe('The first item that holds').optional(),
  sum: z.array(item).min(1).describe('All items that hold, up to max').optional(),
})
export type IndicatorDocument = z.infer<typeof indicator>

/** A scoring table: `<folder>/<name>.score.yaml`. */
export const scoreTable = z.strictObject({
  kind: z.literal('score-table'),
  id: z.string(),
  name: bilingual,
  provision,
  grade: sourceGrade.optional(),
  gaps: gaps.optional(),
  max: literal,
  groups: z
    .array(
      z.strictObject({ id: z.string(), name: bilingual, indicators: z.array(indicator).min(1) }),
    )
    .min(1),
})
export type ScoreTableDocument = z.infer<typeof scoreTable>
