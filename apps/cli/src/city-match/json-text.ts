/** Stands before the digits of a whole number that a double may not hold; no text begins with it. */
const MARK = '\u0000'
const MARKED = /"\\u0000(-?\d+)"/g

const marked = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${MARK}${value}` : value

/** JSON in which a bigint stands as the whole number that it is. */
export const jsonText = (value: unknown, indent = 0): string =>
  JSON.stringify(value, marked, indent).replaceAll(MARKED, '$1')
