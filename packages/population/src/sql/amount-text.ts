import { type Exact, formatExact, type Language } from '@huiqi/domain'
import type { Amount, Operand, Reference } from '@huiqi/engine'
import { formulaText } from './formula/formula-sql.ts'
import { yearOfReference } from './reference-sql.ts'
import { operandOf, type Scope } from './scope.ts'

interface Words {
  readonly fen: (count: string) => string
  readonly per: (figure: string, units: string) => string
  readonly share: (rate: string, base: string) => string
  readonly upTo: (amount: string) => string
  readonly from: (amount: string) => string
  readonly rounded: (amount: string, step: string, mode: string) => string
  readonly else: string
  readonly hole: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    fen: (count) => `${count} 分`,
    per: (figure, units) => `每单位 ${units} ${figure}`,
    share: (rate, base) => `${base} 的 ${rate}`,
    upTo: (amount) => `不超过 ${amount}`,
    from: (amount) => `不低于 ${amount}`,
    rounded: (amount, step, mode) => `${amount}，按 ${step} 取整（${mode}）`,
    else: '；否则 ',
    hole: '原文未见',
  },
  en: {
    fen: (count) => `${count} fen`,
    per: (figure, units) => `${figure} for each of ${units}`,
    share: (rate, base) => `${rate} of ${base}`,
    upTo: (amount) => `at most ${amount}`,
    from: (amount) => `at least ${amount}`,
    rounded: (amount, step, mode) => `${amount}, rounded ${mode} to ${step}`,
    else: '; else ',
    hole: 'not found in the text',
  },
}

const percent = ({ n, d }: Exact): string => {
  const isWhole = (100n * n) % d === 0n
  return isWhole ? `${(100n * n) / d}%` : formatExact({ n, d })
}

const referenceText = (scope: Scope, reference: Reference): string => {
  if (reference.kind === 'formula') return formulaText(reference.formula)
  const year = yearOfReference(scope, reference)
  return year === null ? reference.fact : `${reference.fact}@${year}`
}

const figureText = (scope: Scope, operand: Operand, write: (value: Exact) => string): string => {
  const value = operandOf(scope, operand)
  return typeof value === 'object' && value !== null ? write(value) : WORDS[scope.language].hole
}

const limitedText = (scope: Scope, amount: Extract<Amount, { kind: 'limited' }>): string => {
  const words = WORDS[scope.language]
  const fen = (value: Exact): string => words.fen(formatExact(value))
  const inner = amountText(scope, amount.amount)
  const { round, floor, cap } = amount
  const brought = round === null ? inner : words.rounded(inner, fen(round.step), round.mode)
  const limits = [
    ...(floor === null ? [] : [words.from(figureText(scope, floor, fen))]),
    ...(cap === null ? [] : [words.upTo(figureText(scope, cap, fen))]),
  ]
  return [brought, ...limits].join(scope.language === 'zh' ? '，' : ', ')
}

/** What a benefit gives, in words. */
export const amountText = (scope: Scope, amount: Amount): string => {
  const words = WORDS[scope.language]
  const fen = (value: Exact): string => words.fen(formatExact(value))
  switch (amount.kind) {
    case 'fixed':
      return figureText(scope, amount.value, fen)
    case 'rate':
      return words.share(figureText(scope, amount.rate, percent), referenceText(scope, amount.of))
    case 'per-unit':
      return words.per(figureText(scope, amount.value, fen), referenceText(scope, amount.units))
    case 'formula':
      return formulaText(amount.formula)
    case 'first':
      return amount.bands.map((band) => amountText(scope, band.amount)).join(words.else)
    case 'at-most':
      return words.upTo(amountText(scope, amount.amount))
    case 'at-least':
      return words.from(amountText(scope, amount.amount))
    case 'limited':
      return limitedText(scope, amount)
    case 'not-found':
      return words.hole
  }
}
