import { formatExact } from '@huiqi/domain'
import { type Guard, type Operand, type Test, typeOfReference } from '@huiqi/engine'
import { type BoundTest, bindTest } from './bound-test.ts'
import type { CompileContext } from './compile-context.ts'
import { addTest, type Draft, type DraftBook } from './draft.ts'

/** A comparison that a program makes, kept once however many measures make it. */
export interface NotedTest {
  readonly draft: Draft
  readonly test: BoundTest
}

/** Collects the comparisons of guards. */
export type NoteGuard = (guard: Guard) => readonly NotedTest[]

const operandKey = (operand: Operand): string => {
  if (operand.kind === 'not-found') return '?'
  if (operand.kind === 'parameter') return `$${operand.parameter}`
  const { value } = operand
  return typeof value === 'object' ? formatExact(value) : `${typeof value} ${value}`
}

const testKey = (test: Test): string =>
  'values' in test
    ? `${test.word} ${test.values.join(',')}`
    : `${test.word} ${operandKey(test.value)}`

/** Of a score only the words of order use the ends of its range. */
const viewFor = ({ word }: Test): 'range' | 'value' =>
  word === 'is' || word === 'is-not' || word === 'one-of' || word === 'none-of' ? 'value' : 'range'

/** Collects into a book, each comparison once. */
export const createNoteGuard = (context: CompileContext, book: DraftBook): NoteGuard => {
  const byDraft = new Map<Draft, Map<string, NotedTest>>()
  return ({ reference, tests }) =>
    tests.map((test) => {
      const draft = book.ofReference(reference, viewFor(test))
      const noted = byDraft.get(draft) ?? new Map<string, NotedTest>()
      byDraft.set(draft, noted)
      const key = testKey(test)
      const ready = noted.get(key)
      if (ready !== undefined) return ready
      const type = typeOfReference(context.rulebook, reference)
      const bound = bindTest(test, type, context.resolveOperand)
      addTest(draft, bound)
      const fresh = { draft, test: bound }
      noted.set(key, fresh)
      return fresh
    })
}
