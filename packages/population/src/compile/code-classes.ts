import { type CodeIndex, codeLineage } from '@huiqi/engine'
import type { MemberTest } from './bound-test.ts'
import { FALSE, negationOf, OPEN, TRUE } from './truth-code.ts'

interface Matcher {
  readonly listed: ReadonlySet<string>
  readonly hasDescendants: boolean
}

/** Codes of one list in classes that no test of a program tells apart; plain data. */
export interface CodeClasses {
  /** How many classes there are. */
  readonly count: number
  /** A code of each class; null for a class of codes that no list holds. */
  readonly samples: readonly (string | null)[]
  /** The classes of the codes that are known beforehand. */
  readonly byCode: ReadonlyMap<string, number>
  /** How every other code finds its class: by the tests that it passes. */
  readonly matchers: readonly Matcher[]
  readonly bySignature: ReadonlyMap<string, number>
  readonly index: CodeIndex | null
}

const lineageOf = (index: CodeIndex | null, code: string): readonly string[] =>
  index === null ? [code] : codeLineage(index, code)

const matches = ({ listed, hasDescendants }: Matcher, lineage: readonly string[]): boolean =>
  hasDescendants ? lineage.some((code) => listed.has(code)) : listed.has(lineage[0] ?? '')

/** Makes an unlisted code below a listed one. */
const UNLISTED = '?'

const signatureOf = (
  { matchers, index }: Pick<CodeClasses, 'matchers' | 'index'>,
  code: string,
): string => {
  const lineage = lineageOf(index, code)
  return matchers.map((matcher) => (matches(matcher, lineage) ? '1' : '0')).join('')
}

/** The class of a code, also of one that the list does not hold. */
export const classOfCode = (classes: CodeClasses, code: string): number =>
  classes.byCode.get(code) ?? classes.bySignature.get(signatureOf(classes, code)) ?? 0

/** Parts codes by how the given tests come out. `codes` are those that are sure to be asked for. */
export const classifyCodes = (
  tests: readonly MemberTest[],
  index: CodeIndex | null,
  codes: readonly string[],
): CodeClasses => {
  const matchers = tests.map(({ values, hasDescendants }) => ({
    listed: new Set(values),
    hasDescendants,
  }))
  const named = tests.flatMap(({ values }) => values)
  const below = index === null ? [] : named.map((code) => `${code}${UNLISTED}`)
  const samples: (string | null)[] = [null]
  const bySignature = new Map([['0'.repeat(matchers.length), 0]])
  const byCode = new Map<string, number>()
  for (const code of new Set([...codes, ...named, ...below])) {
    const signature = signatureOf({ matchers, index }, code)
    const place = bySignature.get(signature) ?? samples.push(code) - 1
    bySignature.set(signature, place)
    samples[place] ??= code
    byCode.set(code, place)
  }
  return { count: samples.length, samples, byCode, matchers, bySignature, index }
}

/** Tells how a test comes out for the codes still possible. */
export const memberTruth = (
  test: MemberTest,
  index: CodeIndex | null,
): ((possible: readonly string[]) => number) => {
  const matcher = { listed: new Set(test.values), hasDescendants: test.hasDescendants }
  return (possible) => {
    const inside = possible.filter((code) => matches(matcher, lineageOf(index, code))).length
    const truth = inside === possible.length ? TRUE : inside === 0 ? FALSE : OPEN
    return test.isNegated ? negationOf(truth) : truth
  }
}
