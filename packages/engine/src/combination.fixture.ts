import { fen, isoDate } from '@huiqi/domain'
import type { Candidate } from './combination.ts'
import type { StackingRule } from './combination-count.ts'
import type { PastAward } from './enterprise.ts'
import type { Exclusion } from './model.ts'

export const benefit = (
  key: string,
  high: number | null,
  rest: Partial<Candidate> = {},
): Candidate => ({
  key,
  measure: key,
  thing: null,
  amount: { low: fen(high ?? 0), high: high === null ? null : fen(high) },
  frequency: 'once',
  stacking: [],
  excludes: [],
  usedUpBy: [],
  ...rest,
})

export const excluding = (...measures: readonly string[]): readonly Exclusion[] =>
  measures.map((measure) => ({
    measure,
    provision: 'art-9',
    says: { zh: `不与 ${measure} 同享`, en: `not together with ${measure}` },
  }))

export const group = (id: string, atMost: number | null, cap: number | null): StackingRule => ({
  id,
  atMost,
  cap: cap === null ? null : fen(cap),
})

export const pastAward: PastAward = { measure: 'a', on: isoDate('2024-05-01'), amount: null }
