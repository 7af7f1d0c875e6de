import type { Exact, Fen } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import type { Comparison, Side } from './compare-reach.ts'
import type { BudgetOutlook, SimulationReport, Spending } from './simulation-report.ts'
import { budgetEnd, type Days, partOf, spendingDays, spreadOverMonths } from './spending.ts'
import { joinTallies } from './tally.ts'

/** What is assumed of the money: who applies, over which days, from which budget. */
export interface Assumed {
  readonly horizon: Days
  readonly takeUp: Exact
  /** Null when there is no limit. */
  readonly budget: Fen | null
}

const costOf = ({ certain, open }: Side, takeUp: Exact) => {
  const both = joinTallies(certain, open)
  return {
    low: partOf(certain.low, takeUp),
    high: partOf(certain.high, takeUp),
    withOpen: partOf(both.high, takeUp),
  }
}

/** What a version costs by month. */
export const spendingOf = (measure: Measure, side: Side, assumed: Assumed): Spending => {
  const { horizon, takeUp } = assumed
  const { low, high } = costOf(side, takeUp)
  const spending = spendingDays(measure, horizon)
  return { ...spending, low, high, months: spreadOverMonths({ low, high }, spending.days, horizon) }
}

/** How the budget fares with a version; null without one. */
export const outlookOf = (measure: Measure, side: Side, assumed: Assumed): BudgetOutlook | null => {
  const { horizon, takeUp, budget } = assumed
  if (budget === null) return null
  const { days } = spendingDays(measure, horizon)
  const cost = costOf(side, takeUp)
  return {
    low: budgetEnd(budget, cost.low, days),
    high: budgetEnd(budget, cost.high, days),
    withOpen: budgetEnd(budget, cost.withOpen, days),
  }
}

/** Costs and budget of both versions. */
export const moneyOf = (
  versions: { readonly before: Measure; readonly after: Measure },
  comparison: Comparison,
  assumed: Assumed,
): Pick<SimulationReport, 'takeUp' | 'horizon' | 'spending' | 'budget'> => {
  const { takeUp, horizon, budget: size } = assumed
  const before = outlookOf(versions.before, comparison.before, assumed)
  const after = outlookOf(versions.after, comparison.after, assumed)
  return {
    takeUp,
    horizon,
    spending: {
      before: spendingOf(versions.before, comparison.before, assumed),
      after: spendingOf(versions.after, comparison.after, assumed),
    },
    budget: size === null || before === null || after === null ? null : { size, before, after },
  }
}
