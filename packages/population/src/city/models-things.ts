import type { Subject } from '@huiqi/engine'
import { type ColumnModel, code, count, day, evenTruth, inYuan } from './column-model.ts'
import { at, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'
import { createPicker } from './picker.ts'

const NEVER = Number.NEGATIVE_INFINITY

/** A model that has values only where the enterprise has such a thing. */
export const whereThere = (subject: Subject, { points, ...model }: ColumnModel): ColumnModel => ({
  ...model,
  value: (draft, row, ago) => {
    const isThere = draft.things.get(subject)?.[row] === 1
    return isThere ? model.value(draft, row, ago) : Number.NaN
  },
})

/** An amount that grows more slowly than revenue. */
const amount =
  (median: number, spread: number): ColumnModel['value'] =>
  (draft, row) => {
    const scale = Math.max(0.05, yearly(draft.revenue, 1, row) / 50_000_000)
    return Math.min(2e9, median * scale ** 0.45 * Math.exp(spread * draft.random.normal()))
  }

const weighted = (weights: Readonly<Record<string, number>>): ColumnModel => {
  const pick = createPicker(Object.values(weights))
  return code(Object.keys(weights), ({ random }) => pick(random.unit()))
}

const PLANT_KINDS = {
  technical_renovation: 48,
  digital_transformation: 18,
  green_upgrade: 12,
  achievement_conversion: 9,
  first_of_kind: 6,
  self_built_compute: 2,
  other: 5,
}

const OFFICE_KINDS = { digital_transformation: 50, self_built_compute: 20, other: 30 }

const projectKind = (): ColumnModel => {
  const codes = Object.keys(PLANT_KINDS)
  const plant = createPicker(Object.values(PLANT_KINDS))
  const office = createPicker(Object.values(OFFICE_KINDS))
  const places = Object.keys(OFFICE_KINDS).map((kind) => codes.indexOf(kind))
  return code(codes, (draft, row) => {
    const unit = draft.random.unit()
    const isPlant = industryOf(draft, row).section === 'C'
    return isPlant ? plant(unit) : (places[office(unit)] ?? 0)
  })
}

/** A day of a year: hires of 2023 are asked for by name. */
const hiredOn: ColumnModel['value'] = ({ frame, random }) => {
  const start = frame.yearStarts[3] ?? frame.day
  return start + Math.floor(random.unit() * Math.max(1, frame.day - start))
}

const TRUTHS: Readonly<Record<string, number>> = {
  'contract.is_affiliated': 0.08,
  'contract.provider_is_listed': 0.7,
  'contract.has_agreed_late_rate': 0.4,
  'loan.is_credit_loan': 0.35,
  'loan.is_first_inclusive': 0.12,
  'loan.bank_in_shanghai': 0.93,
  'loan.guaranteed_by_centre': 0.2,
  'loan.is_working_capital': 0.8,
  'loan.is_owner_business_loan': 0.1,
  'loan.still_needed': 0.6,
  'loan.borrower_is_short_of_cash': 0.3,
  'loan.is_diverted': 0.01,
  'loan.has_overdue_interest': 0.02,
  'loan.has_debt_evasion': 0.003,
  'loan.is_pilot_product': 0.2,
  'loan.has_other_risk_compensation': 0.06,
  'hire.insurance_paid': 0.97,
  'project.has_bank_loan': 0.45,
  'project.has_financial_lease': 0.15,
  'project.is_domestic_compute': 0.6,
}

/** Models of projects, contracts, loans and the like. */
export const THING_MODELS: Readonly<Record<string, ColumnModel>> = {
  ...Object.fromEntries(
    Object.entries(TRUTHS).map(([fact, probability]) => [fact, evenTruth(probability)]),
  ),
  'project.kind': projectKind(),
  'project.total_investment': inYuan((draft, row) => at(draft.investment, row)),
  'project.approved_investment': inYuan(
    (draft, row) => at(draft.investment, row) * (0.75 + 0.25 * draft.random.unit()),
  ),
  'project.plan_investment': inYuan((draft, row) => at(draft.investment, row)),
  'contract.value': inYuan(amount(900_000, 1.2)),
  'contract.first_year_rent': inYuan(amount(500_000, 1.1)),
  'contract.overdue_amount': inYuan(amount(400_000, 1.2)),
  'contract.days_overdue': count(({ random }) => Math.floor(random.exponential() * 90)),
  'loan.principal': inYuan((draft, row) => at(draft.principal, row)),
  'loan.interest_paid': inYuan(
    (draft, row) => at(draft.principal, row) * (0.028 + 0.025 * draft.random.unit()),
  ),
  'loan.granted_on': day((draft, row) => at(draft.lentOn, row)),
  'loan.due_on': day((draft, row) => at(draft.lentOn, row) + 180 * (1 + draft.random.below(6))),
  'loan.renewal_asked_on': day((draft, row) => {
    const asked = at(draft.lentOn, row) + 150 + draft.random.below(900)
    return draft.random.chance(0.6) || asked > draft.frame.day ? NEVER : asked
  }),
  'hire.persons': count(({ random }) => 1 + Math.floor(random.exponential() * 2)),
  'hire.hired_on': day(hiredOn),
  'hire.contract_months': count(({ random }) => 12 * (1 + random.below(3))),
  'hire.group': weighted({ other: 70, unemployed_three_months: 20, graduate_2023_shanghai: 10 }),
}
