import { formatExact } from '@huiqi/domain'
import {
  type BudgetEnd,
  type BudgetOutlook,
  type Change,
  type Comparison,
  placeValueText,
  type Side,
  type Spending,
  type Tally,
} from '@huiqi/population'
import type { SimulationPage } from './simulation-page.ts'

const tallyJson = ({ count, low, high, unbounded, unknown }: Tally) => ({
  count,
  lowFen: low,
  highFen: high,
  amountUnknown: unknown,
  amountUnbounded: unbounded,
})

const sideJson = ({ certain, open }: Side) => ({
  certain: tallyJson(certain),
  open: tallyJson(open),
})

const comparisonJson = ({ before, after, gained, lost, kept }: Comparison) => ({
  before: sideJson(before),
  after: sideJson(after),
  gained: tallyJson(gained),
  lost: tallyJson(lost),
  kept: {
    before: tallyJson(kept.before),
    after: tallyJson(kept.after),
    raised: kept.raised,
    lowered: kept.lowered,
  },
})

const changeJson = ({ place, before, after }: Change) => ({
  path: place.path,
  says: place.says,
  before: placeValueText(before),
  after: placeValueText(after),
})

const spendingJson = ({ basis, days, low, high, months }: Spending) => ({
  basis,
  days,
  lowFen: low,
  highFen: high,
  months: months.map(({ month, days: open, low: least, high: most }) => ({
    month,
    days: open,
    lowFen: least,
    highFen: most,
  })),
})

const endJson = (end: BudgetEnd) => {
  switch (end.kind) {
    case 'lasts':
      return { kind: end.kind, leftFen: end.left }
    case 'runs-out':
      return { kind: end.kind, on: end.on, shortFen: end.short }
    case 'no-days':
      return { kind: end.kind }
  }
}

const outlookJson = ({ low, high, withOpen }: BudgetOutlook) => ({
  low: endJson(low),
  high: endJson(high),
  withOpen: endJson(withOpen),
})

const sweepJson = ({ report }: SimulationPage) =>
  report.sweep === null
    ? null
    : {
        path: report.sweep.place.path,
        points: report.sweep.points.map(({ value, side, gained, lost, budget }) => ({
          value: placeValueText(value),
          ...sideJson(side),
          gained: tallyJson(gained),
          lost: tallyJson(lost),
          budget: budget && outlookJson(budget),
        })),
      }

/** The whole simulation for machines; the shape is described in docs/json-output.md. */
export const simulationJson = (page: SimulationPage) => {
  const { report, source, changes } = page
  const { budget } = report
  return {
    schema: 'huiqi/simulation/1',
    measure: report.after.id,
    asOf: report.clock.asOf,
    submittedOn: report.clock.submittedOn,
    population: {
      rows: report.rows,
      synthetic: source.isSynthetic,
      assumption: source.assumption?.says ?? null,
      lacksThings: report.lacksThings,
    },
    changes: changes.map(changeJson),
    hasMoney: report.hasMoney,
    ...comparisonJson(report.comparison),
    breakdowns: report.breakdowns.map(({ grouping, groups }) => ({
      by: grouping.kind === 'ladder' ? grouping.ladder : grouping.fact,
      groups: groups.map(({ label, comparison }) => ({ label, ...comparisonJson(comparison) })),
    })),
    samples: report.samples,
    takeUp: formatExact(report.takeUp),
    horizon: report.horizon,
    spending: {
      before: spendingJson(report.spending.before),
      after: spendingJson(report.spending.after),
    },
    budget: budget && {
      sizeFen: budget.size,
      before: outlookJson(budget.before),
      after: outlookJson(budget.after),
    },
    overlap: report.overlap,
    automatic: report.automatic,
    sweep: sweepJson(page),
  }
}
