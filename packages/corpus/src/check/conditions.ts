import type { Condition, Group, Leaf } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { IssueCode } from '../issue-messages.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import { parsePath } from '../place.ts'
import { type GuardRegion, regionOfGuard } from './guard-region.ts'
import { complement, isEmpty, isInside, meet, type Region } from './region.ts'

/** What must hold of one left-hand side, and the conditions that say so. */
interface Held {
  readonly region: Region
  readonly paths: readonly string[]
}

/** What surrounding conditions demand, by left-hand side. */
export type Surrounding = ReadonlyMap<string, Held>

interface Constraint extends GuardRegion {
  readonly path: string
}

interface Analysis {
  readonly vocabulary: Vocabulary
  readonly report: Report
}

const NOTHING: Surrounding = new Map()

const tell = (
  { report }: Analysis,
  code: IssueCode,
  at: { readonly path: string; readonly others?: readonly string[] },
): void => report({ code, path: parsePath(at.path), params: { other: at.others ?? [] } })

const constraintOf = ({ vocabulary }: Analysis, leaf: Leaf): Constraint | null => {
  const region = regionOfGuard(vocabulary, leaf)
  return region && { ...region, path: leaf.path }
}

const negated = (constraint: Constraint): Constraint => ({
  ...constraint,
  region: constraint.isExact ? complement(constraint.region, constraint.whole) : constraint.whole,
})

/** The comparisons that must all hold for the condition to hold. */
const constraintsOf = (analysis: Analysis, condition: Condition): readonly Constraint[] => {
  if (condition.kind === 'leaf')
    return [constraintOf(analysis, condition)].filter((c) => c !== null)
  if (condition.kind === 'all')
    return condition.parts.flatMap((part) => constraintsOf(analysis, part))
  if (condition.kind === 'any') return []
  return condition.parts.flatMap((part) => {
    const constraint = part.kind === 'leaf' ? constraintOf(analysis, part) : null
    return constraint === null ? [] : [negated(constraint)]
  })
}

const add = (around: Surrounding, { key, region, path }: Constraint): Surrounding => {
  const held = around.get(key)
  const joined =
    held === undefined
      ? { region, paths: [path] }
      : { region: meet(held.region, region), paths: [...held.paths, path] }
  return new Map(around).set(key, joined)
}

const isAlwaysTrue = ({ region, whole, isExact }: GuardRegion): boolean =>
  isExact && isInside(whole, region, whole)

const checkRedundant = (
  analysis: Analysis,
  constraint: Constraint,
  rest: Surrounding,
): 'idle' | 'needed' => {
  const { key, path, region, whole, isExact } = constraint
  if (isAlwaysTrue(constraint)) {
    tell(analysis, 'condition.tautology', { path })
    return 'idle'
  }
  const held = rest.get(key)
  if (held === undefined || !isExact || !isInside(held.region, region, whole)) return 'needed'
  tell(analysis, 'condition.redundant', { path, others: held.paths })
  return 'idle'
}

const checkConstraints = (
  analysis: Analysis,
  constraints: readonly Constraint[],
  around: Surrounding,
): void => {
  let held = around
  const sound: Constraint[] = []
  for (const constraint of constraints) {
    const before = held.get(constraint.key)
    held = add(held, constraint)
    const after = held.get(constraint.key)
    if (after !== undefined && isEmpty(after.region)) {
      const others = before === undefined ? [constraint.path] : before.paths
      tell(analysis, 'condition.contradiction', { path: constraint.path, others })
      return
    }
    sound.push(constraint)
  }
  const idle = new Set<Constraint>()
  for (const constraint of sound.toReversed()) {
    const others = sound.filter((other) => other !== constraint && !idle.has(other))
    const rest = others.reduce(add, around)
    if (checkRedundant(analysis, constraint, rest) === 'idle') idle.add(constraint)
  }
}

const checkAlternatives = (analysis: Analysis, group: Group, around: Surrounding): void => {
  const leaves = group.parts.flatMap((part) =>
    part.kind === 'leaf' ? (constraintOf(analysis, part) ?? []) : [],
  )
  const remaining = new Map<string, Region>()
  for (const [place, leaf] of leaves.entries()) {
    const { key, region, whole, path, isExact } = leaf
    const held = around.get(key)
    const possible = held?.region ?? whole
    if (isEmpty(meet(possible, region))) {
      tell(analysis, 'condition.contradiction', { path, others: held?.paths ?? [path] })
      continue
    }
    const wider = leaves.find(
      (other, otherPlace) =>
        other.key === key &&
        other.isExact &&
        otherPlace !== place &&
        isInside(meet(possible, region), other.region, whole) &&
        (otherPlace < place || !isInside(meet(possible, other.region), region, whole)),
    )
    if (wider !== undefined) {
      tell(analysis, 'condition.redundant', { path, others: [wider.path] })
      continue
    }
    if (!isExact) continue
    const rest = meet(remaining.get(key) ?? possible, complement(region, whole))
    remaining.set(key, rest)
    if (isEmpty(rest)) tell(analysis, 'condition.tautology', { path: group.path })
  }
}

const groupsWithin = (condition: Condition): readonly Group[] => {
  if (condition.kind === 'leaf') return []
  if (condition.kind === 'any') return [condition]
  return condition.parts.flatMap((part) =>
    condition.kind === 'all' ? groupsWithin(part) : part.kind === 'leaf' ? [] : [part],
  )
}

const analyse = (analysis: Analysis, condition: Condition, around: Surrounding): void => {
  const constraints = constraintsOf(analysis, condition)
  checkConstraints(analysis, constraints, around)
  const within = constraints.reduce(add, around)
  for (const group of groupsWithin(condition)) {
    if (group.kind !== 'any') {
      analyse(analysis, group, within)
      continue
    }
    checkAlternatives(analysis, group, within)
    for (const part of group.parts) if (part.kind !== 'leaf') analyse(analysis, part, within)
  }
}

/** Finds conditions that can never hold, always hold, or decide nothing beside the others. */
export const checkConditions = (
  vocabulary: Vocabulary,
  condition: Condition,
  report: Report,
): void => analyse({ vocabulary, report }, condition, NOTHING)

/** What a condition demands of each left-hand side whenever it holds. */
export const demandsOf = (vocabulary: Vocabulary, condition: Condition | null): Surrounding => {
  if (condition === null) return NOTHING
  const analysis = { vocabulary, report: () => undefined }
  return constraintsOf(analysis, condition).reduce(add, NOTHING)
}
