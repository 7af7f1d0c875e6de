/**
 * The static type of a formula: `number` is dimensionless, `money` is in fen, `days` and `months` are
 * whole durations, `text` is a code.
 */
export type FeelType = 'number' | 'money' | 'date' | 'days' | 'months' | 'boolean' | 'text'

/** Types with a least and a greatest; text and truth are only equal or not. */
export type OrderedType = Exclude<FeelType, 'boolean' | 'text'>

/** Whether values of the type can be put in order. */
export const isOrdered = (type: FeelType): type is OrderedType =>
  type !== 'boolean' && type !== 'text'

/** Whether two different types are a clash of units (money with a number) and not of kinds. */
export const isUnitClash = (left: FeelType, right: FeelType): boolean =>
  isOrdered(left) && isOrdered(right)
