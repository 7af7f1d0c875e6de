import { formatExact } from '@huiqi/domain'
import type { Clock, Enterprise, LadderView, PointSpan, RungView } from '@huiqi/engine'
import { verdictJson } from './verdict-json.ts'

const spanJson = ({ low, high }: PointSpan) => ({ low: formatExact(low), high: formatExact(high) })

const rungJson = (view: RungView, clock: Clock) => ({
  id: view.rung.id,
  name: view.rung.name,
  held: view.held.kind === 'known' ? view.held.value === true : null,
  grantedOn: view.grantedOn,
  validUntil: view.validUntil,
  verdicts: view.verdicts.map((verdict) => verdictJson(verdict, clock)),
  score:
    view.score === null
      ? null
      : {
          table: view.score.table.id,
          total: spanJson(view.score.total),
          groups: view.score.groups.map((group) => ({
            id: group.id,
            points: spanJson(group.span),
            indicators: group.indicators.map(({ indicator, span }) => ({
              id: indicator.id,
              max: formatExact(indicator.max),
              points: spanJson(span),
            })),
          })),
        },
})

const ladderJson = (view: LadderView, clock: Clock) => ({
  id: view.ladder.id,
  name: view.ladder.name,
  current: view.current?.rung.id ?? null,
  next: view.next?.rung.id ?? null,
  rungs: view.rungs.map((rung) => rungJson(rung, clock)),
})

/** The whole answer of `ladder` for machines; points are exact numbers as text. */
export const laddersJson = (
  enterprise: Enterprise,
  clock: Clock,
  views: readonly LadderView[],
) => ({
  schema: 'huiqi/ladder/1',
  enterprise: { name: enterprise.name, uscc: enterprise.uscc },
  asOf: clock.asOf,
  submittedOn: clock.submittedOn,
  ladders: views.map((view) => ladderJson(view, clock)),
})
