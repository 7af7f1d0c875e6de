import { addDays, type IsoDate } from '@huiqi/domain'
import { type Measure, NOT_FOUND, type Rulebook } from '@huiqi/engine'
import { amountMutants } from './amount-mutants.ts'
import { conditionMutants } from './condition-mutants.ts'
import { inside, type Mutant } from './mutant.ts'

const dayMutants = (date: IsoDate, path: string): readonly Mutant<IsoDate>[] =>
  [1, -1].map((days) => {
    const value = addDays(date, days)
    return { what: `${date} → ${value}`, path, value }
  })

const periodMutants = (measure: Measure): readonly Mutant<Measure>[] => {
  const { inForce } = measure
  const { from, to } = inForce
  const ends = to === null || to === NOT_FOUND ? [] : dayMutants(to, 'in-force.to')
  return [
    ...inside(dayMutants(from, 'in-force.from'), (day) => ({
      ...measure,
      inForce: { ...inForce, from: day },
    })),
    ...inside(ends, (day) => ({ ...measure, inForce: { ...inForce, to: day } })),
  ]
}

/** Every small wrong change of a measure's rule, amount and period. */
export const measureMutants = (
  rulebook: Rulebook,
  measure: Measure,
): readonly Mutant<Measure>[] => {
  const { eligible, benefit } = measure
  if (eligible === null) return []
  const amount = benefit?.amount ?? null
  return [
    ...inside(conditionMutants(rulebook, eligible), (condition) => ({
      ...measure,
      eligible: condition,
    })),
    ...(benefit === null || amount === null
      ? []
      : inside(amountMutants(rulebook, amount), (changed) => ({
          ...measure,
          benefit: { ...benefit, amount: changed },
        }))),
    ...periodMutants(measure),
  ]
}
