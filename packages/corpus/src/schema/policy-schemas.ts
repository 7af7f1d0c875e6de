import { z } from 'zod'
import type { FileKind } from '../reader/file-kind.ts'
import { cases } from './cases.ts'
import { instrument, measure } from './measure.ts'
import { classTable, scoreTable } from './tables.ts'
import {
  agencies,
  calendar,
  codes,
  districts,
  facts,
  industries,
  ladders,
  parameters,
  pools,
  qualifications,
  stacking,
  synonyms,
} from './vocabulary.ts'

/** The schema of every kind of policy file, with a title for editors. */
export const POLICY_SCHEMAS: Readonly<
  Record<FileKind, { readonly schema: z.ZodType; readonly title: string }>
> = {
  measure: { schema: measure, title: 'A measure: one thing an enterprise can get' },
  cases: { schema: cases, title: 'Cases that prove a measure or a table' },
  instrument: { schema: instrument, title: 'An issued text' },
  parameters: { schema: parameters, title: 'Dated figures of an instrument' },
  facts: { schema: facts, title: 'Facts of the vocabulary' },
  qualifications: { schema: qualifications, title: 'Titles held for a period' },
  codes: { schema: codes, title: 'Small code lists' },
  'class-table': { schema: classTable, title: 'Classes by lower limits' },
  'score-table': { schema: scoreTable, title: 'A scoring table' },
  stacking: { schema: stacking, title: 'Groups of measures under one limit' },
  pools: { schema: pools, title: 'Budgets that measures draw on' },
  ladders: { schema: ladders, title: 'Ladders of titles and growth steps' },
  synonyms: { schema: synonyms, title: 'Words that mean the same to a search' },
  districts: { schema: districts, title: 'Districts' },
  industries: { schema: industries, title: 'Industries of GB/T 4754' },
  agencies: { schema: agencies, title: 'Bodies that issue or act' },
  calendar: { schema: calendar, title: 'Working days' },
}

/** The JSON Schema of a kind of file, as text that ends in a line break. */
export const jsonSchemaOf = (kind: FileKind): string => {
  const { schema, title } = POLICY_SCHEMAS[kind]
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  const document = { $schema, $id: `${kind}.schema.json`, title, ...rest }
  return `${JSON.stringify(document, null, 2)}\n`
}
