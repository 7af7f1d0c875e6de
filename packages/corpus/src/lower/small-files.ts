import { addDays, parseDate } from '@huiqi/domain'
import {
  type Instrument,
  type Ladder,
  NOT_FOUND,
  type Parameter,
  type Pool,
  type StackingGroup,
  type SynonymGroup,
} from '@huiqi/engine'
import type { z } from 'zod'
import type { Report } from '../finding.ts'
import type { Path } from '../place.ts'
import type { InstrumentDocument } from '../schema/measure.ts'
import type { ladders, parameters, pools, stacking, synonyms } from '../schema/vocabulary.ts'
import type { Context } from './context.ts'
import { lowerDate, lowerOpenDate } from './dates.ts'
import { type LiteralType, parseLiteral } from './literal.ts'
import { lowerOperand } from './operand.ts'

const MONEY: LiteralType = { type: 'money', index: null }

/** An instrument; null with the faults reported. */
export const lowerInstrument = (
  document: InstrumentDocument,
  report: Report,
): Instrument | null => {
  const issuedOn = lowerOpenDate(report, document['issued-on'], ['issued-on'])
  if (issuedOn === null) return null
  const { id, name, number, issuers, source, grade } = document
  const provisions = Object.entries(document.provisions).map(([provision, title]) => ({
    id: provision,
    title,
  }))
  return { id, name, number, issuers, issuedOn, source, grade, provisions }
}

type ParametersDocument = z.infer<typeof parameters>
type ParameterDocument = ParametersDocument['parameters'][string]
type DatedValue = Parameter['values'][number]

/** A period without a last day ends where the next one begins. */
const dayBefore = (next: string | undefined): string | null => {
  const date = next === undefined ? null : parseDate(next)
  return date === null ? null : addDays(date, -1)
}

const lowerDatedValue = (
  report: Report,
  document: ParameterDocument['values'][number],
  at: { readonly path: Path; readonly type: LiteralType; readonly next: string | undefined },
): DatedValue | null => {
  const { path, type } = at
  const from = lowerDate(report, document.from, [...path, 'from'])
  const toText = document.to ?? dayBefore(at.next)
  const to = toText === null ? null : lowerOpenDate(report, toText, [...path, 'to'])
  const provision = document.provision ?? ''
  if (from === null || (toText !== null && to === null)) return null
  const open = to === NOT_FOUND ? null : to
  if (document.value === NOT_FOUND) return { from, to: open, value: NOT_FOUND, provision }
  const parsed = parseLiteral(document.value, type)
  if (parsed.ok) return { from, to: open, value: parsed.value, provision }
  report({ code: parsed.code, path: [...path, 'value'], params: parsed.params })
  return null
}

/** The parameters of one file; their ids begin with its folder. Faulty ones are left out and reported. */
export const lowerParameters = (
  document: ParametersDocument,
  folder: string,
  report: Report,
): readonly Parameter[] =>
  Object.entries(document.parameters).flatMap(([key, entry]) => {
    if (entry.type === 'code') {
      report({ code: 'parameter.code', path: ['parameters', key, 'type'] })
      return []
    }
    const type = { type: entry.type, index: null }
    const lowered = entry.values.map((value, place) =>
      lowerDatedValue(report, value, {
        path: ['parameters', key, 'values', place],
        type,
        next: entry.values[place + 1]?.from,
      }),
    )
    const values = lowered.filter((value) => value !== null)
    if (values.length < lowered.length) return []
    return [{ id: `${folder}/${key}`, name: entry.name, type: entry.type, values }]
  })

/** Stacking groups; faulty ones are left out and reported. */
export const lowerStacking = (
  document: z.infer<typeof stacking>,
  context: Context,
): readonly StackingGroup[] =>
  Object.entries(document.stacking).flatMap(([id, { says, provision, cap: capText, ...rest }]) => {
    const path = ['stacking', id, 'cap']
    const cap = capText === undefined ? null : lowerOperand(context, capText, { path, type: MONEY })
    if (capText !== undefined && cap === null) return []
    return [{ id, says, provision, atMost: rest['at-most'] ?? null, cap }]
  })

/** Budget pools; faulty ones are left out and reported. */
export const lowerPools = (document: z.infer<typeof pools>, context: Context): readonly Pool[] =>
  Object.entries(document.pools).flatMap(([id, { name, provision, size: sizeText }]) => {
    const size = lowerOperand(context, sizeText, { path: ['pools', id, 'size'], type: MONEY })
    return size === null ? [] : [{ id, name, size, provision }]
  })

/** Ladders of titles and growth steps. */
export const lowerLadders = (document: z.infer<typeof ladders>): readonly Ladder[] =>
  Object.entries(document.ladders).map(([id, { name, rungs, dates }]) => ({
    id,
    name,
    rungs: rungs.map((rung) => ({ ...rung, score: rung.score ?? null })),
    dates: (dates ?? []).map((date) => ({
      says: date.says,
      yearlyOn: date['yearly-on'] ?? null,
      monthsAfterGrant: date['months-after-grant'] ?? null,
      provision: date.provision,
    })),
  }))

/** Groups of words that find the same. */
export const lowerSynonyms = (document: z.infer<typeof synonyms>): readonly SynonymGroup[] =>
  document.synonyms.map(({ zh, en }) => ({ zh, en: en ?? [] }))
