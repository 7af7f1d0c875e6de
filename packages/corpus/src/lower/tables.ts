import { type Exact, parseExact } from '@huiqi/domain'
import type { ClassTable, Guard, Indicator, ScoreTable } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { Path } from '../place.ts'
import type {
  ClassTableDocument,
  IndicatorDocument,
  ItemDocument,
  ScoreTableDocument,
} from '../schema/tables.ts'
import { lowerReferenceDocument } from './amount.ts'
import { lowerGuards, lowerYearlyGuard } from './condition.ts'
import { type Context, findFact } from './context.ts'
import { parseLiteral } from './literal.ts'
import { lowerOperand } from './operand.ts'
import { lowerReference } from './reference.ts'

type LimitDocument = ClassTableDocument['rows'][number]['limits'][number]
type ClassRow = ClassTable['rows'][number]

const lowerLimit = (
  context: Context,
  document: LimitDocument,
  at: { readonly path: Path; readonly count: number },
): ClassRow['limits'][number] | null => {
  const { path, count } = at
  const typed = lowerReference(context, document, path)
  const values = document['at-least']
  if (values.length !== count) {
    const params = { expected: count, found: values.length }
    context.report({ code: 'class-table.limits', path: [...path, 'at-least'], params })
    return null
  }
  if (typed === null) return null
  const operands = values.map((value, place) =>
    lowerOperand(context, value, { path: [...path, 'at-least', place], type: typed }),
  )
  const atLeast = operands.filter((operand) => operand !== null)
  return atLeast.length < operands.length ? null : { reference: typed.reference, atLeast }
}

/** A class table; null with the faults reported. */
export const lowerClassTable = (
  document: ClassTableDocument,
  context: Context,
): ClassTable | null => {
  const by = findFact(context, document.by, ['by'])
  if (by === null) return null
  const list = by.codes === null ? null : (context.vocabulary.codeLists.get(by.codes) ?? null)
  if (by.type !== 'code')
    context.report({ code: 'class-table.by', path: ['by'], params: { fact: by.id } })
  const rows = document.rows.map((row, place): ClassRow | null => {
    const codes = row.codes.map((code, codePlace) => {
      const parsed = parseLiteral(code, { type: 'code', index: list })
      if (parsed.ok) return String(parsed.value)
      const path = ['rows', place, 'codes', codePlace]
      context.report({ code: parsed.code, path, params: parsed.params })
      return null
    })
    const limits = row.limits.map((limit, limitPlace) =>
      lowerLimit(context, limit, {
        path: ['rows', place, 'limits', limitPlace],
        count: document.classes.length - 1,
      }),
    )
    const sound = {
      codes: codes.filter((c) => c !== null),
      limits: limits.filter((l) => l !== null),
    }
    const isWhole = sound.codes.length === codes.length && sound.limits.length === limits.length
    return isWhole ? sound : null
  })
  const sound = rows.filter((row) => row !== null)
  if (sound.length < rows.length) return null
  return { id: document.id, classes: document.classes, by: document.by, rows: sound }
}

const lowerPoints = (report: Report, value: string | number, path: Path): Exact | null => {
  const points = parseExact(String(value))
  if (points === null) report({ code: 'literal.number', path, params: { found: String(value) } })
  return points
}

type Item = Indicator['items'][number]

const lowerPer = (
  context: Context,
  document: ItemDocument,
  path: Path,
): Item['per'] | undefined => {
  const { per, step } = document
  if (per === undefined && step === undefined) return null
  if (per === undefined || step === undefined) {
    context.report({ code: 'score.per-and-step', path })
    return undefined
  }
  const at = { path: [...path, 'per'], year: document.year }
  const typed = lowerReferenceDocument(context, per, at)
  if (typed === null) return undefined
  const parsed = parseLiteral(step, typed)
  if (parsed.ok && typeof parsed.value === 'object' && parsed.value.n > 0n) {
    return { reference: typed.reference, step: parsed.value }
  }
  const params = { found: String(step) }
  context.report({ code: 'score.step', path: [...path, 'step'], params })
  return undefined
}

const lowerItemGuards = (
  context: Context,
  document: ItemDocument,
  path: Path,
): readonly Guard[] | null => {
  const { if: several, points: _points, per, step: _step, ...own } = document
  const hasOwn = own.fact !== undefined || own.formula !== undefined
  if (several !== undefined && hasOwn) {
    context.report({ code: 'score.item-guards', path })
    return null
  }
  if (hasOwn) return lowerYearlyGuard(context, own, path)
  if (several !== undefined) return lowerGuards(context, several, [...path, 'if'])
  const stray = Object.keys(own).filter((key) => !(key === 'year' && per !== undefined))
  for (const key of stray) {
    context.report({ code: 'score.item-guards', path: [...path, key], target: 'key' })
  }
  return stray.length === 0 ? [] : null
}

const lowerItem = (context: Context, document: ItemDocument, path: Path): Item | null => {
  const guards = lowerItemGuards(context, document, path)
  const points = lowerPoints(context.report, document.points, [...path, 'points'])
  const per = lowerPer(context, document, path)
  return guards === null || points === null || per === undefined ? null : { guards, points, per }
}

const lowerIndicator = (
  context: Context,
  document: IndicatorDocument,
  path: Path,
): Indicator | null => {
  const { first, sum, id, says } = document
  const max = lowerPoints(context.report, document.max, [...path, 'max'])
  if ((first === undefined) === (sum === undefined)) {
    context.report({ code: 'score.mode', path })
    return null
  }
  const mode = first === undefined ? 'sum' : 'first'
  const items = (first ?? sum ?? []).map((item, place) =>
    lowerItem(context, item, [...path, mode, place]),
  )
  const sound = items.filter((item) => item !== null)
  return max === null || sound.length < items.length ? null : { id, says, max, mode, items: sound }
}

/** A scoring table; null with the faults reported. */
export const lowerScoreTable = (
  document: ScoreTableDocument,
  context: Context,
): ScoreTable | null => {
  const max = lowerPoints(context.report, document.max, ['max'])
  const groups = document.groups.map((group, place) => {
    const lowered = group.indicators.map((indicator, indicatorPlace) =>
      lowerIndicator(context, indicator, ['groups', place, 'indicators', indicatorPlace]),
    )
    const indicators = lowered.filter((indicator) => indicator !== null)
    return indicators.length < lowered.length
      ? null
      : { id: group.id, name: group.name, indicators }
  })
  const sound = groups.filter((group) => group !== null)
  if (max === null || sound.length < groups.length) return null
  const { id, name, provision } = document
  return { id, name, provision, max, groups: sound }
}
