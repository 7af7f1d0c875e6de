import type { Condition, Leaf, Resolved, Situation, Truth } from '@huiqi/engine'
import { resolveReference } from '@huiqi/engine'
import type { PopulationProgram } from '../compile/program.ts'
import { bothOf, FALSE, OPEN, TRUE } from '../compile/truth-code.ts'
import { i32At } from '../kernel/read-array.ts'
import type { NodeTruths } from './node-truth.ts'

/** How a leaf of a measure came out, and for what value. */
export interface LeafReason {
  readonly leaf: Leaf
  readonly truth: Truth
  readonly resolved: Resolved
}

const TRUTHS: Readonly<Record<number, Truth>> = { [FALSE]: 'false', [TRUE]: 'true', [OPEN]: 'open' }

/** The leaves of all measures with their nodes, one after the other. */
export interface LeafTable {
  readonly leaves: readonly Leaf[]
  /** Where the leaves of each measure begin; one more than there are measures. */
  readonly starts: Int32Array
  readonly nodes: Int32Array
  readonly nodeStarts: Int32Array
  /** Leaves about the same value have the same number. */
  readonly values: Int32Array
}

const leavesOf = (condition: Condition | null): readonly Leaf[] => {
  if (condition === null) return []
  return condition.kind === 'leaf' ? [condition] : condition.parts.flatMap(leavesOf)
}

const referenceKey = ({ reference }: Leaf): string =>
  reference.kind === 'fact' ? `${reference.fact} ${reference.year ?? ''}` : reference.formula

/** Lists the leaves of all measures that have a rule. */
export const tabulateLeaves = ({ measures, nodesOf }: PopulationProgram): LeafTable => {
  const leaves: Leaf[] = []
  const nodes: number[] = []
  const nodeStarts: number[] = [0]
  const starts = new Int32Array(measures.length + 1)
  for (const [place, { measure, status }] of measures.entries()) {
    for (const leaf of status === 'rule' ? leavesOf(measure.eligible) : []) {
      leaves.push(leaf)
      nodes.push(...nodesOf(leaf))
      nodeStarts.push(nodes.length)
    }
    starts[place + 1] = leaves.length
  }
  const values = new Map<string, number>()
  const numberOf = (leaf: Leaf): number => {
    const key = referenceKey(leaf)
    const value = values.get(key) ?? values.size
    values.set(key, value)
    return value
  }
  return {
    leaves,
    starts,
    nodes: Int32Array.from(nodes),
    nodeStarts: Int32Array.from(nodeStarts),
    values: Int32Array.from(leaves, numberOf),
  }
}

/** Gives the leaves of a measure with their truths, left to right. */
export type FindReasons = (measure: number) => readonly LeafReason[]

/** Finds reasons for one enterprise; each value is looked up once. */
export const createFindReasons = (
  { leaves, starts, nodes, nodeStarts, values }: LeafTable,
  truths: NodeTruths,
  situation: () => Situation,
): FindReasons => {
  const resolved: Resolved[] = []
  const truthOf = (at: number): Truth => {
    let truth = TRUE
    const end = i32At(nodeStarts, at + 1)
    for (let entry = i32At(nodeStarts, at); entry < end; entry += 1) {
      truth = bothOf(truth, truths.of(i32At(nodes, entry)))
    }
    return TRUTHS[truth] ?? 'open'
  }
  return (measure) => {
    const reasons: LeafReason[] = []
    const end = i32At(starts, measure + 1)
    for (let at = i32At(starts, measure); at < end; at += 1) {
      const leaf = leaves[at]
      if (leaf === undefined) break
      const value = i32At(values, at)
      const known = resolved[value] ?? resolveReference(situation(), leaf.reference)
      resolved[value] = known
      reasons.push({ leaf, truth: truthOf(at), resolved: known })
    }
    return reasons
  }
}
