import type { Bilingual } from '@huiqi/domain'
import {
  type CodeIndex,
  type Condition,
  type Group,
  type Guard,
  type Measure,
  type Reference,
  type Rulebook,
  type Test,
  typeOfReference,
} from '@huiqi/engine'
import { operandOf, type Place, type PlaceValue } from './place.ts'

/** Where a guard stands, and how the measure is made with another one in its place. */
export interface GuardSite {
  readonly path: string
  readonly says: Bilingual | null
  readonly rebuild: (guard: Guard) => Measure
}

interface ConditionSite {
  readonly rebuild: (condition: Condition) => Measure
  /** Null where the condition cannot be left out. */
  readonly leaveOut: (() => Measure) | null
}

const indexOf = (rulebook: Rulebook, reference: Reference): CodeIndex | null => {
  const list = reference.kind === 'fact' ? rulebook.facts.get(reference.fact)?.codes : null
  return list ? (rulebook.codeLists.get(list) ?? null) : null
}

const namesOf = (reference: Reference): readonly string[] => {
  if (reference.kind === 'formula') return []
  const { fact, year } = reference
  return year === null ? [fact] : [fact, `${fact}@${year}`]
}

const ENDS: Readonly<Record<string, string>> = {
  'not-before': 'within.from',
  'not-after': 'within.to',
}

/** The word as written in the file where both ends of a span stand under `within`. */
const spanWordOf = (words: readonly string[], word: string): readonly string[] => {
  const end = ENDS[word]
  const hasBoth = Object.keys(ENDS).every((each) => words.includes(each))
  return end !== undefined && hasBoth ? [end] : []
}

const withValue = (test: Test, value: PlaceValue): Test => {
  if (!('values' in test)) return { word: test.word, value: operandOf(value) }
  if (value.kind === 'codes') return { word: test.word, values: value.codes }
  throw new TypeError(`codes were expected, found ${value.kind}`)
}

/** The words of the tests in order; a repeated word is numbered. */
const wordsOf = (tests: readonly Test[]): readonly string[] =>
  tests.map(({ word }, at) => {
    const before = tests.slice(0, at).filter((test) => test.word === word).length
    return before === 0 ? word : `${word}[${before}]`
  })

/** The places of a guard: one for each of its tests. */
export const guardPlaces = (
  rulebook: Rulebook,
  guard: Guard,
  site: GuardSite,
): readonly Place[] => {
  const { reference, tests } = guard
  const index = indexOf(rulebook, reference)
  const type = typeOfReference(rulebook, reference)
  const words = wordsOf(tests)
  return tests.map((test, at): Place => {
    const word = words[at] ?? test.word
    const isList = 'values' in test
    return {
      path: `${site.path}.${word}`,
      aliases: [
        ...spanWordOf(words, word).map((end) => `${site.path}.${end}`),
        ...namesOf(reference).map((name) => `${name}.${word}`),
      ],
      says: site.says,
      compares: { reference, word: test.word },
      expected: isList
        ? { kind: 'codes', index }
        : { kind: 'figure', type, index, isOptional: false },
      value: isList
        ? { kind: 'codes', codes: test.values }
        : { kind: 'figure', operand: test.value },
      put: (value) => site.rebuild({ reference, tests: tests.with(at, withValue(test, value)) }),
    }
  })
}

const wholeCondition = (condition: Condition, { leaveOut }: ConditionSite): readonly Place[] => {
  if (leaveOut === null) return []
  const aliases = condition.kind === 'leaf' ? namesOf(condition.reference) : []
  const put = (value: PlaceValue): Measure => {
    if (value.kind === 'none') return leaveOut()
    throw new TypeError(`a condition can only be left out, found ${value.kind}`)
  }
  const { path, says } = condition
  return [
    {
      path,
      aliases,
      says,
      compares: null,
      expected: { kind: 'condition' },
      value: { kind: 'condition' },
      put,
    },
  ]
}

const partSite = (group: Group, at: number, rebuild: ConditionSite['rebuild']): ConditionSite => {
  const isNeeded = group.kind === 'any' && group.parts.length === 1
  return {
    rebuild: (part) => rebuild({ ...group, parts: group.parts.with(at, part) }),
    leaveOut: isNeeded ? null : () => rebuild({ ...group, parts: group.parts.toSpliced(at, 1) }),
  }
}

/** The places of a condition and of everything below it. */
export const conditionPlaces = (
  rulebook: Rulebook,
  condition: Condition,
  site: ConditionSite,
): readonly Place[] => {
  const whole = wholeCondition(condition, site)
  if (condition.kind === 'leaf') {
    const { path, says } = condition
    const rebuild = (guard: Guard): Measure => site.rebuild({ ...condition, ...guard })
    return [...whole, ...guardPlaces(rulebook, condition, { path, says, rebuild })]
  }
  const parts = condition.parts.flatMap((part, at) =>
    conditionPlaces(rulebook, part, partSite(condition, at, site.rebuild)),
  )
  return [...whole, ...parts]
}
