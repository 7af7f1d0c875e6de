import type { Condition, Measure } from '@huiqi/engine'
import type { Columns } from './test-table.ts'

/**
 * A condition over columns with the answer for each row as worked out by hand: `+` met, `?` open, `-`
 * unmet.
 */
export interface ConditionCase {
  readonly name: string
  readonly eligible: Condition
  readonly columns: Columns
  readonly signs: string
  /** What the measure is about; the enterprise unless given. */
  readonly about?: Measure['about']
}

/** One case. */
export const conditionCase = (
  name: string,
  eligible: Condition,
  answers: Pick<ConditionCase, 'columns' | 'signs' | 'about'>,
): ConditionCase => ({ name, eligible, ...answers })
