import type { AbsentPart, MeasureChange, MeasureDetail } from '@huiqi/contract'
import { AppError, exactToFen, formatMoney, formatRate } from '@huiqi/domain'
import { type Measure, NOT_FOUND, type Operand, type Target } from '@huiqi/engine'
import { showExact, words } from '@huiqi/wording'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { changesOf } from '../change-repository.ts'
import { inBothLanguages, namedAgency, namedInstrument, summaryOf } from '../measure-summary.ts'
import { figureOf, lastDayOf } from '../measure-traits.ts'
import { amountParts } from './amount-parts.ts'
import { conditionLines, provisionOf, type Telling } from './conditions.ts'
import { namedMeasures, relatedTo, replacementsOf } from './relations.ts'
import { stepsOf } from './steps.ts'

const instrumentOf = (
  { rulebook }: Telling,
  { instrument: id }: Measure,
): MeasureDetail['instrument'] => {
  const instrument = rulebook.instruments.get(id)
  const { number = NOT_FOUND, issuedOn = NOT_FOUND, issuers = [], source = '' } = instrument ?? {}
  return {
    ...namedInstrument(rulebook, id),
    number: number === NOT_FOUND ? null : number,
    issuedOn: issuedOn === NOT_FOUND ? null : issuedOn,
    issuers: issuers.map((issuer) => namedAgency(rulebook, issuer)),
    source,
  }
}

const shareOf = (share: Operand): string | null =>
  share.kind === 'literal' && typeof share.value === 'object' ? formatRate(share.value) : null

const PAYERS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  municipal: { zh: '市级', en: 'the city' },
  district: { zh: '区级', en: 'the district' },
}

type BenefitPart = Pick<MeasureDetail, 'frequency' | 'grants' | 'sharedBy' | 'pool' | 'amount'>

const benefitOf = (telling: Telling, { benefit }: Measure): BenefitPart => {
  const { rulebook, day } = telling
  if (benefit === null) {
    return { frequency: null, grants: null, sharedBy: [], pool: null, amount: null }
  }
  const { grants, pool: poolId, sharedBy, amount, frequency } = benefit
  const title = grants === null ? undefined : rulebook.qualifications.get(grants)
  const pool = poolId === null ? undefined : rulebook.pools.get(poolId)
  return {
    frequency,
    grants: title === undefined ? null : { id: title.id, name: title.name },
    sharedBy: Object.entries(sharedBy ?? {}).map(([payer, share]) => ({
      payer: { id: payer, name: PAYERS[payer] ?? namedAgency(rulebook, payer).name },
      share: shareOf(share),
    })),
    pool:
      pool === undefined
        ? null
        : { id: pool.id, name: pool.name, sizeFen: figureOf(rulebook, pool.size, day) },
    amount: amount === null ? null : amountParts(telling, amount),
  }
}

const targetOf = (telling: Telling, measure: Measure) => (target: Target) => {
  const figure = inBothLanguages(telling, ({ language }) => {
    const isMoney = target.unit.en === 'CNY'
    const text = isMoney
      ? formatMoney(exactToFen(target.value, 'half-up'), language)
      : `${showExact('number', target.value, language)} ${target.unit[language]}`
    return words[language].figure[target.word](text)
  })
  return {
    id: target.id,
    says: target.says,
    figure: figure ?? target.says,
    by: target.by === NOT_FOUND ? null : target.by,
    agency: namedAgency(telling.rulebook, target.agency),
    provision: provisionOf(telling, measure, target.provision),
  }
}

type RulesPart = Pick<
  MeasureDetail,
  'excludes' | 'stacking' | 'targets' | 'evidence' | 'conditions'
>

const rulesOf = (telling: Telling, measure: Measure): RulesPart => {
  const { rulebook, day } = telling
  return {
    conditions: conditionLines(telling, measure),
    excludes: measure.excludes.map(({ measure: other, provision, says }) => ({
      measure: namedMeasures(rulebook, [other])[0] ?? { id: other, name: { zh: other, en: other } },
      says,
      provision: provisionOf(telling, measure, provision),
    })),
    stacking: measure.stacking.flatMap((id) => {
      const group = rulebook.stackingGroups.get(id)
      if (group === undefined) return []
      const { says, atMost, cap } = group
      const capFen = cap === null ? null : figureOf(rulebook, cap, day)
      return [{ id, says, atMost, capFen, provision: { id: group.provision, title: null } }]
    }),
    targets: measure.targets.map(targetOf(telling, measure)),
    evidence: measure.evidence.map(({ id, name, grade, proves }) => ({
      id,
      name,
      grade,
      proves: proves.map((fact) => ({
        id: fact,
        name: rulebook.facts.get(fact)?.name ?? { zh: fact, en: fact },
      })),
    })),
  }
}

const ABSENCES: Readonly<Record<AbsentPart, (measure: Measure) => boolean>> = {
  amount: ({ benefit }) => benefit?.amount?.kind === 'not-found',
  'last-day': ({ inForce }) => inForce.to === NOT_FOUND,
  windows: ({ delivery, calls }) => delivery === 'apply' && calls.length === 0,
  conditions: ({ eligible, delivery }) => eligible === null && delivery !== 'service',
  door: ({ door }) => door === null,
  hotline: ({ door }) => (door?.phone ?? null) === null,
  'supervision-phone': () => true,
}

const absentFrom = (measure: Measure): AbsentPart[] => {
  const parts: readonly AbsentPart[] = [
    'amount',
    'last-day',
    'windows',
    'conditions',
    'door',
    'hotline',
    'supervision-phone',
  ]
  return parts.filter((part) => ABSENCES[part](measure))
}

/** Everything a person asks about a measure, as far as the policies tell it. */
export const detailOf = (
  telling: Telling,
  measure: Measure,
  changes: readonly MeasureChange[],
): MeasureDetail => {
  const { rulebook, day } = telling
  const { snippets: _, ...summary } = summaryOf(rulebook, measure, day)
  return {
    ...summary,
    ...benefitOf(telling, measure),
    ...rulesOf(telling, measure),
    instrument: instrumentOf(telling, measure),
    provision: provisionOf(telling, measure, measure.provision),
    grade: measure.grade,
    inForce: {
      from: measure.inForce.from,
      to: lastDayOf(measure),
      isEndKnown: measure.inForce.to !== NOT_FOUND,
    },
    calls: measure.calls.map(({ id, from, to, says }) => ({
      id,
      opensOn: from,
      closesOn: to === NOT_FOUND ? null : to,
      says,
    })),
    steps: stepsOf(measure),
    agencies: measure.agencies.map((agency) => namedAgency(rulebook, agency)),
    door: measure.door,
    gaps: measure.gaps.map(({ what }) => what),
    absent: absentFrom(measure),
    replaces: namedMeasures(rulebook, measure.replaces),
    replacedBy: replacementsOf(rulebook, measure),
    related: relatedTo(telling, measure),
    changes: [...changes],
  }
}

/** One measure. Throws AppError `unknown-measure`. */
export const showMeasure = async (
  { policies, clock, database }: Platform,
  id: string,
): Promise<MeasureDetail> => {
  const { rulebook } = policies
  const measure = rulebook.measures.get(id)
  if (measure === undefined) throw new AppError('unknown-measure', { id })
  const changes = await inTransaction(database, { kind: 'visitor' }, (work) => changesOf(work, id))
  const told = changes.map(({ kind, happenedOn }) => ({ kind, on: happenedOn }))
  return detailOf({ rulebook, day: clock.today() }, measure, told)
}
