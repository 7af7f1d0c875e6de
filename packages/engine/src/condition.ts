import type { Bilingual } from '@huiqi/domain'
import { type Distance, distanceOf } from './distance.ts'
import { applyGuard } from './guard.ts'
import type { Condition, Group, Leaf, Scalar, Test } from './model.ts'
import { CLOSED, joinOpenness, type Openness, type Resolved } from './resolved.ts'
import type { Situation } from './situation.ts'
import { allOf, anyOf, negated, type Truth } from './truth.ts'

interface TraceBase {
  readonly path: string
  readonly provision: string
  readonly says: Bilingual
  readonly truth: Truth
  /** What would decide an open answer; empty when the answer is definite. */
  readonly why: Openness
}

/** How a leaf came out: the value used, each comparison, and how far a failing one is off. */
export interface LeafTrace extends TraceBase {
  readonly kind: 'leaf'
  readonly leaf: Leaf
  readonly resolved: Resolved
  readonly tests: readonly {
    readonly test: Test
    readonly bound: Scalar | null
    readonly truth: Truth
  }[]
  readonly distance: Distance | null
}

/** How a group came out, with all its parts. */
export interface GroupTrace extends TraceBase {
  readonly kind: Group['kind']
  readonly parts: readonly Trace[]
}

/** How a condition came out. */
export type Trace = LeafTrace | GroupTrace

const traceLeaf = (situation: Situation, leaf: Leaf): LeafTrace => {
  const { resolved, outcomes, truth, why } = applyGuard(situation, leaf)
  return {
    kind: 'leaf',
    path: leaf.path,
    provision: leaf.provision,
    says: leaf.says,
    truth,
    why,
    leaf,
    resolved,
    tests: outcomes.map(({ test, bound, truth }) => ({ test, bound, truth })),
    distance:
      truth === 'false' ? distanceOf(situation.rulebook, leaf, { resolved, outcomes }) : null,
  }
}

const groupTruth = (kind: Group['kind'], truths: readonly Truth[]): Truth => {
  switch (kind) {
    case 'all':
      return allOf(truths)
    case 'any':
      return anyOf(truths)
    case 'except':
      return negated(anyOf(truths))
  }
}

const traceGroup = (situation: Situation, group: Group): GroupTrace => {
  const parts = group.parts.map((part) => traceCondition(situation, part))
  const truth = groupTruth(
    group.kind,
    parts.map((part) => part.truth),
  )
  const why = truth === 'open' ? joinOpenness(parts.map((part) => part.why)) : CLOSED
  const { kind, path, provision, says } = group
  return { kind, path, provision, says, truth, why, parts }
}

/** Evaluates a condition with its whole reasoning. */
export const traceCondition = (situation: Situation, condition: Condition): Trace =>
  condition.kind === 'leaf' ? traceLeaf(situation, condition) : traceGroup(situation, condition)

/** The leaves of a trace, left to right. */
export const leavesOf = (trace: Trace): readonly LeafTrace[] =>
  trace.kind === 'leaf' ? [trace] : trace.parts.flatMap(leavesOf)
