import type { Code } from '@huiqi/engine'

const isNumbered = ({ code }: Code): boolean => /^\d+$/.test(code)

const inOrder = (siblings: readonly Code[]): readonly Code[] =>
  siblings.every(isNumbered) ? siblings.toSorted((a, b) => (a.code < b.code ? -1 : 1)) : siblings

/** Codes as a person looks for them: each followed by the codes that belong to it, numbers in order. */
export const codesInOrder = (codes: readonly Code[] = []): readonly Code[] => {
  const below = Map.groupBy(codes, ({ parent }) => parent)
  const walk = (parent: string | undefined): readonly Code[] =>
    inOrder(below.get(parent) ?? []).flatMap((code) => [code, ...walk(code.code)])
  return walk(undefined)
}
