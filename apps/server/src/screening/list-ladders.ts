import type { Ladder, LadderList, Rung } from '@huiqi/contract'
import { formatExact } from '@huiqi/domain'
import { opennessOf, type RungView, viewLadder } from '@huiqi/engine'
import type { Bench } from '../enterprises/in-both-languages.ts'
import type { Asking } from '../enterprises/read-file.ts'
import type { Platform } from '../platform/platform.ts'
import { showChange, showNeeded } from './say-parts.ts'
import type { Screening } from './screen.ts'
import { screenFile } from './screen-file.ts'

const showRung = (bench: Bench, view: RungView): Rung => ({
  id: view.rung.id,
  name: view.rung.name,
  isHeld: view.held.kind === 'known' ? view.held.value === true : null,
  grantedOn: view.grantedOn,
  validUntil: view.validUntil,
  verdicts: view.verdicts.map((verdict) => ({
    measure: { id: verdict.measure.id, name: verdict.measure.name },
    outcome: verdict.outcome,
    changes: verdict.changes?.map((change) => showChange(bench, change)) ?? null,
    missing: opennessOf(verdict).missing.flatMap((need) => showNeeded(bench, need)),
  })),
  score:
    view.score === null
      ? null
      : {
          low: formatExact(view.score.total.low),
          high: formatExact(view.score.total.high),
          max: formatExact(view.score.table.max),
        },
})

/** The ladders filled in, with the gap to each rung. */
export const laddersOf = ({ at, situationFor }: Screening): readonly Ladder[] => {
  const bench = { rulebook: at.rulebook, day: at.day }
  const situation = situationFor(null)
  return at.rulebook.corpus.ladders.map((ladder) => {
    const { rungs, current, next } = viewLadder(ladder, situation)
    return {
      id: ladder.id,
      name: ladder.name,
      current: current?.rung.id ?? null,
      next: next?.rung.id ?? null,
      rungs: rungs.map((view) => showRung(bench, view)),
    }
  })
}

/** The ladders filled in for an enterprise. */
export const listLadders = (
  platform: Platform,
  asking: Asking,
  enterprise: string,
): Promise<LadderList> =>
  screenFile(platform, asking, {
    enterprise,
    part: 'ladders',
    answer: ({ screening }) => ({ entries: [...laddersOf(screening)] }),
  })
