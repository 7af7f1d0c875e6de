import type { Condition, Guard } from '@huiqi/engine'
import { type BoundTest, boundTestKey, type SpanTest } from './bound-test.ts'
import { type Domain, type OrderedDomain, statesOfSpan, truthsOf } from './domain.ts'
import { domainOfDraft } from './domain-of-draft.ts'
import { createNodeStore, type NodeStore } from './node-store.ts'
import type { NotedTest } from './noted-guard.ts'
import { FALSE, negationOf, OPEN, TRUE } from './truth-code.ts'

/** What turning conditions into nodes needs. */
export interface NormalForm {
  readonly store: NodeStore
  readonly domains: readonly Domain[]
  readonly testsOf: (guard: Guard) => readonly NotedTest[]
  /** The nodes of comparisons made so far, plain and negated. */
  readonly made: Readonly<Record<Sign, Map<NotedTest, number>>>
}

/** Whether a condition or its negation is meant. */
type Sign = 'plain' | 'negated'

/** A form without nodes. */
export const createNormalForm = (
  domains: readonly Domain[],
  testsOf: NormalForm['testsOf'],
): NormalForm => ({
  store: createNodeStore(),
  domains,
  testsOf,
  made: { plain: new Map(), negated: new Map() },
})

interface BoundTestAt {
  readonly slot: number
  readonly domain: Domain
  readonly test: BoundTest
}

interface Placed {
  readonly slot: number
  readonly domain: OrderedDomain
}

const spanNode = (
  store: NodeStore,
  { slot, domain }: Placed,
  { from, to }: { readonly from: number; readonly to: number },
): number => {
  if (!domain.isRanged) {
    return store.atom(`${slot}:${from}-${to}`, () => ({ kind: 'span', slot, from, to }))
  }
  const reached = store.atom(`${slot}>${from}`, () => ({ kind: 'from', slot, state: from }))
  const before = store.atom(`${slot}<${to}`, () => ({ kind: 'upTo', slot, state: to }))
  if (from === 0) return before
  return to > domain.cuts.length ? reached : store.group('all', [reached, before])
}

const outsideNode = (
  store: NodeStore,
  placed: Placed,
  { from, to }: { readonly from: number; readonly to: number },
): number => {
  const end = placed.domain.cuts.length + 1
  const under = { from: 0, to: from }
  const over = { from: to, to: end }
  if (from === 0) return spanNode(store, placed, over)
  if (to === end) return spanNode(store, placed, under)
  return store.group('any', [spanNode(store, placed, under), spanNode(store, placed, over)])
}

const setNode = (store: NodeStore, { slot, domain, test }: BoundTestAt, sign: Sign): number => {
  const isNegated = sign === 'negated'
  const key = `${slot}${isNegated ? '!' : '='}${boundTestKey(test)}`
  return store.atom(key, () => {
    const truths = truthsOf(domain, test)
    return { kind: 'set', slot, truths: isNegated ? truths.map(negationOf) : truths }
  })
}

const orderedNode = (
  store: NodeStore,
  placed: Placed,
  { test, sign }: { readonly test: SpanTest; readonly sign: Sign },
): number => {
  const states = statesOfSpan(placed.domain, test)
  return test.isNegated === (sign === 'negated')
    ? spanNode(store, placed, states)
    : outsideNode(store, placed, states)
}

const makeNode = (store: NodeStore, at: BoundTestAt, sign: Sign): number => {
  const { slot, domain, test } = at
  if (test.kind === 'gap') return store.constant(OPEN)
  if (test.kind === 'span' && domain.kind === 'ordered') {
    return orderedNode(store, { slot, domain }, { test, sign })
  }
  return setNode(store, at, sign)
}

const testNode = ({ store, domains, made }: NormalForm, noted: NotedTest, sign: Sign): number => {
  const ready = made[sign].get(noted)
  if (ready !== undefined) return ready
  const { draft, test } = noted
  const domain = domainOfDraft(domains, draft)
  const node = makeNode(store, { slot: draft.place, domain, test }, sign)
  made[sign].set(noted, node)
  return node
}

const leafNode = (form: NormalForm, leaf: Guard, sign: Sign): number => {
  const parts = form.testsOf(leaf).map((test) => testNode(form, test, sign))
  return form.store.group(sign === 'plain' ? 'all' : 'any', parts)
}

/** The node of a condition, or of its negation. */
const nodeOf = (form: NormalForm, condition: Condition, sign: Sign): number => {
  if (condition.kind === 'leaf') return leafNode(form, condition, sign)
  const inside: Sign =
    condition.kind === 'except' ? (sign === 'negated' ? 'plain' : 'negated') : sign
  const parts = condition.parts.map((part) => nodeOf(form, part, inside))
  const isAny = condition.kind !== 'all'
  return form.store.group(isAny === (inside === 'plain') ? 'any' : 'all', parts)
}

/** Collects the terms of what must all hold without a node for the whole. */
const collectTerms = (form: NormalForm, condition: Condition, terms: Set<number>): void => {
  if (condition.kind === 'all') {
    for (const part of condition.parts) collectTerms(form, part, terms)
  } else if (condition.kind === 'leaf') {
    for (const test of form.testsOf(condition)) terms.add(testNode(form, test, 'plain'))
  } else {
    for (const term of form.store.termsOf(nodeOf(form, condition, 'plain'))) terms.add(term)
  }
}

const settled = (terms: Set<number>): readonly number[] => {
  terms.delete(TRUE)
  return terms.has(FALSE) ? [FALSE] : [...terms]
}

/** The places of the terms that must all hold; negations have moved into the comparisons. */
export const termsOf = (form: NormalForm, condition: Condition): readonly number[] => {
  const terms = new Set<number>()
  collectTerms(form, condition, terms)
  return settled(terms)
}

/** The places of the terms of a guard. */
export const guardTerms = (form: NormalForm, guard: Guard): readonly number[] =>
  settled(new Set(form.testsOf(guard).map((test) => testNode(form, test, 'plain'))))
