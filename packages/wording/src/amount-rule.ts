import { type Exact, maximum } from '@huiqi/domain'
import {
  type Amount,
  type Band,
  type Guard,
  NOT_FOUND,
  type Operand,
  type Reference,
  type Scalar,
} from '@huiqi/engine'
import { showFormula } from './formula.ts'
import type { Reader } from './reader.ts'
import { showExact, showScalar } from './value.ts'
import { words } from './words.ts'

/** A blank between a Chinese word and a figure. */
const spaced = (amount: string): string => (/^[\d≈]/.test(amount) ? ` ${amount}` : amount)

const TEXT = {
  zh: {
    notFound: '数额未见原文',
    of: (rate: string, base: string) => `${base}的 ${rate}`,
    atMost: (amount: string) => `不超过${spaced(amount)}`,
    atLeast: (amount: string) => `不低于${spaced(amount)}`,
    cap: (value: string) => `最高 ${value}`,
    floor: (value: string) => `最低 ${value}`,
    compared: (name: string, asks: string) => `${name}${asks}`,
    otherwise: '其他情形',
    times: ' × ',
  },
  en: {
    notFound: 'figure not found in the text',
    of: (rate: string, base: string) => `${rate} of ${base}`,
    atMost: (amount: string) => `up to ${amount}`,
    atLeast: (amount: string) => `at least ${amount}`,
    cap: (value: string) => `at most ${value}`,
    floor: (value: string) => `at least ${value}`,
    compared: (name: string, asks: string) => `${name} ${asks}`,
    otherwise: 'otherwise',
    times: ' × ',
  },
} as const

/** The figure of an operand on the day of the page; null where the text has a hole. */
const figureOn = ({ rulebook, asOf }: Reader, operand: Operand): Scalar | null => {
  if (operand.kind === 'literal') return operand.value
  if (operand.kind === 'not-found') return null
  const values = rulebook.parameters.get(operand.parameter)?.values ?? []
  const dated = values.find(({ from, to }) => from <= asOf && (to === null || asOf <= to))
  const value = (dated ?? values.at(-1))?.value
  return value === undefined || value === NOT_FOUND ? null : value
}

const showOperand = (reader: Reader, operand: Operand, type: 'money' | 'rate'): string => {
  const value = figureOn(reader, operand)
  if (value === null) return TEXT[reader.language].notFound
  return typeof value === 'object' ? showExact(type, value, reader.language) : String(value)
}

const showReference = (reader: Reader, reference: Reference): string =>
  reference.kind === 'formula'
    ? showFormula(reader, reference.formula)
    : (reader.rulebook.facts.get(reference.fact)?.name[reader.language] ?? reference.fact)

const showGuardValue = (reader: Reader, { reference }: Guard, value: Scalar | null): string => {
  const { language, rulebook } = reader
  if (value === null) return TEXT[language].notFound
  const fact = reference.kind === 'fact' ? rulebook.facts.get(reference.fact) : undefined
  if (fact) return showScalar(rulebook, fact, { value, language })
  return typeof value === 'object' && reference.kind === 'formula'
    ? showExact(reference.type, value, language)
    : String(value)
}

/** What a comparison asks for, one text for each test: `Operating revenue at least CNY 1,000`. */
export const showGuard = (reader: Reader, guard: Guard): readonly string[] => {
  const { comparator, punctuation } = words[reader.language]
  const name = showReference(reader, guard.reference)
  return guard.tests.map((test) => {
    const values = 'values' in test ? test.values : [figureOn(reader, test.value)]
    const shown = values.map((value) => showGuardValue(reader, guard, value))
    const asks = comparator[test.word](punctuation.list(shown))
    return test.word === 'is'
      ? punctuation.label(name, shown.join(''))
      : TEXT[reader.language].compared(name, asks)
  })
}

const showGuards = (reader: Reader, { guards }: Band): string => {
  const tests = guards.flatMap((guard) => showGuard(reader, guard))
  return tests.length === 0
    ? TEXT[reader.language].otherwise
    : words[reader.language].punctuation.list(tests)
}

const showBands = (
  reader: Reader,
  bands: readonly Band[],
  around: (amount: string) => string,
): string =>
  words[reader.language].punctuation.clauses(
    bands.map((band) =>
      [showGuards(reader, band), around(showAmountRule(reader, band.amount))].join(' → '),
    ),
  )

const around = (reader: Reader, amount: Amount, say: (amount: string) => string): string =>
  amount.kind === 'first'
    ? showBands(reader, amount.bands, say)
    : say(showAmountRule(reader, amount))

const showLimited = (reader: Reader, amount: Extract<Amount, { kind: 'limited' }>): string => {
  const text = TEXT[reader.language]
  const { floor, cap } = amount
  return words[reader.language].punctuation.list([
    showAmountRule(reader, amount.amount),
    ...(floor === null ? [] : [text.floor(showOperand(reader, floor, 'money'))]),
    ...(cap === null ? [] : [text.cap(showOperand(reader, cap, 'money'))]),
  ])
}

/** The rule of an amount in words, before any fact is known. */
export const showAmountRule = (reader: Reader, amount: Amount): string => {
  const text = TEXT[reader.language]
  switch (amount.kind) {
    case 'fixed':
      return showOperand(reader, amount.value, 'money')
    case 'rate':
      return text.of(showOperand(reader, amount.rate, 'rate'), showReference(reader, amount.of))
    case 'per-unit':
      return `${showOperand(reader, amount.value, 'money')}${text.times}${showReference(reader, amount.units)}`
    case 'formula':
      return showFormula(reader, amount.formula)
    case 'first':
      return showBands(reader, amount.bands, (figure) => figure)
    case 'at-most':
      return around(reader, amount.amount, text.atMost)
    case 'at-least':
      return around(reader, amount.amount, text.atLeast)
    case 'limited':
      return showLimited(reader, amount)
    case 'not-found':
      return text.notFound
  }
}

const figuresOf = (reader: Reader, amount: Amount): readonly (Exact | null)[] => {
  if (amount.kind === 'first') return amount.bands.flatMap((band) => figuresOf(reader, band.amount))
  const value = amount.kind === 'fixed' ? figureOn(reader, amount.value) : null
  return [typeof value === 'object' ? value : null]
}

/** The rule in a few words for a list; bands of plain figures by the largest, other bands not at all. */
export const showAmountBriefly = (reader: Reader, amount: Amount): string | null => {
  const inner = amount.kind === 'at-most' ? amount.amount : amount
  if (inner.kind !== 'first') return showAmountRule(reader, amount)
  const figures = figuresOf(reader, inner)
  const known = figures.filter((figure) => figure !== null)
  if (known.length < figures.length) return null
  return TEXT[reader.language].atMost(showExact('money', known.reduce(maximum), reader.language))
}
