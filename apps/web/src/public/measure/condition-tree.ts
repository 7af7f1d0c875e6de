import type { Detail } from './measure-words.ts'

type Line = Detail['conditions'][number]

/** A condition with the conditions inside it. */
export interface Branch {
  readonly line: Line
  readonly parts: readonly Branch[]
}

const branchesAt = (lines: readonly Line[], depth: number): readonly Branch[] => {
  const starts = lines.flatMap((line, at) => (line.depth === depth ? [at] : []))
  return starts.flatMap((start, at) => {
    const line = lines[start]
    const inside = lines.slice(start + 1, starts[at + 1] ?? lines.length)
    return line === undefined ? [] : [{ line, parts: branchesAt(inside, depth + 1) }]
  })
}

/** The lines of the conditions as a tree; the parts of an outermost "all of" stand by themselves. */
export const treeOf = (lines: readonly Line[]): readonly Branch[] => {
  const [whole, ...others] = branchesAt(lines, 0)
  if (whole === undefined) return []
  return whole.line.kind === 'all' && others.length === 0 ? whole.parts : [whole, ...others]
}
