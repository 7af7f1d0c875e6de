import { compare, divide, type Exact, exact, multiply, roundTo, ZERO } from '@huiqi/domain'
import { type Guard, type Indicator, type ScoreTable, typeOfReference } from '@huiqi/engine'
import { type BoundTest, bindTest, spanTest } from './bound-test.ts'
import type { CompileContext } from './compile-context.ts'
import { below } from './cut.ts'
import {
  addTest,
  type DerivationDraft,
  type Draft,
  type DraftBook,
  type IndicatorDraft,
} from './draft.ts'

type Item = Indicator['items'][number]

/** More steps than any table has; beyond it the plain evaluator takes over. */
const STEPS_AT_MOST = 1000

const stepsUpTo = (max: Exact, points: Exact): number | null => {
  const steps = compare(points, ZERO) > 0 ? divide(max, points) : null
  if (steps === null) return null
  const whole = Number(roundTo(steps, exact(1), 'up').n)
  return whole <= STEPS_AT_MOST ? whole : null
}

/** One comparison for each full step that still gives points. */
const stepTests = (max: Exact, points: Exact, step: Exact): readonly BoundTest[] | null => {
  const steps = stepsUpTo(max, points)
  if (steps === null) return null
  return Array.from({ length: steps + 1 }, (_, count) =>
    spanTest({ from: below(multiply(step, exact(count))) }),
  )
}

interface Inputs {
  readonly tests: Map<Draft, BoundTest[]>
  isPlain: boolean
}

const note = (inputs: Inputs, draft: Draft, tests: readonly BoundTest[]): void => {
  for (const test of tests) addTest(draft, test)
  inputs.tests.set(draft, [...(inputs.tests.get(draft) ?? []), ...tests])
  const isStatedFact = draft.source.kind === 'fact'
  if (!isStatedFact || draft.isRanged) inputs.isPlain = false
}

const noteGuard = (
  context: CompileContext,
  book: DraftBook,
  { guard, inputs }: { readonly guard: Guard; readonly inputs: Inputs },
): void => {
  const draft = book.ofReference(guard.reference, 'range')
  const type = typeOfReference(context.rulebook, guard.reference)
  const tests = guard.tests.map((test) => bindTest(test, type, context.resolveOperand))
  note(inputs, draft, tests)
}

const noteSteps = (
  book: DraftBook,
  { item, max, inputs }: { readonly item: Item; readonly max: Exact; readonly inputs: Inputs },
): void => {
  if (item.per === null) return
  const draft = book.ofReference(item.per.reference, 'range')
  const tests = stepTests(max, item.points, item.per.step)
  if (tests === null) inputs.isPlain = false
  else note(inputs, draft, tests)
}

/** A score table, or one of its groups, with its comparisons. */
export const scoreDraft = (
  context: CompileContext,
  book: DraftBook,
  wanted: { readonly table: ScoreTable; readonly group: string | null },
): DerivationDraft => {
  const indicators: IndicatorDraft[] = []
  let isPlain = true
  for (const [group, { id, indicators: listed }] of wanted.table.groups.entries()) {
    if (wanted.group !== null && wanted.group !== id) continue
    for (const [place, indicator] of listed.entries()) {
      const inputs: Inputs = { tests: new Map(), isPlain: true }
      for (const item of indicator.items) {
        for (const guard of item.guards) noteGuard(context, book, { guard, inputs })
        noteSteps(book, { item, max: indicator.max, inputs })
      }
      isPlain &&= inputs.isPlain
      indicators.push({
        group,
        place,
        inputs: [...inputs.tests].map(([draft, tests]) => ({ draft, tests })),
      })
    }
  }
  return isPlain ? { kind: 'score', ...wanted, indicators } : { kind: 'engine' }
}
