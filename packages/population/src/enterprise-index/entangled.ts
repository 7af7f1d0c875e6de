import type { PopulationProgram } from '../compile/program.ts'
import { i32At } from '../kernel/read-array.ts'
import type { TermLists } from './term-lists.ts'

/** The slots that a node reads. */
const slotsOf = ({ nodes }: PopulationProgram, place: number): readonly number[] => {
  const read: number[] = []
  const visit = (of: number): void => {
    const node = nodes[of]
    if (node === undefined || node.kind === 'constant') return
    if ('slot' in node) read.push(node.slot)
    else for (const part of node.parts) visit(part)
  }
  visit(place)
  return read
}

/** Marks the bits of measures with a choice that reads a value which a comparison of theirs reads too. */
export const markEntangled = (
  program: PopulationProgram,
  { terms, starts }: TermLists,
): Uint8Array => {
  const { nodes } = program
  const marks = new Uint8Array(starts.length - 1)
  for (let bit = 0; bit < marks.length; bit += 1) {
    const own = [...terms.subarray(i32At(starts, bit), i32At(starts, bit + 1))]
    const groups = own.filter((term) => 'parts' in (nodes[term] ?? {}))
    if (groups.length === 0) continue
    const chosen = groups.flatMap((term) => slotsOf(program, term))
    const isRead = (term: number): boolean => {
      const node = nodes[term]
      return node !== undefined && 'slot' in node && chosen.includes(node.slot)
    }
    marks[bit] = own.some(isRead) ? 1 : 0
  }
  return marks
}
