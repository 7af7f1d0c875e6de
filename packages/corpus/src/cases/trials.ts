import type { Measure, Parameter, Rulebook } from '@huiqi/engine'
import { measureMutants } from './mutants/measure-mutants.ts'
import type { Mutant } from './mutants/mutant.ts'
import { parameterMutants, parametersOf } from './mutants/parameter-mutants.ts'
import { classTableMutants, scoreTableMutants } from './mutants/table-mutants.ts'
import type { Suite } from './suite.ts'

/** A changed rule to run cases against: the measure in its place, or a rulebook with a changed table. */
export interface Trial {
  readonly what: string
  readonly path: string
  readonly measure: Measure | null
  /** Null when the unchanged rulebook serves. */
  readonly rulebook: Rulebook | null
}

const inRulebook = <T extends { readonly id: string }>(
  mutants: readonly Mutant<T>[],
  withChanged: (changed: T) => Rulebook,
  measure: Measure | null,
): readonly Trial[] =>
  mutants.map(({ what, path, value }) => ({ what, path, measure, rulebook: withChanged(value) }))

const replaced = <T extends { readonly id: string }>(
  map: ReadonlyMap<string, T>,
  changed: T,
): ReadonlyMap<string, T> => new Map(map).set(changed.id, changed)

const parameterTrials = (
  rulebook: Rulebook,
  measure: Measure,
  parameter: Parameter,
): readonly Trial[] =>
  inRulebook(
    parameterMutants(parameter, measure).map((mutant) => ({
      ...mutant,
      what: `${parameter.id}: ${mutant.what}`,
      path: '',
    })),
    (changed) => ({ ...rulebook, parameters: replaced(rulebook.parameters, changed) }),
    measure,
  )

const measureTrials = (rulebook: Rulebook, measure: Measure): readonly Trial[] => {
  const own = measureMutants(rulebook, measure).map(({ what, path, value }) => ({
    what,
    path,
    measure: value,
    rulebook: null,
  }))
  const shared = [...parametersOf(measure)].flatMap((id) => {
    const parameter = rulebook.parameters.get(id)
    return parameter === undefined ? [] : parameterTrials(rulebook, measure, parameter)
  })
  return [...own, ...shared]
}

/** Every changed rule that the cases of a suite have to notice. */
export const trialsOf = (rulebook: Rulebook, { target }: Suite): readonly Trial[] => {
  const { kind, id, measure } = target
  if (measure !== null) return measureTrials(rulebook, measure)
  const classTable = kind === 'class-table' ? rulebook.classTables.get(id) : undefined
  if (classTable) {
    const mutants = classTableMutants(rulebook, classTable)
    return inRulebook(
      mutants,
      (changed) => ({ ...rulebook, classTables: replaced(rulebook.classTables, changed) }),
      null,
    )
  }
  const scoreTable = rulebook.scoreTables.get(id)
  if (!scoreTable) return []
  return inRulebook(
    scoreTableMutants(rulebook, scoreTable),
    (changed) => ({ ...rulebook, scoreTables: replaced(rulebook.scoreTables, changed) }),
    null,
  )
}
