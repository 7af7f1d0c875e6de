import type { MeasureMatch, MoneyTotal } from '@huiqi/population'
import { showLabel } from '../simulation/show-groups.ts'
import { groupCounts, type MatchPage } from './match-page.ts'

const amountJson = ({ low, high, unbounded, unknown }: MoneyTotal) => ({
  lowFen: low,
  highFen: high,
  amountUnbounded: unbounded,
  amountUnknown: unknown,
})

const measureJson = (page: MatchPage, found: MeasureMatch, place: number) => {
  const { measure, status, certain, possible, money } = found
  const { rulebook } = page
  return {
    measure: measure.id,
    name: measure.name,
    status,
    certain,
    open: possible - certain,
    amount: money === null ? null : amountJson(money),
    groups: groupCounts(page, place).map(({ name, grouping, labels }) => ({
      by: name,
      labels: labels.map(({ label, ...counts }) => ({
        label,
        name: {
          zh: showLabel(rulebook, grouping, { label, language: 'zh' }),
          en: showLabel(rulebook, grouping, { label, language: 'en' }),
        },
        ...counts,
      })),
    })),
  }
}

/** The answer as JSON, `huiqi/city-match/1`. */
export const matchJson = (page: MatchPage) => ({
  schema: 'huiqi/city-match/1',
  synthetic: page.head.synthetic,
  rows: page.match.rows,
  asOf: page.clock.asOf,
  submittedOn: page.clock.submittedOn,
  measures: page.match.measures.map((found, place) => measureJson(page, found, place)),
})
