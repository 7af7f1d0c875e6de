import { type Fen, fen, type IsoDate } from '@huiqi/domain'
import {
  candidatesOf,
  combine,
  type LadderView,
  type Match,
  MONEY_RECEIVED,
  matchEnterprise,
  type Question,
  type Rulebook,
  situationOf,
  stackingRulesOf,
  type Verdict,
  viewLadder,
} from '@huiqi/engine'
import { type Piles, pilesOf, type Total, totalOf } from '@huiqi/wording'
import { type Answers, answerKey, askedKey, toEnterprise } from './answers.ts'

/** Money that open verdicts could still bring. */
export interface Possible {
  readonly more: Fen
  /** Benefits whose amount has no upper end. */
  readonly open: number
}

/** Everything the check shows for some answers. */
export interface Result {
  readonly match: Match
  readonly piles: Piles
  /** What can be had now: automatic, and to apply for. */
  readonly sure: Total
  readonly automatic: Total
  readonly apply: Total
  readonly possible: Possible
  /** Questions nobody has put aside; the best first, those put off last. */
  readonly questions: readonly Question[]
  readonly ladders: readonly LadderView[]
}

const isOpen = ({ outcome }: Verdict): boolean =>
  outcome === 'met' || outcome === 'unknown' || outcome === 'needs-review'

const isReachable = (match: Match, { measure }: Verdict): boolean => {
  const call = match.calls.get(measure.id)?.kind
  return call !== 'closed' && call !== 'coming'
}

/** What is possible when every open verdict comes out well, in the best legal combination. */
const possibleOf = (
  match: Match,
  rules: ReturnType<typeof stackingRulesOf>,
  sure: Total,
): Possible => {
  const hopeful = match.verdicts
    .filter((verdict) => isOpen(verdict) && isReachable(match, verdict))
    .map((verdict): Verdict => ({ ...verdict, outcome: 'met' }))
  const combination = combine(candidatesOf(hopeful), rules)
  const total = totalOf({ ...match, combination }, hopeful)
  return { more: fen(Math.max(0, total.high - sure.low)), open: total.open.count }
}

/**
 * The questions in the order in which they are put: those put off last, and behind them those whose
 * answer was too general to decide.
 */
export const orderQuestions = (
  questions: readonly Question[],
  { facts, unknown, later }: Pick<Answers, 'facts' | 'unknown' | 'later'>,
): readonly Question[] => {
  const left = questions.filter(({ asked }) => !unknown.includes(askedKey(asked)))
  const general = new Set(facts.map(answerKey))
  const place = ({ asked }: Question): number => {
    const key = askedKey(asked)
    return general.has(key) ? later.length : later.indexOf(key)
  }
  return left.toSorted((a, b) => place(a) - place(b))
}

/** Answers every measure for what has been said so far. */
export const resultOf = (rulebook: Rulebook, answers: Answers, today: IsoDate): Result => {
  const enterprise = toEnterprise(answers)
  const clock = { asOf: today, submittedOn: today }
  const match = matchEnterprise(rulebook, enterprise, clock)
  const situation = situationOf(rulebook, enterprise, { clock })
  const piles = pilesOf(match)
  const sure = totalOf(match, [...piles.automatic, ...piles.apply])
  return {
    match,
    piles,
    sure,
    automatic: totalOf(match, piles.automatic),
    apply: totalOf(match, piles.apply),
    possible: possibleOf(match, stackingRulesOf(situation), sure),
    questions: orderQuestions(match.questions, answers),
    ladders: rulebook.corpus.ladders.map((ladder) => viewLadder(ladder, situation)),
  }
}

/** The most that the measures behind a question could bring; `isOpen` when some have no upper end. */
export const stakeOf = (
  { verdicts }: Match,
  { touches }: Question,
): { readonly most: Fen; readonly isOpen: boolean } => {
  const about = verdicts.filter(
    ({ measure }) =>
      touches.includes(measure.id) &&
      measure.benefit !== null &&
      MONEY_RECEIVED.has(measure.benefit.kind),
  )
  const highs = about.map(({ amount }) => amount?.high ?? null)
  return {
    most: fen(highs.reduce<number>((sum, high) => sum + (high ?? 0), 0)),
    isOpen: highs.includes(null),
  }
}
