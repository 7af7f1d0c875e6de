import { type Answers, NO_ANSWERS } from './answers.ts'

const STEPS_AT_MOST = 200

/** The answers now, and those before each step. */
export interface Steps {
  readonly past: readonly Answers[]
  readonly now: Answers
}

/** What can be done with the steps. */
export type StepAction =
  | { readonly kind: 'answer'; readonly change: (answers: Answers) => Answers }
  | { readonly kind: 'undo' }
  /** Leaves nothing to come back to. */
  | { readonly kind: 'forget' }

/** The steps after an action. */
export const nextSteps = ({ past, now }: Steps, action: StepAction): Steps => {
  if (action.kind === 'forget') return { past: [], now: NO_ANSWERS }
  if (action.kind === 'answer') {
    return { past: [...past, now].slice(-STEPS_AT_MOST), now: action.change(now) }
  }
  const before = past.at(-1)
  return before === undefined ? { past, now } : { past: past.slice(0, -1), now: before }
}
