import type { Clock, Guard, Measure, Rulebook } from '@huiqi/engine'
import { isInForce } from '@huiqi/engine'
import { type AmountPlan, planAmount } from './amount-plan.ts'
import { compileContext } from './compile-context.ts'
import type { Draft } from './draft.ts'
import { openDraftBook } from './draft-book.ts'
import { finishingSlots } from './finish-slots.ts'
import { type CompiledGrouping, draftGrouping, finishGrouping, type Grouping } from './grouping.ts'
import type { Node } from './node.ts'
import { createNormalForm, guardTerms, type NormalForm, termsOf } from './normal-form.ts'
import { createNoteGuard, type NotedTest } from './noted-guard.ts'
import type { Slot } from './slot.ts'
import { runSteps, type Steps } from './steps.ts'
import { FALSE, OPEN } from './truth-code.ts'

/** Why a measure is evaluated, or not. */
export type MeasureStatus = 'rule' | 'without-rule' | 'not-in-force'

/** One measure of a program: all of its terms must hold. */
export interface CompiledMeasure {
  readonly measure: Measure
  readonly status: MeasureStatus
  /** Places of nodes; empty without a rule. */
  readonly terms: readonly number[]
  /** `engine` where only the plain evaluator can tell; null when nothing is given in money. */
  readonly amount: AmountPlan | 'engine' | null
}

/** Measures compiled for one day: monotone conditions over the states of slots. */
export interface PopulationProgram {
  readonly rulebook: Rulebook
  readonly clock: Clock
  readonly slots: readonly Slot[]
  readonly nodes: readonly Node[]
  readonly measures: readonly CompiledMeasure[]
  readonly groupings: readonly CompiledGrouping[]
  /** The places of the nodes that a leaf of a measure must all meet. */
  readonly nodesOf: (leaf: Guard) => readonly number[]
}

/** The rules and the day that a program is compiled for. */
export interface Rules {
  readonly rulebook: Rulebook
  readonly clock: Clock
}

const guardsIn = (measure: Measure): readonly Guard[] => {
  const guards: Guard[] = []
  const visitCondition = (condition: Measure['eligible']): void => {
    if (condition?.kind === 'leaf') guards.push(condition)
    else for (const part of condition?.parts ?? []) visitCondition(part)
  }
  const visitAmount = (amount: AmountOf): void => {
    if (amount.kind === 'first') {
      for (const band of amount.bands) {
        guards.push(...band.guards)
        visitAmount(band.amount)
      }
    } else if ('amount' in amount) visitAmount(amount.amount)
  }
  visitCondition(measure.eligible)
  if (measure.benefit?.amount) visitAmount(measure.benefit.amount)
  return guards
}

type AmountOf = NonNullable<NonNullable<Measure['benefit']>['amount']>

const statusOf = (measure: Measure, day: string): MeasureStatus => {
  if (!isInForce(measure, day)) return 'not-in-force'
  return measure.eligible === null ? 'without-rule' : 'rule'
}

/** Without the thing it is about, a measure that nothing speaks against stays open. */
const withThing = (
  { store }: NormalForm,
  terms: readonly number[],
  thing: Draft | undefined,
): readonly number[] => {
  if (thing === undefined) return terms
  const slot = thing.place
  const known = store.atom(`${slot}:0-1`, () => ({ kind: 'span', slot, from: 0, to: 1 }))
  return terms.includes(FALSE) ? terms : [...terms, known]
}

/** So many measures are a step. */
const STEP = 256

/**
 * Compiles measures for one day, step by step for a caller who has other things to do in between. The
 * program answers each enterprise as `decide` does: the terms of a measure are certain when it is met and
 * possible when it is met, unknown or to be reviewed.
 */
export function* compilingPopulation(
  measures: readonly Measure[],
  { rulebook, clock }: Rules,
  groupings: readonly Grouping[] = [],
): Steps<PopulationProgram> {
  const context = compileContext(rulebook, clock)
  const book = openDraftBook(context)
  const statuses = measures.map((measure) => statusOf(measure, clock.submittedOn))
  const noteGuard = createNoteGuard(context, book)
  const noted = new Map<Guard, readonly NotedTest[]>()
  const things = new Map<Measure['about'], Draft>()
  for (const [place, measure] of measures.entries()) {
    if (place % STEP === 0) yield
    if (statuses[place] !== 'rule') continue
    if (measure.about !== 'enterprise') things.set(measure.about, book.ofThing(measure.about))
    for (const guard of guardsIn(measure)) noted.set(guard, noteGuard(guard))
  }
  const grouped = groupings.map((grouping) => draftGrouping(context, book, grouping))
  yield
  const slots = yield* finishingSlots(context, book.drafts)
  const domains = slots.map(({ domain }) => domain)
  const form = createNormalForm(domains, (guard) => noted.get(guard) ?? [])
  const planner = { context, guard: (guard: Guard) => guardTerms(form, guard) }
  const compileMeasure = (measure: Measure, place: number): CompiledMeasure => {
    const status = statuses[place] ?? 'not-in-force'
    if (measure.eligible === null || status !== 'rule') {
      const terms = status === 'without-rule' ? [form.store.constant(OPEN)] : []
      return { measure, status, terms, amount: null }
    }
    const gives = measure.benefit?.amount ?? null
    const condition = termsOf(form, measure.eligible)
    const amount = gives === null ? null : (planAmount(planner, gives) ?? 'engine')
    return { measure, status, terms: withThing(form, condition, things.get(measure.about)), amount }
  }
  const compiled: CompiledMeasure[] = []
  for (const [place, measure] of measures.entries()) {
    if (place % STEP === 0) yield
    compiled.push(compileMeasure(measure, place))
  }
  return {
    rulebook,
    clock,
    slots,
    nodes: form.store.nodes,
    measures: compiled,
    groupings: grouped.map((draft) => finishGrouping(slots, draft)),
    nodesOf: (leaf) => guardTerms(form, leaf),
  }
}

/** Compiles measures for one day, as `compilingPopulation` does. */
export const compilePopulation = (
  measures: readonly Measure[],
  rules: Rules,
  groupings: readonly Grouping[] = [],
): PopulationProgram => runSteps(compilingPopulation(measures, rules, groupings))
