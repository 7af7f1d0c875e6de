import { exact, ONE, toDayNumber } from '@huiqi/domain'
import { type BoundTest, spanTest } from './bound-test.ts'
import type { CompileContext } from './compile-context.ts'
import { AFTER_NEVER, below } from './cut.ts'
import { addTest, type Draft, type DraftBook, type LogicTree } from './draft.ts'

const tested = (draft: Draft, test: BoundTest): LogicTree => {
  addTest(draft, test)
  return { kind: 'test', draft, test, reading: 'plain' }
}

/** A title is held when it was granted by the day and has not expired, or when another title implies it. */
export const titleLogic = (
  { rulebook, clock }: CompileContext,
  book: DraftBook,
  qualification: string,
): LogicTree => {
  const base = `qualification.${qualification}`
  const day = toDayNumber(clock.asOf)
  const granted = book.ofFact(`${base}.granted_on`, null, 'value')
  const until = book.ofFact(`${base}.valid_until`, null, 'value')
  const own: LogicTree = {
    kind: 'both',
    parts: [
      tested(granted, spanTest({ from: AFTER_NEVER, to: below(exact(day + 1)) })),
      tested(until, spanTest({ from: below(exact(day)) })),
    ],
  }
  const implying = rulebook.corpus.qualifications
    .filter(({ implies }) => implies.includes(qualification))
    .map(({ id }) =>
      tested(book.ofFact(`qualification.${id}`, null, 'value'), spanTest({ from: below(ONE) })),
    )
  return { kind: 'either', parts: [own, ...implying] }
}
