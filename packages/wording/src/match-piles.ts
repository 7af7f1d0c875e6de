import { benefitKey, type CallStatus, type Match, type Verdict } from '@huiqi/engine'
import { type Counted, countedIn } from './total.ts'

/** What a met or open verdict is to the reader. */
export type Pile =
  | 'automatic'
  | 'apply'
  | 'coming'
  | 'closed'
  | 'titles'
  | 'finance'
  | 'other'
  | 'reviews'

/** The verdicts of a match by what they are to the reader, each pile in the order of the page. */
export type Piles = Readonly<Record<Pile, readonly Verdict[]>>

const FINANCE: ReadonlySet<string | undefined> = new Set(['guarantee', 'loan', 'investment'])

const byCall = (status: CallStatus | undefined): Pile => {
  if (status?.kind === 'coming') return 'coming'
  return status?.kind === 'closed' ? 'closed' : 'apply'
}

const pileOf = (
  match: Match,
  counted: ReadonlyMap<string, Counted | null>,
  verdict: Verdict,
): Pile | null => {
  const { measure, outcome } = verdict
  const key = benefitKey(verdict)
  if (outcome === 'needs-review') return 'reviews'
  if (outcome !== 'met') return null
  if (match.combination.leftOut.some(({ candidate }) => candidate.key === key)) return null
  const kind = measure.benefit?.kind
  if (kind === 'title') return 'titles'
  if (FINANCE.has(kind)) return 'finance'
  if ((counted.get(key) ?? null) === null) return 'other'
  return measure.delivery === 'automatic' ? 'automatic' : byCall(match.calls.get(measure.id))
}

/** Days in which one can still apply; without end when no end is published. */
const timeLeft = (status: CallStatus | undefined): number => {
  switch (status?.kind) {
    case 'closing':
      return status.daysLeft
    case 'open':
      return status.daysLeft ?? Number.POSITIVE_INFINITY
    case 'coming':
      return status.days
    default:
      return Number.POSITIVE_INFINITY
  }
}

const difference = (a: number, b: number): number => (a === b ? 0 : a - b)

/** Sorts the verdicts of a match: time left first, then the larger benefit. */
export const pilesOf = (match: Match): Piles => {
  const counted = countedIn(match)
  const order = [...counted.keys()]
  const left = ({ measure }: Verdict): number => timeLeft(match.calls.get(measure.id))
  const place = (verdict: Verdict): number => {
    const at = order.indexOf(benefitKey(verdict))
    return at < 0 ? order.length : at
  }
  const sorted = match.verdicts.toSorted(
    (a, b) => difference(left(a), left(b)) || place(a) - place(b),
  )
  const piles: Record<Pile, Verdict[]> = {
    automatic: [],
    apply: [],
    coming: [],
    closed: [],
    titles: [],
    finance: [],
    other: [],
    reviews: [],
  }
  for (const verdict of sorted) {
    const pile = pileOf(match, counted, verdict)
    if (pile !== null) piles[pile].push(verdict)
  }
  return piles
}
