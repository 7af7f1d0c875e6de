import type { Evidence, Grade, Measure } from './model.ts'
import type { FactUse } from './resolved.ts'

/** The path a met verdict may take: paid without a look, checked quickly, or reviewed by hand. */
export type Handling = 'automatic' | 'fast' | 'manual'

/** One evidence requirement against the facts that the verdict used. */
export interface EvidenceCheck {
  readonly evidence: Evidence
  /** Facts used whose grade is weaker than required, with the grade they have. */
  readonly weak: readonly FactUse[]
}

const ORDER: Readonly<Record<Grade, number>> = { A: 0, B: 1, C: 2, D: 3 }

const rank = (grade: Grade | null): number => (grade === null ? 3 : ORDER[grade])

/** Compares the grades of the facts used with what the measure asks for. */
export const checkEvidence = (
  measure: Measure,
  uses: readonly FactUse[],
): readonly EvidenceCheck[] =>
  measure.evidence.map((evidence) => ({
    evidence,
    weak: uses.filter(
      (use) => evidence.proves.includes(use.fact) && rank(use.grade) > ORDER[evidence.grade],
    ),
  }))

/**
 * Automatic: the measure is delivered so, its text is known well enough to decide money, every fact
 * has grade A and nothing about the amount is left to decide. Fast: no evidence is weaker than asked and no fact is below B. Else manual.
 */
export const handlingOf = (
  measure: Measure,
  found: {
    readonly uses: readonly FactUse[]
    readonly evidence: readonly EvidenceCheck[]
    readonly isAmountFixed: boolean
  },
): Handling => {
  const weakest = Math.max(0, ...found.uses.map(({ grade }) => rank(grade)))
  const isTextSure = measure.grade === 'primary' || measure.grade === 'corroborated'
  const isSettled = found.isAmountFixed && weakest === ORDER.A
  if (isTextSure && measure.delivery === 'automatic' && isSettled) return 'automatic'
  const isProved = found.evidence.every(({ weak }) => weak.length === 0)
  return isTextSure && isProved && weakest <= ORDER.B ? 'fast' : 'manual'
}
