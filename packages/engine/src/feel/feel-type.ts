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
