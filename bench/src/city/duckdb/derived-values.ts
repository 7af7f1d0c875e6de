import { toApproximateNumber } from '@huiqi/domain'
import {
  type Condition,
  type Leaf,
  type Measure,
  prepareRulebook,
  type Rulebook,
  resolveOperand,
  type Situation,
  type Test,
  yearMeant,
} from '@huiqi/engine'
import { columnName, measureSql } from '@huiqi/population'

/** Values that follow from others, worked out beforehand, and what a condition on one looks like. */
export interface DerivedValues {
  /** The columns to add, over the table of stated facts. */
  readonly selectSql: string
  /** Null for a leaf on a stated fact. */
  readonly leafSql: (leaf: Leaf) => string | null
}

const leavesOf = (condition: Condition): readonly Leaf[] =>
  condition.kind === 'leaf' ? [condition] : condition.parts.flatMap(leavesOf)

const keyOf = ({ reference, tests }: Leaf): string =>
  JSON.stringify([reference, tests], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )

const isDerived = ({ rulebook }: Situation, { reference }: Leaf): boolean =>
  reference.kind !== 'fact' || rulebook.facts.get(reference.fact)?.derivation != null

const OPERATOR: Readonly<Partial<Record<Test['word'], string>>> = {
  'at-least': '>=',
  'at-most': '<=',
  'more-than': '>',
  'less-than': '<',
}

/** A leaf that compares one derived number as a double; null for other leaves. */
const doubleSql = (situation: Situation, { tests }: Leaf, name: string): string | null => {
  const parts = tests.flatMap((test) => {
    const operator = OPERATOR[test.word]
    const bound = 'values' in test ? null : resolveOperand(situation, test.value)
    return operator !== undefined && typeof bound === 'object' && bound !== null
      ? [`${name} ${operator} CAST(${toApproximateNumber(bound)} AS DOUBLE)`]
      : []
  })
  return parts.length === tests.length ? `(${parts.join(' AND ')})` : null
}

const SAYS = { zh: 'probe', en: 'probe' }

/** The rules with one measure that has all the leaves as its parts. */
const probeRules = (
  { rulebook: { corpus } }: Situation,
  model: Measure,
  leaves: readonly Leaf[],
): Rulebook => {
  const parts = leaves.map((leaf, index) => ({ ...leaf, path: `probe[${index}]` }))
  const place = { path: 'probe', provision: model.provision, says: SAYS }
  const eligible = { kind: 'all', ...place, parts } as const
  return prepareRulebook({
    ...corpus,
    measures: [{ ...model, id: 'probe', eligible, benefit: null }],
  })
}

interface Leaves {
  readonly leaves: readonly Leaf[]
  /** The columns that the table has. */
  readonly columns: ReadonlySet<string>
}

/** The generated SQL up to the truth of each leaf: `c1`, `c2` … in the table `conditions`. */
const stepsOf = (situation: Situation, model: Measure, { leaves, columns }: Leaves): string => {
  const found = measureSql(probeRules(situation, model, leaves), 'probe', {
    dialect: 'duckdb',
    clock: situation.clock,
    select: 'verdict',
    language: 'en',
    columns,
  })
  if (!found.ok) throw new RangeError(`${found.refusal.code} ${found.refusal.what}`)
  const [steps = ''] = found.sql.split(',\nrule AS (')
  return steps
}

/** A column to add, and the condition of a leaf over it. */
interface ReadyLeaf {
  readonly name: string
  readonly value: string
  readonly condition: string
}

const readyLeaf = (
  situation: Situation,
  steps: string,
  { leaf, place }: { readonly leaf: Leaf; readonly place: number },
): ReadyLeaf => {
  const { reference } = leaf
  const truth = `leaf_${place + 1}`
  const asTruth = { name: truth, value: `c${place + 1}`, condition: truth }
  if (reference.kind !== 'fact') return asTruth
  const year = reference.year === null ? null : yearMeant(situation.clock, reference.year)
  const base = columnName(reference.fact, year)
  const isQuotient = [`${base}_n`, `${base}_d`].every((part) => steps.includes(` AS ${part},`))
  const name = `${base}_value`
  const condition = isQuotient ? doubleSql(situation, leaf, name) : null
  const value = `CAST(${base}_n AS DOUBLE) / CAST(${base}_d AS DOUBLE)`
  return condition === null ? asTruth : { name, value, condition }
}

/**
 * What DuckDB may have ready before its time starts: each quotient as a double, and for every other
 * condition on a derived value its very truth.
 */
export const deriveValues = (
  situation: Situation,
  measures: readonly Measure[],
  columns: ReadonlySet<string>,
): DerivedValues => {
  const all = measures.flatMap(({ eligible }) => (eligible === null ? [] : leavesOf(eligible)))
  const derived = all.filter((leaf) => isDerived(situation, leaf))
  const leaves = [...new Map(derived.map((leaf) => [keyOf(leaf), leaf])).values()]
  const [model] = measures
  if (model === undefined || leaves.length === 0) return { selectSql: '', leafSql: () => null }
  const steps = stepsOf(situation, model, { leaves, columns })
  const ready = new Map(
    leaves.map((leaf, place) => [keyOf(leaf), readyLeaf(situation, steps, { leaf, place })]),
  )
  const made = new Map([...ready.values()].map(({ name, value }) => [name, `${value} AS ${name}`]))
  return {
    selectSql: `${steps}\nSELECT ${[...made.values()].join(', ')} FROM conditions`,
    leafSql: (leaf) => ready.get(keyOf(leaf))?.condition ?? null,
  }
}
