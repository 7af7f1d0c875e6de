import type { Domain } from './domain.ts'
import type { Draft } from './draft.ts'

/** The finished domain of a draft. Throws RangeError when there is none. */
export const domainOfDraft = (domains: readonly Domain[], { place, key }: Draft): Domain => {
  const domain = domains[place]
  if (domain === undefined) throw new RangeError(`no states for ${key}`)
  return domain
}
