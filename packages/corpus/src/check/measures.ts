import { add, compare, type Exact, formatRate, ONE, ZERO } from '@huiqi/domain'
import type { Amount, Benefit, BenefitKind, Measure } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import type { Path } from '../place.ts'
import { unreachableBands } from './bands.ts'
import { checkConditions, demandsOf, type Surrounding } from './conditions.ts'

const MONEY_KINDS: ReadonlySet<BenefitKind> = new Set([
  'award',
  'subsidy',
  'interest-subsidy',
  'voucher',
])
const PLAIN_KINDS: ReadonlySet<BenefitKind> = new Set(['title', 'service'])

const checkShares = (report: Report, { sharedBy }: Benefit): void => {
  const shares = Object.values(sharedBy ?? {})
  const known = shares.flatMap((share): Exact[] =>
    share.kind === 'literal' && typeof share.value === 'object' ? [share.value] : [],
  )
  const sum = known.reduce(add, ZERO)
  const isWhole = known.length === shares.length
  const order = compare(sum, ONE)
  if (known.length === 0 || order === 0 || (!isWhole && order < 0)) return
  const params = { found: formatRate(sum) }
  report({ code: 'benefit.shares-sum', path: ['benefit', 'shared-by'], params })
}

const checkBenefit = (report: Report, benefit: Benefit): void => {
  const { kind, grants, amount } = benefit
  const path = ['benefit']
  if (kind === 'title' && grants === null) report({ code: 'benefit.grants-missing', path })
  if (kind !== 'title' && grants !== null) {
    report({ code: 'benefit.grants-unwanted', path: [...path, 'grants'] })
  }
  if (MONEY_KINDS.has(kind) && amount === null) {
    report({ code: 'benefit.amount-missing', path, params: { kind } })
  }
  if (PLAIN_KINDS.has(kind) && amount !== null) {
    report({ code: 'benefit.amount-unwanted', path: [...path, 'amount'], params: { kind } })
  }
  checkShares(report, benefit)
}

const isMoneyRule = ({ eligible, benefit }: Measure): boolean =>
  eligible !== null && benefit?.amount != null && benefit.amount.kind !== 'not-found'

const checkGrade = (report: Report, measure: Measure): void => {
  const { grade, delivery } = measure
  const isSufficient = grade === 'primary' || grade === 'corroborated'
  if (isSufficient || !isMoneyRule(measure)) return
  const code = delivery === 'automatic' ? 'measure.automatic-weak-grade' : 'measure.weak-grade'
  report({ code, path: ['grade'], params: { grade } })
}

const checkDelivery = (report: Report, measure: Measure): void => {
  const { delivery, eligible, benefit, door, gaps } = measure
  if (delivery === 'service') {
    const isRule = eligible !== null || (benefit?.amount ?? null) !== null
    if (isRule) report({ code: 'measure.service-rule', path: ['delivery'] })
    if (door === null) report({ code: 'measure.door-missing', path: ['delivery'] })
  } else if (eligible === null && gaps.length === 0) {
    report({ code: 'measure.rule-missing', path: ['delivery'] })
  }
}

const checkRepeatedIds = (report: Report, measure: Measure): void => {
  for (const key of ['calls', 'targets', 'evidence'] as const) {
    const ids = measure[key].map(({ id }) => id)
    for (const [place, id] of ids.entries()) {
      if (ids.indexOf(id) === place) continue
      report({ code: 'id.repeated', path: [key, place, 'id'], params: { id } })
    }
  }
}

interface AmountCheck {
  readonly vocabulary: Vocabulary
  readonly report: Report
  readonly around: Surrounding
}

const checkAmount = (check: AmountCheck, amount: Amount, path: Path): void => {
  switch (amount.kind) {
    case 'limited':
      checkAmount(check, amount.amount, path)
      return
    case 'at-most':
    case 'at-least':
      checkAmount(check, amount.amount, [...path, amount.kind])
      return
    case 'first': {
      const guards = amount.bands.map((band) => band.guards)
      for (const place of unreachableBands(check.vocabulary, guards, check.around)) {
        check.report({ code: 'amount.band-unreachable', path: [...path, 'first', place] })
      }
      for (const [place, band] of amount.bands.entries()) {
        checkAmount(check, band.amount, [...path, 'first', place, 'amount'])
      }
      return
    }
    default:
      return
  }
}

/** What a measure says is consistent in itself. */
export const checkMeasure = (vocabulary: Vocabulary, measure: Measure, report: Report): void => {
  const { eligible, benefit } = measure
  if (eligible !== null) checkConditions(vocabulary, eligible, report)
  if (benefit !== null) checkBenefit(report, benefit)
  if (benefit?.amount != null) {
    const around = demandsOf(vocabulary, eligible)
    checkAmount({ vocabulary, report, around }, benefit.amount, ['benefit', 'amount'])
  }
  checkGrade(report, measure)
  checkDelivery(report, measure)
  checkRepeatedIds(report, measure)
}
