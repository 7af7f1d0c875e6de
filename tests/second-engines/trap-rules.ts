import { type Exact, exact, parseExact } from '@huiqi/domain'
import type {
  Amount,
  Condition,
  FactType,
  Guard,
  Leaf,
  Measure,
  Operand,
  Reference,
  Scalar,
  Test,
  YearReference,
} from '@huiqi/engine'

const words = (text: string) => ({ zh: text, en: text })

/** A right-hand side: a value, or `null` for a hole in the text. */
export type Given = Scalar | number | null

const operand = (value: Given): Operand => {
  if (value === null) return { kind: 'not-found' }
  return { kind: 'literal', value: typeof value === 'number' ? exact(value) : value }
}

/** An exact number from its text. */
export const number = (text: string): Exact => {
  const value = parseExact(text)
  if (value === null) throw new RangeError(`no number: ${text}`)
  return value
}

const YEARS: ReadonlySet<string> = new Set<YearReference>(['this', 'last', 'before-last'])

const isYear = (text: string | undefined): text is YearReference =>
  text !== undefined && YEARS.has(text)

/** `enterprise.revenue@last`, or a formula of a type behind `=`. */
export const reference = (text: string, type: FactType = 'number'): Reference => {
  if (text.startsWith('=')) {
    return { kind: 'formula', formula: text.slice(1).trim(), type, unit: null }
  }
  const [fact = '', year] = text.split('@')
  return { kind: 'fact', fact, year: isYear(year) ? year : null }
}

/** Comparisons of one value: word and right-hand side, or word and codes. */
export type Comparisons = Readonly<Record<string, Given | readonly string[]>>

const isWord = (word: string): word is Exclude<Test['word'], 'one-of' | 'none-of'> =>
  word !== 'one-of' && word !== 'none-of'

const testsOf = (comparisons: Comparisons): readonly Test[] =>
  Object.entries(comparisons).map(([word, value]): Test => {
    if (Array.isArray(value)) {
      return { word: word === 'none-of' ? 'none-of' : 'one-of', values: value.map(String) }
    }
    if (!isWord(word) || (typeof value === 'object' && value !== null && !('n' in value))) {
      throw new TypeError(`no comparison: ${word}`)
    }
    return { word, value: operand(value) }
  })

/** A guard of a band. */
export const guard = (text: string, comparisons: Comparisons): Guard => ({
  reference: reference(text),
  tests: testsOf(comparisons),
})

/** A leaf; `type` is that of a formula. */
export const leaf = (text: string, comparisons: Comparisons, type: FactType = 'number'): Leaf => ({
  kind: 'leaf',
  path: text,
  provision: 'art-1',
  says: words(text),
  reference: reference(text, type),
  tests: testsOf(comparisons),
})

/** A formula that must be true. */
export const holds = (formula: string): Leaf => leaf(`= ${formula}`, { is: true }, 'boolean')

/** A group. */
export const group = (
  kind: 'all' | 'any' | 'except',
  ...parts: readonly Condition[]
): Condition => ({ kind, path: kind, provision: 'art-1', says: words(kind), parts })

/** A figure of an amount. */
export const figure = operand

/** A measure of our own over the vocabulary of the policies. */
export const measureOf = (
  model: Measure,
  id: string,
  { eligible, amount = null }: { readonly eligible: Condition; readonly amount?: Amount | null },
): Measure => ({
  ...model,
  id,
  about: 'enterprise',
  eligible,
  benefit: {
    kind: 'award',
    grants: null,
    amount,
    frequency: 'once',
    sharedBy: null,
    pool: null,
  },
})
