import type { Exact } from '@huiqi/domain'
import type { Amount, Band, Operand, Reference, YearReference } from '@huiqi/engine'
import type { Path } from '../place.ts'
import type { AmountDocument, AmountObjectDocument, ReferenceDocument } from '../schema/amount.ts'
import { lowerGuards } from './condition.ts'
import type { Context } from './context.ts'
import { isSoundFormula } from './formula.ts'
import { type LiteralType, parseLiteral } from './literal.ts'
import { lowerOperand } from './operand.ts'
import { lowerReference, type TypedReference } from './reference.ts'

const MONEY: LiteralType = { type: 'money', index: null }
const RATE: LiteralType = { type: 'rate', index: null }

const FORMS = [
  'fixed',
  'parameter',
  'rate',
  'per-unit',
  'formula',
  'first',
  'at-most',
  'at-least',
] as const
type Form = (typeof FORMS)[number]

/** A reference written as a fact id, or as a map. */
export const lowerReferenceDocument = (
  context: Context,
  document: ReferenceDocument,
  at: { readonly path: Path; readonly year: YearReference | undefined },
): TypedReference | null => {
  if (typeof document !== 'string') return lowerReference(context, document, at.path)
  const keys = at.year === undefined ? { fact: document } : { fact: document, year: at.year }
  return lowerReference(context, keys, at.path)
}

const referenceOfType = (
  context: Context,
  document: ReferenceDocument | undefined,
  at: {
    readonly path: Path
    readonly year: YearReference | undefined
    readonly types: readonly TypedReference['type'][]
  },
): Reference | null => {
  const key = String(at.path.at(-1))
  if (document === undefined) {
    context.report({ code: 'schema.missing-key', path: at.path.slice(0, -1), params: { key } })
    return null
  }
  const typed = lowerReferenceDocument(context, document, at)
  if (typed === null) return null
  if (at.types.includes(typed.type)) return typed.reference
  const params = { key, expected: at.types, found: typed.type }
  context.report({ code: 'amount.reference-type', path: at.path, params })
  return null
}

const lowerRate = (context: Context, document: AmountObjectDocument, path: Path): Amount | null => {
  const rate = lowerOperand(context, document.rate ?? '', { path: [...path, 'rate'], type: RATE })
  const { year } = document
  const of = referenceOfType(context, document.of, {
    path: [...path, 'of'],
    year,
    types: ['money'],
  })
  return rate === null || of === null ? null : { kind: 'rate', rate, of }
}

const lowerPerUnit = (
  context: Context,
  document: AmountObjectDocument,
  path: Path,
): Amount | null => {
  const place = { path: [...path, 'per-unit'], type: MONEY }
  const value = lowerOperand(context, document['per-unit'] ?? '', place)
  const units = referenceOfType(context, document.units, {
    path: [...path, 'units'],
    year: document.year,
    types: ['count', 'number'],
  })
  return value === null || units === null ? null : { kind: 'per-unit', value, units }
}

const lowerBands = (
  context: Context,
  document: AmountObjectDocument,
  path: Path,
): Amount | null => {
  const documents = document.first ?? []
  const bands = documents.map((band, place): Band | null => {
    const at = [...path, 'first', place]
    const guards = lowerGuards(context, band.if ?? [], [...at, 'if'])
    const amount = lowerAmount(context, band.amount, [...at, 'amount'])
    return guards === null || amount === null ? null : { guards, amount }
  })
  const sound = bands.filter((band) => band !== null)
  return sound.length < bands.length ? null : { kind: 'first', bands: sound }
}

const lowerForm = (
  context: Context,
  document: AmountObjectDocument,
  at: { readonly path: Path; readonly form: Form },
): Amount | null => {
  const { path, form } = at
  switch (form) {
    case 'fixed': {
      const value = lowerOperand(context, document.fixed ?? '', {
        path: [...path, form],
        type: MONEY,
      })
      return value && { kind: 'fixed', value }
    }
    case 'parameter': {
      const use = { parameter: document.parameter ?? '' }
      const value = lowerOperand(context, use, { path, type: MONEY })
      return value && { kind: 'fixed', value }
    }
    case 'rate':
      return lowerRate(context, document, path)
    case 'per-unit':
      return lowerPerUnit(context, document, path)
    case 'first':
      return lowerBands(context, document, path)
    case 'formula': {
      const source = document.formula ?? ''
      const use = { source, type: 'money', period: 'point', path: [...path, form] } as const
      return isSoundFormula(context, use) ? { kind: 'formula', formula: source } : null
    }
    case 'at-most':
    case 'at-least': {
      const amount = lowerAmount(context, document[form] ?? '', [...path, form])
      return amount && { kind: form, amount }
    }
  }
}

const lowerStep = (context: Context, text: string, path: Path): Exact | null => {
  const parsed = parseLiteral(text, MONEY)
  if (parsed.ok && typeof parsed.value === 'object' && parsed.value.n > 0n) return parsed.value
  const params = { found: text, reason: 'step' }
  context.report({ code: parsed.ok ? 'literal.money' : parsed.code, path, params })
  return null
}

type Limited = Extract<Amount, { kind: 'limited' }>

const lowerLimits = (
  context: Context,
  document: AmountObjectDocument,
  path: Path,
): Omit<Limited, 'kind' | 'amount'> | null => {
  const limit = (key: 'cap' | 'floor'): Operand | null => {
    const value = document[key]
    return value === undefined
      ? null
      : lowerOperand(context, value, { path: [...path, key], type: MONEY })
  }
  const [cap, floor] = [limit('cap'), limit('floor')]
  const { round } = document
  const step = round === undefined ? null : lowerStep(context, round.to, [...path, 'round', 'to'])
  const hasFault =
    (document.cap !== undefined && cap === null) ||
    (document.floor !== undefined && floor === null) ||
    (round !== undefined && step === null)
  if (hasFault) return null
  return {
    cap,
    floor,
    round: round === undefined || step === null ? null : { step, mode: round.mode },
  }
}

const STRAY: Readonly<Record<'of' | 'units' | 'year', readonly Form[]>> = {
  of: ['rate'],
  units: ['per-unit'],
  year: ['rate', 'per-unit'],
}

const lowerObject = (
  context: Context,
  document: AmountObjectDocument,
  path: Path,
): Amount | null => {
  const forms = FORMS.filter((form) => document[form] !== undefined)
  const [form] = forms
  if (form === undefined || forms.length > 1) {
    context.report({ code: 'amount.form', path, params: { forms: [...FORMS] } })
    return null
  }
  for (const key of ['of', 'units', 'year'] as const) {
    if (document[key] !== undefined && !STRAY[key].includes(form)) {
      const params = { key, form }
      context.report({ code: 'amount.stray-key', path: [...path, key], params, target: 'key' })
    }
  }
  const amount = lowerForm(context, document, { path, form })
  const limits = lowerLimits(context, document, path)
  if (amount === null || limits === null) return null
  const isLimited = limits.cap !== null || limits.floor !== null || limits.round !== null
  return isLimited ? { kind: 'limited', amount, ...limits } : amount
}

/** An amount of money or a hole; null with the faults reported. */
export const lowerAmount = (
  context: Context,
  document: AmountDocument,
  path: Path,
): Amount | null => {
  if (typeof document === 'object') return lowerObject(context, document, path)
  const value = lowerOperand(context, document, { path, type: MONEY })
  if (value === null) return null
  return value.kind === 'not-found' ? { kind: 'not-found' } : { kind: 'fixed', value }
}
