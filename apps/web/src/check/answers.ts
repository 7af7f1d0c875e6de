import type { Asked, Enterprise, Facts, Scalar, Thing, ThingKind } from '@huiqi/engine'
import { needKey } from '@huiqi/engine'

/** One answer: a value of a fact, of the enterprise (`thing` null) or of one of its things. */
export interface FactAnswer {
  readonly fact: string
  readonly year: number | null
  readonly thing: string | null
  readonly value: Scalar
}

/** A project, contract, loan … that somebody named. */
export interface ThingAnswer {
  readonly id: string
  readonly kind: ThingKind
  readonly name: string
}

/** Everything that somebody has answered; it stays on the device. */
export interface Answers {
  readonly facts: readonly FactAnswer[]
  readonly things: readonly ThingAnswer[]
  /** Kinds of things of which there are none. */
  readonly without: readonly ThingKind[]
  /** Keys of questions to which nobody knows the answer. */
  readonly unknown: readonly string[]
  /** Keys of questions put off, the last one put off last. */
  readonly later: readonly string[]
}

/** Nothing is answered. */
export const NO_ANSWERS: Answers = { facts: [], things: [], without: [], unknown: [], later: [] }

/** What tells one question from another. */
export const askedKey = (asked: Asked): string =>
  asked.kind === 'things' ? `things:${asked.of}` : `${needKey(asked.need)}#${asked.thing?.id ?? ''}`

/** What tells one answer from another; the same as the key of its question. */
export const answerKey = ({ fact, year, thing }: Omit<FactAnswer, 'value'>): string =>
  `${needKey({ fact, year })}#${thing ?? ''}`

const leaving = <Key extends string>(keys: readonly Key[], key: Key): readonly Key[] =>
  keys.filter((each) => each !== key)

const settled = (answers: Answers, key: string): Answers => ({
  ...answers,
  unknown: leaving(answers.unknown, key),
  later: leaving(answers.later, key),
})

/** States a value; an earlier one for the same fact, year and thing gives way in its place. */
export const withFact = (answers: Answers, answer: FactAnswer): Answers => {
  const key = answerKey(answer)
  const isNew = answers.facts.every((each) => answerKey(each) !== key)
  const facts = isNew
    ? [...answers.facts, answer]
    : answers.facts.map((each) => (answerKey(each) === key ? answer : each))
  return { ...settled(answers, key), facts }
}

/** Takes a value back. */
export const withoutFact = (answers: Answers, key: string): Answers => ({
  ...answers,
  facts: answers.facts.filter((each) => answerKey(each) !== key),
})

/** Adds a thing; `name` may be empty, then it is called by its number. */
export const withThing = (
  answers: Answers,
  kind: ThingKind,
  name: (number: number) => string,
): Answers => {
  const numbers = answers.things
    .filter((thing) => thing.kind === kind)
    .map(({ id }) => Number(id.slice(kind.length + 1)))
  const number = Math.max(0, ...numbers) + 1
  const thing = { id: `${kind}-${number}`, kind, name: name(number) }
  return {
    ...settled(answers, `things:${kind}`),
    things: [...answers.things, thing],
    without: leaving(answers.without, kind),
  }
}

/** Takes a thing away with all that was said of it. */
export const withoutThing = (answers: Answers, id: string): Answers => ({
  ...answers,
  things: answers.things.filter((thing) => thing.id !== id),
  facts: answers.facts.filter(({ thing }) => thing !== id),
})

/** States that there are no things of a kind; those named before go. */
export const withNone = (answers: Answers, kind: ThingKind): Answers => {
  const named = answers.things.filter((thing) => thing.kind === kind)
  const bare = named.reduce((left, { id }) => withoutThing(left, id), answers)
  return { ...settled(bare, `things:${kind}`), without: [...leaving(bare.without, kind), kind] }
}

/** States that it is not known; the question is not put again by itself. */
export const withUnknown = (answers: Answers, key: string): Answers => ({
  ...settled(answers, key),
  unknown: [...leaving(answers.unknown, key), key],
})

/** Puts a question off until the others are answered. */
export const withLater = (answers: Answers, key: string): Answers => ({
  ...answers,
  later: [...leaving(answers.later, key), key],
})

/** Whether nothing at all is answered. */
export const isEmpty = ({ facts, things, without: none, unknown }: Answers): boolean =>
  facts.length + things.length + none.length + unknown.length === 0

const SELF_DECLARED = { source: 'self', grade: 'D' } as const

const factsOf = (answers: Answers, thing: string | null): Facts => {
  const own = answers.facts.filter((each) => each.thing === thing)
  const byFact = Map.groupBy(own, ({ fact }) => fact)
  return Object.fromEntries(
    [...byFact].map(([fact, stated]) => [
      fact,
      stated.map(({ value, year }) => ({ value, year, ...SELF_DECLARED })),
    ]),
  )
}

/** The enterprise that the answers describe, all self-declared. */
export const toEnterprise = (answers: Answers): Enterprise => {
  const kinds = new Set([...answers.things.map(({ kind }) => kind), ...answers.without])
  const thingsOf = (kind: ThingKind): readonly Thing[] =>
    answers.things
      .filter((thing) => thing.kind === kind)
      .map(({ id, name }) => ({ id, name, facts: factsOf(answers, id) }))
  return {
    uscc: null,
    name: '',
    facts: factsOf(answers, null),
    things: Object.fromEntries([...kinds].map((kind) => [kind, thingsOf(kind)])),
    awards: [],
  }
}
