import { parseExact } from '@huiqi/domain'
import type {
  Benefit,
  Call,
  Condition,
  Door,
  Exclusion,
  Instrument,
  Measure,
  Operand,
  Target,
} from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { BenefitDocument, MeasureDocument, TargetDocument } from '../schema/measure.ts'
import { lowerAmount } from './amount.ts'
import { lowerCondition } from './condition.ts'
import type { Context } from './context.ts'
import { lowerDate, lowerOpenDate } from './dates.ts'
import { lowerOperand } from './operand.ts'
import type { Vocabulary } from './vocabulary.ts'

const ROOT_SAYS = { zh: '符合全部条件', en: 'meets the conditions' }

const lowerShares = (
  context: Context,
  document: BenefitDocument,
): Readonly<Record<string, Operand>> | null | undefined => {
  const shares = document['shared-by']
  if (shares === undefined) return null
  const lowered = Object.entries(shares).map(([payer, share]) => {
    const path = ['benefit', 'shared-by', payer]
    const operand = lowerOperand(context, share, { path, type: { type: 'rate', index: null } })
    return operand && ([payer, operand] as const)
  })
  const sound = lowered.filter((entry) => entry !== null)
  return sound.length < lowered.length ? undefined : Object.fromEntries(sound)
}

const lowerBenefit = (context: Context, document: BenefitDocument): Benefit | undefined => {
  const given = document.amount
  const amount = given === undefined ? null : lowerAmount(context, given, ['benefit', 'amount'])
  const sharedBy = lowerShares(context, document)
  if ((given !== undefined && amount === null) || sharedBy === undefined) return undefined
  return {
    kind: document.kind,
    grants: document.grants ?? null,
    amount,
    frequency: document.frequency ?? (context.about === 'enterprise' ? 'once' : 'each'),
    sharedBy,
    pool: document.pool ?? null,
  }
}

const TARGET_WORDS = ['at-least', 'at-most', 'more-than', 'less-than', 'about'] as const

const lowerTarget = (
  report: Report,
  document: TargetDocument,
  at: { readonly place: number; readonly provision: string },
): Target | null => {
  const path = ['targets', at.place]
  const words = TARGET_WORDS.filter((word) => document[word] !== undefined)
  const [word] = words
  if (word === undefined || words.length > 1) {
    report({ code: 'target.word', path, params: { allowed: [...TARGET_WORDS] } })
    return null
  }
  const text = String(document[word]).replaceAll(',', '')
  const value = parseExact(text)
  if (value === null)
    report({ code: 'literal.number', path: [...path, word], params: { found: text } })
  const by = lowerOpenDate(report, document.by, [...path, 'by'])
  if (value === null || by === null) return null
  const { id, says, unit, agency, provision = at.provision } = document
  return { id, says, word, value, unit, by, agency, provision }
}

const lowerCalls = (report: Report, document: MeasureDocument): readonly Call[] =>
  (document.calls ?? []).flatMap((call, place) => {
    const from = lowerDate(report, call.from, ['calls', place, 'from'])
    const to = lowerOpenDate(report, call.to, ['calls', place, 'to'])
    if (from === null || to === null) return []
    return [{ id: call.id, from, to, says: call.says ?? null }]
  })

const lowerInForce = (report: Report, document: MeasureDocument): Measure['inForce'] | null => {
  const { from: fromText, to: toText } = document['in-force']
  const from = lowerDate(report, fromText, ['in-force', 'from'])
  const to = toText === undefined ? null : lowerOpenDate(report, toText, ['in-force', 'to'])
  return from === null || (toText !== undefined && to === null) ? null : { from, to }
}

const lowerEligible = (
  context: Context,
  document: MeasureDocument,
): Condition | null | undefined => {
  const { eligible, provision } = document
  if (eligible === undefined) return null
  const place = { path: ['eligible'], provision, says: ROOT_SAYS }
  return lowerCondition(context, eligible, place) ?? undefined
}

const lowerExclusions = (document: MeasureDocument): readonly Exclusion[] =>
  (document.excludes ?? []).map(({ measure, says, provision = document.provision }) => ({
    measure,
    provision,
    says,
  }))

/** What a measure is read against. */
export interface MeasureSetting {
  readonly vocabulary: Vocabulary
  readonly report: Report
  /** The instrument of its folder; null when there is none or it has a fault. */
  readonly instrument: Instrument | null
}

/** The folder of a measure: all of its id but the last part. */
export const instrumentOf = (measureId: string): string =>
  measureId.slice(0, Math.max(0, measureId.lastIndexOf('/')))

const listsOf = (
  document: MeasureDocument,
): Pick<Measure, 'agencies' | 'stacking' | 'evidence' | 'replaces' | 'gaps' | 'excludes'> => ({
  agencies: document.agencies ?? [],
  stacking: document.stacking ?? [],
  evidence: document.evidence ?? [],
  replaces: document.replaces ?? [],
  gaps: (document.gaps ?? []).map((what) => ({ what })),
  excludes: lowerExclusions(document),
})

const lowerDoor = ({ door }: MeasureDocument): Door | null =>
  door == null ? null : { name: door.name, url: door.url ?? null, phone: door.phone ?? null }

/** A measure; null with the faults reported. */
export const lowerMeasure = (
  document: MeasureDocument,
  setting: MeasureSetting,
): Measure | null => {
  const { vocabulary, report, instrument } = setting
  const about = document.about ?? 'enterprise'
  const context: Context = { vocabulary, report, about }
  const inForce = lowerInForce(report, document)
  const eligible = lowerEligible(context, document)
  const benefit = document.benefit === undefined ? null : lowerBenefit(context, document.benefit)
  const calls = lowerCalls(report, document)
  const { provision } = document
  const targets = (document.targets ?? []).map((target, place) =>
    lowerTarget(report, target, { place, provision }),
  )
  if (inForce === null || eligible === undefined || benefit === undefined) return null
  const { id, name, lead, delivery, plain } = document
  return {
    id,
    instrument: instrumentOf(id),
    name,
    provision,
    lead,
    delivery,
    about,
    inForce,
    grade: document.grade ?? instrument?.grade ?? 'weak',
    eligible,
    benefit,
    calls,
    targets: targets.filter((target) => target !== null),
    door: lowerDoor(document),
    ...listsOf(document),
    plain,
  }
}
