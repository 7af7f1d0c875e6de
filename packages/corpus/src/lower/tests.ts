import { type FactType, NEVER, type Operand, type Test } from '@huiqi/engine'
import type { Path } from '../place.ts'
import type { GuardDocument } from '../schema/condition.ts'
import type { Context } from './context.ts'
import { type LiteralType, parseLiteral } from './literal.ts'
import { lowerOperand } from './operand.ts'

const ORDER_WORDS = ['at-least', 'at-most', 'more-than', 'less-than'] as const
const DATE_WORDS = ['not-before', 'not-after'] as const
const EQUALITY_WORDS = ['is', 'is-not'] as const
const CODE_WORDS = ['one-of', 'none-of'] as const

/** Every comparator word a leaf may carry. */
export const TEST_WORDS = [
  ...ORDER_WORDS,
  ...DATE_WORDS,
  ...EQUALITY_WORDS,
  ...CODE_WORDS,
  'within',
] as const
export type TestWord = (typeof TEST_WORDS)[number]

const ALLOWED: Readonly<Record<FactType, readonly TestWord[]>> = {
  money: ORDER_WORDS,
  rate: ORDER_WORDS,
  count: ORDER_WORDS,
  number: ORDER_WORDS,
  date: [...DATE_WORDS, 'within', ...EQUALITY_WORDS],
  boolean: EQUALITY_WORDS,
  code: [...EQUALITY_WORDS, ...CODE_WORDS],
}

type ScalarWord =
  | (typeof ORDER_WORDS)[number]
  | (typeof DATE_WORDS)[number]
  | (typeof EQUALITY_WORDS)[number]

const isNever = (operand: Operand): boolean => operand.kind === 'literal' && operand.value === NEVER

interface Slot {
  readonly path: Path
  readonly type: LiteralType
}

const lowerScalarTest = (
  context: Context,
  guard: GuardDocument,
  at: Slot & { readonly word: ScalarWord },
): Test[] | null => {
  const given = guard[at.word]
  if (given === undefined) return []
  const value = lowerOperand(context, given, { path: [...at.path, at.word], type: at.type })
  if (value === null) return null
  if (isNever(value) && at.word !== 'is' && at.word !== 'is-not') {
    context.report({
      code: 'literal.never',
      path: [...at.path, at.word],
      params: { word: at.word },
    })
    return null
  }
  return [{ word: at.word, value }]
}

const lowerWithin = (
  context: Context,
  guard: GuardDocument,
  { path, type }: Slot,
): Test[] | null => {
  const { within } = guard
  if (within === undefined) return []
  const from = lowerOperand(context, within.from, { path: [...path, 'within', 'from'], type })
  const to = lowerOperand(context, within.to, { path: [...path, 'within', 'to'], type })
  if (from === null || to === null) return null
  return [
    { word: 'not-before', value: from },
    { word: 'not-after', value: to },
  ]
}

const lowerCodes = (
  context: Context,
  guard: GuardDocument,
  at: Slot & { readonly word: 'one-of' | 'none-of' },
): Test[] | null => {
  const given = guard[at.word]
  if (given === undefined) return []
  const values = given.flatMap((code, place) => {
    const parsed = parseLiteral(code, at.type)
    if (parsed.ok) return [String(parsed.value)]
    context.report({ code: parsed.code, path: [...at.path, at.word, place], params: parsed.params })
    return []
  })
  const repeated = values.find((code, place) => values.indexOf(code) !== place)
  if (repeated !== undefined) {
    context.report({
      code: 'code.repeated',
      path: [...at.path, at.word],
      params: { code: repeated },
    })
  }
  return values.length === given.length && values.length > 0 ? [{ word: at.word, values }] : null
}

const areAllowed = (context: Context, guard: GuardDocument, { path, type }: Slot): boolean => {
  const words = TEST_WORDS.filter((word) => guard[word] !== undefined)
  if (words.length === 0) context.report({ code: 'test.missing', path })
  const allowed = ALLOWED[type.type]
  const wrong = words.filter((word) => !allowed.includes(word))
  for (const word of wrong) {
    const params = { word, type: type.type, allowed }
    context.report({ code: 'test.word-for-type', path: [...path, word], params, target: 'key' })
  }
  return words.length > 0 && wrong.length === 0
}

/** The comparisons of a leaf or guard, checked against the type of its left-hand side; null with the faults reported. */
export const lowerTests = (context: Context, guard: GuardDocument, slot: Slot): Test[] | null => {
  if (!areAllowed(context, guard, slot)) return null
  const scalarWords = [...ORDER_WORDS, ...DATE_WORDS, ...EQUALITY_WORDS]
  const parts = [
    ...scalarWords.map((word) => lowerScalarTest(context, guard, { ...slot, word })),
    lowerWithin(context, guard, slot),
    ...CODE_WORDS.map((word) => lowerCodes(context, guard, { ...slot, word })),
  ]
  const tests = parts.filter((part) => part !== null)
  return tests.length === parts.length ? tests.flat() : null
}
