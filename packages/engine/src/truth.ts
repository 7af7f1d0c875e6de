/** Three-valued truth: `open` means that what is known does not decide. */
export type Truth = 'true' | 'false' | 'open'

/** Two-valued truth as three-valued. */
export const truthOf = (holds: boolean): Truth => (holds ? 'true' : 'false')

/** Strong Kleene negation. */
export const negated = (truth: Truth): Truth =>
  truth === 'open' ? 'open' : truth === 'true' ? 'false' : 'true'

/** Strong Kleene conjunction; true when there is nothing to join. */
export const allOf = (truths: readonly Truth[]): Truth => {
  if (truths.includes('false')) return 'false'
  return truths.includes('open') ? 'open' : 'true'
}

/** Strong Kleene disjunction; false when there is nothing to join. */
export const anyOf = (truths: readonly Truth[]): Truth => {
  if (truths.includes('true')) return 'true'
  return truths.includes('open') ? 'open' : 'false'
}
