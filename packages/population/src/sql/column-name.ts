import { type Subject, THING_LISTS } from '@huiqi/engine'
import { refuse } from './refusal.ts'

/** PostgreSQL cuts longer names in silence. */
export const LONGEST_NAME = 63

/** The column of a fact, of one year when it is yearly: `enterprise_revenue_2025`. */
export const columnName = (fact: string, year: number | null): string => {
  const name = `${fact.replaceAll(/[.\-/]/g, '_')}${year === null ? '' : `_${year}`}`
  return name.length > LONGEST_NAME ? refuse('name-too-long', name) : name
}

/** The column that says whose row it is, in every table. */
export const OWNER_COLUMN = 'uscc'

/** The column that tells the things of one enterprise apart. */
export const THING_COLUMN = 'thing_id'

/** The table of enterprises unless another is named. */
export const ENTERPRISES = 'enterprises'

/** The table with one row for each enterprise or thing of the subject. */
export const tableOf = (subject: Subject): string =>
  subject === 'enterprise' ? ENTERPRISES : THING_LISTS[subject]

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** The name of a table, perhaps with its schema, as it may stand in a query; refuses anything else. */
export const safeTableName = (name: string): string =>
  name.split('.').every((part) => NAME.test(part)) ? name : refuse('bad-name', name)
