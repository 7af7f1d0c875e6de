import type { Condition, Group, Rulebook } from '@huiqi/engine'
import { eachChanged, eachDropped, inside, type Mutant } from './mutant.ts'
import { guardMutants } from './test-mutants.ts'

const SWAPPED = { all: 'any', any: 'all' } as const

const swapMutants = (group: Group): readonly Mutant<Condition>[] => {
  if (group.kind === 'except' || group.parts.length < 2) return []
  const kind = SWAPPED[group.kind]
  return [{ what: `${group.kind} → ${kind}`, path: group.path, value: { ...group, kind } }]
}

/** A condition with one part dropped, one comparison changed, or `all` and `any` swapped. */
export const conditionMutants = (
  rulebook: Rulebook,
  condition: Condition,
): readonly Mutant<Condition>[] => {
  if (condition.kind === 'leaf') return guardMutants(rulebook, condition, condition.path)
  const { path, parts } = condition
  const changed = eachChanged(parts, (part) => conditionMutants(rulebook, part))
  const dropped = eachDropped(parts, { path, what: (part) => part.path })
  return [
    ...inside([...changed, ...dropped], (others) => ({ ...condition, parts: others })),
    ...swapMutants(condition),
  ]
}
