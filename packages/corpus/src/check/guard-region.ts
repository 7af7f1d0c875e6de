import { type Exact, exact, type IsoDate, isoDate, toDayNumber, ZERO } from '@huiqi/domain'
import {
  codeLineage,
  type Guard,
  NEVER,
  type Operand,
  type Reference,
  type Test,
} from '@huiqi/engine'
import type { Vocabulary } from '../lower/vocabulary.ts'
import {
  allNames,
  type Bound,
  complement,
  EVERY_DAY,
  EVERYTHING,
  meet,
  type Region,
} from './region.ts'

/** What a guard allows for its left-hand side. */
export interface GuardRegion {
  /** The same for guards about the same fact of the same year or the same formula. */
  readonly key: string
  readonly region: Region
  /** Everything the left-hand side can be. */
  readonly whole: Region
  /** Whether the region says exactly when the guard holds; a dated figure or a hole makes it wider. */
  readonly isExact: boolean
}

const keyOf = (reference: Reference): string =>
  reference.kind === 'fact' ? `${reference.fact}@${reference.year ?? ''}` : `=${reference.formula}`

const FROM_ZERO: Region = {
  kind: 'spans',
  spans: [{ low: { value: ZERO, isIncluded: true }, high: { value: null, isIncluded: false } }],
  hasNever: false,
}

const TRUTHS: ReadonlySet<string> = new Set(['true', 'false'])

const wholeOf = (vocabulary: Vocabulary, reference: Reference): Region | null => {
  const fact = reference.kind === 'fact' ? vocabulary.facts.get(reference.fact) : undefined
  const type = reference.kind === 'fact' ? fact?.type : reference.type
  switch (type) {
    case undefined:
      return null
    case 'boolean':
      return allNames(TRUTHS)
    case 'date':
      return EVERY_DAY
    case 'code': {
      const list = fact?.codes == null ? undefined : vocabulary.codeLists.get(fact.codes)
      return list === undefined ? null : allNames(new Set(list.ancestors.keys()))
    }
    case 'count':
      return FROM_ZERO
    default:
      return EVERYTHING
  }
}

const isDate = (value: string): value is IsoDate => value !== NEVER

const pointOf = (operand: Operand): Exact | typeof NEVER | null => {
  if (operand.kind !== 'literal') return null
  const { value } = operand
  if (typeof value === 'object') return value
  if (value === NEVER) return NEVER
  return typeof value === 'string' && isDate(value) ? exact(toDayNumber(isoDate(value))) : null
}

const OPEN: Bound = { value: null, isIncluded: false }

const between = (low: Bound, high: Bound): Region => ({
  kind: 'spans',
  spans: [{ low, high }],
  hasNever: false,
})

const spanOf = (word: Test['word'], value: Exact): Region | null => {
  const included: Bound = { value, isIncluded: true }
  const excluded: Bound = { value, isIncluded: false }
  switch (word) {
    case 'at-least':
    case 'not-before':
      return between(included, OPEN)
    case 'more-than':
      return between(excluded, OPEN)
    case 'at-most':
    case 'not-after':
      return between(OPEN, included)
    case 'less-than':
      return between(OPEN, excluded)
    case 'is':
    case 'is-not':
      return between(included, included)
    default:
      return null
  }
}

const namesUnder = (
  vocabulary: Vocabulary,
  reference: Reference,
  values: readonly string[],
): ReadonlySet<string> => {
  const fact = reference.kind === 'fact' ? vocabulary.facts.get(reference.fact) : undefined
  const index = fact?.codes == null ? undefined : vocabulary.codeLists.get(fact.codes)
  if (index === undefined) return new Set(values)
  const listed = [...index.ancestors.keys()]
  return new Set(
    listed.filter((code) => codeLineage(index, code).some((at) => values.includes(at))),
  )
}

const namesOfTest = (test: Test): readonly string[] | null => {
  if ('values' in test) return test.values
  if (test.value.kind !== 'literal' || typeof test.value.value === 'object') return null
  return [String(test.value.value)]
}

const NEGATIVE: ReadonlySet<Test['word']> = new Set(['is-not', 'none-of'])

const regionOfTest = (
  test: Test,
  at: { readonly vocabulary: Vocabulary; readonly reference: Reference; readonly whole: Region },
): Region | null => {
  const { vocabulary, reference, whole } = at
  const turn = (region: Region): Region =>
    NEGATIVE.has(test.word) ? complement(region, whole) : region
  if (whole.kind === 'names') {
    const values = namesOfTest(test)
    if (values === null || values.some((value) => !whole.universe.has(value))) return null
    return turn({ ...whole, names: namesUnder(vocabulary, reference, values) })
  }
  const point = 'value' in test ? pointOf(test.value) : null
  if (point === null) return null
  if (point === NEVER) return turn({ kind: 'spans', spans: [], hasNever: true })
  const region = spanOf(test.word, point)
  return region && turn(region)
}

/** The values for which a guard can hold; null when nothing is known of its left-hand side. */
export const regionOfGuard = (vocabulary: Vocabulary, guard: Guard): GuardRegion | null => {
  const { reference, tests } = guard
  const whole = wholeOf(vocabulary, reference)
  if (whole === null) return null
  const regions = tests.map((test) => regionOfTest(test, { vocabulary, reference, whole }))
  const known = regions.filter((region) => region !== null)
  return {
    key: keyOf(reference),
    region: known.reduce(meet, whole),
    whole,
    isExact: known.length === regions.length,
  }
}
