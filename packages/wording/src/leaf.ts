import type { Language } from '@huiqi/domain'
import {
  type Distance,
  type FactDefinition,
  type LeafTrace,
  NEVER,
  type Reference,
  type Scalar,
} from '@huiqi/engine'
import { showTitleState } from './fact-use.ts'
import type { Reader } from './reader.ts'
import { showCode, showExact, showScalar, withUnit } from './value.ts'
import { words } from './words.ts'

const factOf = ({ rulebook }: Reader, reference: Reference): FactDefinition | null =>
  reference.kind === 'fact' ? (rulebook.facts.get(reference.fact) ?? null) : null

/** Whether the leaf asks for a yes or a no, so that its statement says it all. */
export const isYesOrNo = (reader: Reader, { leaf }: LeafTrace): boolean =>
  factOf(reader, leaf.reference)?.type === 'boolean' ||
  (leaf.reference.kind === 'formula' && leaf.reference.type === 'boolean')

const isCode = (reader: Reader, { leaf }: LeafTrace): boolean =>
  factOf(reader, leaf.reference)?.type === 'code'

/** Whether the leaf compares a number or a day, so that the bound is worth telling. */
export const isMeasured = (reader: Reader, leaf: LeafTrace): boolean =>
  !isYesOrNo(reader, leaf) && !isCode(reader, leaf)

const showBound = (reader: Reader, leaf: LeafTrace, bound: Scalar): string => {
  const { rulebook, language } = reader
  const { reference } = leaf.leaf
  const fact = factOf(reader, reference)
  if (fact) return showScalar(rulebook, fact, { value: bound, language })
  if (typeof bound === 'boolean') return words[language].truth(bound)
  if (typeof bound !== 'object' || reference.kind !== 'formula') return String(bound)
  const at = { value: bound, language }
  return withUnit(showExact(reference.type, bound, language), reference.unit, at)
}

const CODES_AT_MOST = 6

const showCodes = (
  reader: Reader,
  leaf: LeafTrace,
  codes: readonly string[],
): readonly string[] => {
  const { rulebook, language } = reader
  const list = factOf(reader, leaf.leaf.reference)?.codes ?? null
  const names = codes
    .slice(0, CODES_AT_MOST)
    .map((code) => showCode(rulebook, list, { code, language }))
  const hidden = codes.length - CODES_AT_MOST
  return hidden > 0 ? [...names, words[language].more(hidden)] : names
}

/** What the leaf asks for, in words: `at least 10%, less than 30%`. */
export const showTests = (reader: Reader, leaf: LeafTrace): string => {
  const { comparator, punctuation, unknown } = words[reader.language]
  return punctuation.list(
    leaf.tests.map(({ test, bound }) => {
      if ('values' in test) {
        return comparator[test.word](punctuation.list(showCodes(reader, leaf, test.values)))
      }
      if (bound === NEVER && test.word === 'is') return words[reader.language].never
      return comparator[test.word](bound === null ? unknown : showBound(reader, leaf, bound))
    }),
  )
}

/** The value that a leaf looked at; while it is open what is still possible, or null. */
export const showFound = (reader: Reader, leaf: LeafTrace): string | null => {
  const { resolved } = leaf
  const { amounts, punctuation } = words[reader.language]
  if (resolved.kind === 'known') return showBound(reader, leaf, resolved.value)
  if (resolved.possible?.kind === 'range') {
    const { low, high } = resolved.possible
    return amounts.between(showBound(reader, leaf, low), showBound(reader, leaf, high))
  }
  if (resolved.possible?.kind !== 'codes') return null
  return punctuation.or(showCodes(reader, leaf, resolved.possible.codes))
}

const showNumberDistance = (
  reader: Reader,
  leaf: LeafTrace,
  distance: Extract<Distance, { kind: 'number' }>,
): string => {
  const said = words[reader.language].distance
  const bound = showBound(reader, leaf, distance.bound)
  if (distance.by.n === 0n) return said.notEqual(bound)
  const by =
    distance.type === 'rate'
      ? showPoints(distance, reader.language)
      : showBound(reader, leaf, distance.by)
  return said[distance.direction](by, bound)
}

/** The difference of two rates, in percentage points. */
const showPoints = ({ by }: Extract<Distance, { kind: 'number' }>, language: Language): string => {
  const rate = showExact('rate', by, language).replace(/%$/, '')
  return language === 'zh' ? `${rate} 个百分点` : `${rate} percentage points`
}

const showExpectation = (
  reader: Reader,
  leaf: LeafTrace,
  expected: readonly string[],
): string | null => {
  if (expected.length === 0 || isYesOrNo(reader, leaf)) return null
  const { distance, punctuation } = words[reader.language]
  const named = isCode(reader, leaf)
    ? showCodes(reader, leaf, expected)
    : expected.map((value) => showBound(reader, leaf, value))
  return distance.expected(punctuation.or(named))
}

const titleStateOf = (reader: Reader, leaf: LeafTrace): string | null => {
  const fact = factOf(reader, leaf.leaf.reference)
  if (fact?.derivation?.kind !== 'validity') return null
  return showTitleState(reader, fact.id, leaf.resolved.uses)
}

/** How far a failing leaf is off, in words; null when there is nothing to measure. */
export const showDistance = (reader: Reader, leaf: LeafTrace): string | null => {
  const { distance } = leaf
  const said = words[reader.language].distance
  switch (distance?.kind) {
    case 'number':
      return showNumberDistance(reader, leaf, distance)
    case 'date':
      return said[distance.direction](distance.days, distance.bound)
    case 'other':
      return titleStateOf(reader, leaf) ?? showExpectation(reader, leaf, distance.expected)
    default:
      return null
  }
}
