import type { Node } from './node.ts'
import { FALSE, OPEN, TRUE } from './truth-code.ts'

/** Keeps each distinct node once. */
export interface NodeStore {
  readonly nodes: readonly Node[]
  readonly constant: (truth: number) => number
  readonly atom: (key: string, make: () => Node) => number
  /** Joins parts; constants, doubles and groups of the same kind melt in. */
  readonly group: (kind: 'all' | 'any', parts: readonly number[]) => number
  /** The parts of an `all`, or the node itself. */
  readonly termsOf: (node: number) => readonly number[]
}

/** The places of the constants in every store: false, true, open. */
const CONSTANTS = [FALSE, TRUE, OPEN]

/** A store with the three constants. */
export const createNodeStore = (): NodeStore => {
  const nodes: Node[] = CONSTANTS.map((truth) => ({ kind: 'constant', truth }))
  const byKey = new Map<string, number>()

  const add = (key: string, make: () => Node): number => {
    const ready = byKey.get(key)
    if (ready !== undefined) return ready
    const place = nodes.push(make()) - 1
    byKey.set(key, place)
    return place
  }

  const partsOf = (kind: 'all' | 'any', place: number): readonly number[] => {
    const node = nodes[place]
    return node?.kind === kind ? node.parts : [place]
  }

  return {
    nodes,
    constant: (truth) => truth,
    atom: add,
    group: (kind, parts) => {
      const [neutral, decisive] = kind === 'all' ? [TRUE, FALSE] : [FALSE, TRUE]
      const flat = new Set(parts.flatMap((part) => partsOf(kind, part)))
      flat.delete(neutral)
      if (flat.has(decisive)) return decisive
      const [only = neutral] = flat
      if (flat.size < 2) return only
      const sorted = [...flat].sort((a, b) => a - b)
      return add(`${kind} ${sorted.join(',')}`, () => ({ kind, parts: sorted }))
    },
    termsOf: (place) => partsOf('all', place),
  }
}
