import type { IsoDate } from '@huiqi/domain'
import type { Ladder, Measure } from './model.ts'
import type { Resolved } from './resolved.ts'
import { fillScoreSheet, type ScoreSheet } from './score.ts'
import type { Situation } from './situation.ts'
import { decide, isInForce, type Verdict } from './verdict.ts'

/** One rung as it stands for an enterprise. */
export interface RungView {
  readonly rung: Ladder['rungs'][number]
  readonly held: Resolved
  /** Date of grant and last day of the title held; null when not a title or not known. */
  readonly grantedOn: IsoDate | string | null
  readonly validUntil: IsoDate | string | null
  /** Verdicts of the measures in force on the day that lead to the rung. */
  readonly verdicts: readonly Verdict[]
  readonly score: ScoreSheet | null
}

/** A ladder filled in for an enterprise; `current` is the highest rung held, null when none is. */
export interface LadderView {
  readonly ladder: Ladder
  readonly rungs: readonly RungView[]
  readonly current: RungView | null
  /** The rung above the highest one held; null at the top. */
  readonly next: RungView | null
}

const dateFact = (situation: Situation, fact: string): string | null => {
  if (!situation.rulebook.facts.has(fact)) return null
  const resolved = situation.resolve(fact, null)
  return resolved.kind === 'known' ? String(resolved.value) : null
}

const rungView = (situation: Situation, rung: Ladder['rungs'][number]): RungView => {
  const { rulebook, clock } = situation
  const measures = rung.measures
    .map((id) => rulebook.measures.get(id))
    .filter((measure): measure is Measure => measure !== undefined)
    .filter((measure) => isInForce(measure, clock.submittedOn))
  return {
    rung,
    held: situation.resolve(rung.held, null),
    grantedOn: dateFact(situation, `${rung.held}.granted_on`),
    validUntil: dateFact(situation, `${rung.held}.valid_until`),
    verdicts: measures.map((measure) => decide(measure, situation)),
    score: rung.score === null ? null : fillScoreSheet(situation, rung.score),
  }
}

/** Fills in a ladder: which rung is held, and how the measures that lead to each come out. */
export const viewLadder = (ladder: Ladder, situation: Situation): LadderView => {
  const rungs = ladder.rungs.map((rung) => rungView(situation, rung))
  const top = rungs.findLastIndex(({ held }) => held.kind === 'known' && held.value === true)
  return { ladder, rungs, current: rungs[top] ?? null, next: rungs[top + 1] ?? null }
}
