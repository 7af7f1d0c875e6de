import { formatExact } from '@huiqi/domain'
import type { Clock, Enterprise, LadderView, PointSpan, RungView } from '@huiqi/engine'
import { verdictJson } from './verdict-json.ts'

const spanJson = ({ low, high }: PointSpan) => ({ low: formatExact(low), high: formatExact(high) })

const rungJson = (view: RungView) => ({
  id: view.rung.id,
  held: view.held.kind === 'known' ? view.held.value === true : null,
  grantedOn: view.grantedOn,
  validUntil: view.validUntil,
  verdicts: view.verdicts.map(verdictJson),
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

const ladderJson = (view: LadderView) => ({
  id: view.ladder.id,
  current: view.current?.rung.id ?? null,
  next: view.next?.rung.id ?? null,
  rungs: view.rungs.map(rungJson),
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
  ladders: views.map(ladderJson),
})
