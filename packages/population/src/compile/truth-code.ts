/** Three-valued truth as small integers. */
export const FALSE = 0
/** Holds. */
export const TRUE = 1
/** What is known does not decide. */
export const OPEN = 2

/** Strong Kleene conjunction of two codes. */
export const bothOf = (a: number, b: number): number => {
  if (a === FALSE || b === FALSE) return FALSE
  return a === TRUE ? b : a
}

/** Strong Kleene disjunction of two codes. */
export const oneOfBoth = (a: number, b: number): number => {
  if (a === TRUE || b === TRUE) return TRUE
  return a === FALSE ? b : a
}

/** Strong Kleene negation of a code. */
export const negationOf = (truth: number): number => (truth === OPEN ? OPEN : 1 - truth)

/** How many truths there are. */
export const TRUTHS = 3
