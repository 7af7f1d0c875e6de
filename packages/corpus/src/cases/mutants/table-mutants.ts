import { add, type Exact, exact, formatExact, subtract } from '@huiqi/domain'
import {
  type ClassTable,
  type Indicator,
  type Rulebook,
  type ScoreTable,
  typeOfReference,
} from '@huiqi/engine'
import { eachChanged, eachDropped, inside, type Mutant } from './mutant.ts'
import { operandMutants } from './operand-mutants.ts'
import { guardMutants } from './test-mutants.ts'

type Row = ClassTable['rows'][number]

const rowMutants = (rulebook: Rulebook, row: Row, path: string): readonly Mutant<Row>[] => {
  const limits = eachChanged(row.limits, (limit, index) => {
    const at = {
      type: typeOfReference(rulebook, limit.reference),
      path: `${path}.limits[${index}]`,
    }
    return inside(
      eachChanged(limit.atLeast, (operand) => operandMutants(operand, at)),
      (atLeast) => ({ ...limit, atLeast }),
    )
  })
  const dropped = eachDropped(row.limits, { path, what: (_, index) => `limit ${index + 1}` })
  const codes =
    row.codes.length > 1 ? eachDropped(row.codes, { path, what: (code) => `code ${code}` }) : []
  return [
    ...inside([...limits, ...dropped], (changed) => ({ ...row, limits: changed })),
    ...inside(codes, (changed) => ({ ...row, codes: changed })),
  ]
}

/** A class table with a limit moved by one step or missing, or without one of its rows. */
export const classTableMutants = (
  rulebook: Rulebook,
  table: ClassTable,
): readonly Mutant<ClassTable>[] => {
  const changed = eachChanged(table.rows, (row, index) =>
    rowMutants(rulebook, row, `rows[${index}]`),
  )
  const dropped = eachDropped(table.rows, {
    path: 'rows',
    what: ({ codes }) => `the row of ${codes.join(', ')}`,
  })
  return inside([...changed, ...dropped], (rows) => ({ ...table, rows }))
}

const ONE = exact(1)

const pointMutants = (points: Exact, path: string): readonly Mutant<Exact>[] =>
  [add(points, ONE), subtract(points, ONE)].map((value) => ({
    what: `${formatExact(points)} → ${formatExact(value)} points`,
    path,
    value,
  }))

type Item = Indicator['items'][number]

const itemMutants = (
  rulebook: Rulebook,
  item: Item,
  at: { readonly path: string; readonly max: Exact },
): readonly Mutant<Item>[] => {
  const { per } = item
  const isAtMost = (points: Exact): boolean => points.n * at.max.d <= at.max.n * points.d
  const points = pointMutants(item.points, at.path).filter(({ value }) => isAtMost(value))
  const guards = eachChanged(item.guards, (guard) => guardMutants(rulebook, guard, at.path))
  return [
    ...inside(points, (changed) => ({ ...item, points: changed })),
    ...inside(guards, (changed) => ({ ...item, guards: changed })),
    ...inside(eachDropped(item.guards, { path: at.path, what: () => 'a guard' }), (changed) => ({
      ...item,
      guards: changed,
    })),
    ...(per === null
      ? []
      : inside(
          pointMutants(per.step, at.path).filter(({ value }) => value.n > 0n),
          (step) => ({ ...item, per: { ...per, step } }),
        )),
  ]
}

const indicatorMutants = (
  rulebook: Rulebook,
  indicator: Indicator,
  path: string,
): readonly Mutant<Indicator>[] => {
  const items = eachChanged(indicator.items, (item, index) =>
    itemMutants(rulebook, item, { path: `${path}[${index}]`, max: indicator.max }),
  )
  const worth = indicator.items.filter(({ points }) => points.n !== 0n)
  const dropped = worth.map((item) => ({
    what: `drop an item of ${formatExact(item.points)} points`,
    path,
    value: indicator.items.filter((other) => other !== item),
  }))
  const isCutting = indicator.mode === 'sum' || indicator.items.some(({ per }) => per !== null)
  return [
    ...inside([...items, ...dropped], (changed) => ({ ...indicator, items: changed })),
    ...(isCutting
      ? inside(pointMutants(indicator.max, `${path}.max`), (max) => ({ ...indicator, max }))
      : []),
  ]
}

/** A score table with points, guards or maxima changed, or an item missing. */
export const scoreTableMutants = (
  rulebook: Rulebook,
  table: ScoreTable,
): readonly Mutant<ScoreTable>[] =>
  inside(
    eachChanged(table.groups, (group, at) =>
      inside(
        eachChanged(group.indicators, (indicator, index) =>
          indicatorMutants(rulebook, indicator, `groups[${at}].indicators[${index}]`),
        ),
        (indicators) => ({ ...group, indicators }),
      ),
    ),
    (groups) => ({ ...table, groups }),
  )
