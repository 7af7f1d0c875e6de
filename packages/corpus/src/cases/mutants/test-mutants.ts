import {
  type Guard,
  type Reference,
  type Rulebook,
  type Test,
  typeOfReference,
} from '@huiqi/engine'
import { eachChanged, eachDropped, inside, type Mutant } from './mutant.ts'
import { operandMutants } from './operand-mutants.ts'

const SWAPPED = {
  'at-least': 'more-than',
  'more-than': 'at-least',
  'at-most': 'less-than',
  'less-than': 'at-most',
  is: 'is-not',
  'is-not': 'is',
  'not-before': 'not-after',
  'not-after': 'not-before',
} as const

interface Place {
  readonly rulebook: Rulebook
  readonly reference: Reference
  readonly path: string
}

const codeMutants = (
  test: Extract<Test, { values: unknown }>,
  path: string,
): readonly Mutant<Test>[] => {
  const swapped = test.word === 'one-of' ? 'none-of' : 'one-of'
  const dropped =
    test.values.length > 1 ? eachDropped(test.values, { path, what: (code) => code }) : []
  return [
    { what: `${test.word} → ${swapped}`, path, value: { word: swapped, values: test.values } },
    ...inside(dropped, (values) => ({ word: test.word, values })),
  ]
}

const testMutants = (test: Test, { rulebook, reference, path }: Place): readonly Mutant<Test>[] => {
  if ('values' in test) return codeMutants(test, path)
  const word = SWAPPED[test.word]
  const type = typeOfReference(rulebook, reference)
  return [
    { what: `${test.word} → ${word}`, path, value: { word, value: test.value } },
    ...inside(operandMutants(test.value, { type, path }), (value) => ({ word: test.word, value })),
  ]
}

const OTHER_YEAR = { this: 'last', last: 'before-last', 'before-last': 'last' } as const

/** The reference with the year before or after it; none for facts without a year. */
export const referenceMutants = (
  reference: Reference,
  path: string,
): readonly Mutant<Reference>[] => {
  if (reference.kind !== 'fact' || reference.year === null) return []
  const year = OTHER_YEAR[reference.year]
  return [{ what: `${reference.year} → ${year}`, path, value: { ...reference, year } }]
}

/** A guard with one comparison changed or missing, or another year. */
export const guardMutants = <G extends Guard>(
  rulebook: Rulebook,
  guard: G,
  path: string,
): readonly Mutant<G>[] => {
  const place = { rulebook, reference: guard.reference, path }
  const changed = eachChanged(guard.tests, (test) => testMutants(test, place))
  const dropped =
    guard.tests.length > 1 ? eachDropped(guard.tests, { path, what: ({ word }) => word }) : []
  return [
    ...inside([...changed, ...dropped], (tests) => ({ ...guard, tests })),
    ...inside(referenceMutants(guard.reference, path), (reference) => ({ ...guard, reference })),
  ]
}
