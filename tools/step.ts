import type { Tally } from './vitest-report.ts'

/** What a step of the check found: its count, a short note for the line, and what to show when it failed. */
export interface StepResult extends Tally {
  readonly note: string
  readonly output: string
}

/** Says how far a step is, to a person who waits. */
export type Tell = (progress: string) => void

/** One step of the whole check. `name` is what `--only` takes. */
export interface Step {
  readonly name: string
  readonly title: string
  readonly run: (tell: Tell) => Promise<StepResult>
}

/** The result of a step that is one thing: it is right, or it failed and shows this. */
export const oneResult = (isRight: boolean, output: string, note = ''): StepResult => ({
  passed: isRight ? 1 : 0,
  failed: isRight ? 0 : 1,
  skipped: 0,
  note,
  output,
})

/** The word for how a step ended; one that did nothing is not called fine. */
export const verdictOf = ({ passed, failed, skipped }: Tally): 'ok' | 'FAILED' | 'left out' => {
  if (failed > 0) return 'FAILED'
  return passed === 0 && skipped > 0 ? 'left out' : 'ok'
}
