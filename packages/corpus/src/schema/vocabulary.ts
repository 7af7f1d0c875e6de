import { z } from 'zod'
import {
  bilingual,
  date,
  factId,
  factType,
  gaps,
  grade,
  identifier,
  literal,
  openDate,
  operand,
  path,
  provision,
  scalar,
  sourceGrade,
} from './words.ts'

const derivation = z.strictObject({
  formula: z.string().optional(),
  'class-table': z.string().optional(),
  score: z.string().optional(),
  group: z.string().optional(),
})

const fact = z.strictObject({
  name: bilingual,
  type: factType,
  period: z.enum(['point', 'year']).optional(),
  unit: bilingual.optional(),
  codes: z.string().describe('The code list of a fact of type code').optional(),
  question: bilingual.optional(),
  source: z
    .enum([
      'register',
      'tax',
      'statistics',
      'social-insurance',
      'title-register',
      'bank',
      'platform',
      'self',
      'officer',
      'derived',
    ])
    .optional(),
  grade: grade.optional(),
  effort: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .describe('1 known by heart, 2 look it up, 3 work it out')
    .optional(),
  changeable: z.boolean().describe('Whether the enterprise can act on it').optional(),
  judgement: z.boolean().describe('Only an officer can tell').optional(),
  min: literal.describe('The least value that can be true: 0元').optional(),
  max: literal.describe('The greatest value that can be true: 100%').optional(),
  derive: derivation.optional(),
})
export type FactDocument = z.infer<typeof fact>

/** `vocabulary/facts/*.yaml` */
export const facts = z.strictObject({ facts: z.record(factId, fact) })

const qualification = z.strictObject({
  name: bilingual,
  'valid-months': z.number().int().positive().nullable().optional(),
  implies: z.array(z.string()).optional(),
  question: bilingual.optional(),
})

/** `vocabulary/qualifications.yaml` */
export const qualifications = z.strictObject({
  qualifications: z.record(identifier, qualification),
})

const codeEntry = z.union([
  bilingual,
  z.strictObject({ name: bilingual, parent: z.union([z.string(), z.number()]).optional() }),
])

/** `vocabulary/codes.yaml` */
export const codes = z.strictObject({
  lists: z.record(
    identifier,
    z.strictObject({ name: bilingual, codes: z.record(z.string(), codeEntry) }),
  ),
})

/** Where the content of a file comes from, and how well it is known. */
const provenance = {
  source: z.string().optional(),
  'checked-on': date.optional(),
  grade: sourceGrade.optional(),
}

const division = z.strictObject({
  name: bilingual,
  latitude: literal.optional(),
  longitude: literal.optional(),
  successor: z.string().optional(),
  grade: sourceGrade.optional(),
})

const subRegion = z.strictObject({
  name: bilingual,
  agency: z.string(),
  within: z.string().describe('The district it lies in, or not-found'),
  grade: sourceGrade.optional(),
})

/** `vocabulary/districts.yaml` */
export const districts = z.strictObject({
  ...provenance,
  municipality: z.record(z.string(), division).optional(),
  districts: z.record(z.string(), division),
  abolished: z.record(z.string(), division).optional(),
  'sub-regions': z.record(z.string(), subRegion).optional(),
})

/** `vocabulary/industries.yaml` */
export const industries = z.strictObject({
  ...provenance,
  industries: z.record(z.string(), z.strictObject({ name: bilingual, parent: literal.optional() })),
})

const formerName = z.strictObject({
  name: bilingual,
  short: bilingual.optional(),
  to: openDate.optional(),
})

/** `vocabulary/agencies.yaml` */
export const agencies = z.strictObject({
  ...provenance,
  agencies: z.record(
    z.string(),
    z.strictObject({
      name: bilingual,
      short: bilingual.optional(),
      level: z.enum(['national', 'national-branch', 'municipal', 'district']).optional(),
      since: openDate.optional(),
      formerly: z.array(formerName).optional(),
      note: z.string().optional(),
      grade: sourceGrade.optional(),
    }),
  ),
})

/** `vocabulary/stacking.yaml` */
export const stacking = z.strictObject({
  stacking: z.record(
    z.string(),
    z.strictObject({
      says: bilingual,
      provision,
      'at-most': z.number().int().positive().optional(),
      cap: operand.optional(),
    }),
  ),
})

/** `vocabulary/pools.yaml` */
export const pools = z.strictObject({
  pools: z.record(z.string(), z.strictObject({ name: bilingual, size: operand, provision })),
})

const rung = z.strictObject({
  id: z.string(),
  name: bilingual,
  held: factId.describe('The boolean fact that says the rung is held'),
  measures: z.array(path),
  score: z.string().nullable().optional(),
})

/** `vocabulary/ladders.yaml` */
export const ladders = z.strictObject({
  ladders: z.record(
    z.string(),
    z.strictObject({
      name: bilingual,
      rungs: z.array(rung).min(1),
      dates: z
        .array(
          z.strictObject({
            says: bilingual,
            'yearly-on': z.string().describe('MM-DD').optional(),
            'months-after-grant': z.number().int().optional(),
            provision,
          }),
        )
        .optional(),
    }),
  ),
})

const searchWords = z.array(z.string().min(1)).min(1)

/** `vocabulary/synonyms.yaml` */
export const synonyms = z.strictObject({
  synonyms: z
    .array(
      z
        .strictObject({ zh: searchWords, en: searchWords.optional() })
        .refine(({ zh, en = [] }) => zh.length + en.length > 1, 'at least two words'),
    )
    .describe('Each group: words that find the same; every direction counts'),
})

const notice = z.strictObject({ year: z.number().int(), number: z.string(), 'issued-on': openDate })

/** `vocabulary/calendar.yaml` */
export const calendar = z.strictObject({
  ...provenance,
  notices: z.array(notice).optional(),
  years: z.array(z.number().int()),
  holidays: z.array(date),
  'working-weekends': z.array(date),
  gaps: gaps.optional(),
})

const datedValue = z.strictObject({
  from: date,
  to: openDate.nullable().optional(),
  value: scalar.describe('A literal of the type, or not-found'),
  provision: provision.optional(),
})

/** `<folder>/parameters.yaml` */
export const parameters = z.strictObject({
  parameters: z.record(
    z.string(),
    z.strictObject({
      name: bilingual,
      type: factType,
      grade: sourceGrade.optional(),
      values: z.array(datedValue).min(1),
    }),
  ),
})
