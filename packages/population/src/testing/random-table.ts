import { isoDate, toDayNumber } from '@huiqi/domain'
import type { FactDefinition, Rulebook } from '@huiqi/engine'
import type { Column, Table } from '../table.ts'
import type { Random } from './random.ts'

const INT_MISSING = -0x8000_0000
const INT_NEVER = INT_MISSING + 1
const BYTE_MISSING = 0xff
const SHORT_MISSING = 0xffff

/** What a random table is made of. */
export interface RandomTable {
  readonly rulebook: Rulebook
  readonly rows: number
  /** The last year of yearly facts. */
  readonly year: number
  /** The share of values that are missing, from 0 to 1. */
  readonly missing: number
  readonly random: Random
}

type Part = Pick<Column, 'values' | 'missing' | 'never' | 'unit' | 'codes'>

const ONE = { n: 1, d: 1 }

const filled = <Values extends Column['values']>(
  values: Values,
  draw: () => number | null,
  missing: number,
): Values => {
  for (let row = 0; row < values.length; row += 1) values[row] = draw() ?? missing
  return values
}

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

const FIRST_DAY = toDayNumber(isoDate('2018-01-01'))
const DAYS = 3200

/** Round figures are drawn often, so that values stand exactly at the limits of rules. */
const drawAmount = (random: Random): number => {
  const power = 10 ** random.whole(9)
  return random.chance(0.7) ? (random.whole(12) + 1) * power : random.whole(power)
}

const codesOf = ({ codeLists }: Rulebook, { codes }: FactDefinition): readonly string[] =>
  codes === null ? ['a'] : (codeLists.get(codes)?.list.codes.map(({ code }) => code) ?? ['a'])

const numbers = (
  definition: FactDefinition,
  { rows, random }: RandomTable,
  share: number,
): Part => {
  const draw = (): number | null => {
    if (random.chance(share)) return null
    if (definition.type === 'rate') return random.whole(140) - 20
    return definition.type === 'money' ? drawAmount(random) : random.whole(60)
  }
  const isWide = definition.type === 'money' && random.chance(0.5)
  const unit = definition.type === 'rate' ? { n: 1, d: 100 } : isWide ? ONE : { n: 100, d: 1 }
  const plainUnit = definition.type === 'money' || definition.type === 'rate' ? unit : ONE
  const values = isWide ? new Float64Array(shared(rows * 8)) : new Int32Array(shared(rows * 4))
  return {
    values: filled(values, draw, INT_MISSING),
    missing: INT_MISSING,
    never: null,
    unit: plainUnit,
    codes: null,
  }
}

const dates = ({ rows, random }: RandomTable, share: number): Part => {
  const draw = (): number | null => {
    if (random.chance(share)) return null
    return random.chance(0.3) ? INT_NEVER : FIRST_DAY + random.whole(DAYS)
  }
  return {
    values: filled(new Int32Array(shared(rows * 4)), draw, INT_MISSING),
    missing: INT_MISSING,
    never: INT_NEVER,
    unit: ONE,
    codes: null,
  }
}

const truths = ({ rows, random }: RandomTable, share: number): Part => ({
  values: filled(
    new Uint8Array(shared(rows)),
    () => (random.chance(share) ? null : random.whole(2)),
    BYTE_MISSING,
  ),
  missing: BYTE_MISSING,
  never: null,
  unit: ONE,
  codes: null,
})

const codes = (
  definition: FactDefinition,
  { rulebook, rows, random }: RandomTable,
  share: number,
): Part => {
  const listed = codesOf(rulebook, definition)
  return {
    values: filled(
      new Uint16Array(shared(rows * 2)),
      () => (random.chance(share) ? null : random.whole(listed.length)),
      SHORT_MISSING,
    ),
    missing: SHORT_MISSING,
    never: null,
    unit: ONE,
    codes: listed,
  }
}

const partFor = (definition: FactDefinition, table: RandomTable): Part => {
  const { random, missing } = table
  const share = definition.derivation === null ? missing : 0.5 + missing / 2
  switch (definition.type) {
    case 'date':
      return dates(table, share)
    case 'boolean':
      return truths(table, share)
    case 'code':
      return codes(definition, table, share)
    default:
      return numbers(definition, { ...table, random }, share)
  }
}

const YEARS = 4

/** A table with a column for each fact, and for a few of the derived ones. */
export const randomTable = (table: RandomTable): Table => {
  const { rulebook, rows, year, random } = table
  const columns = rulebook.corpus.facts.flatMap((definition): readonly Column[] => {
    if (definition.derivation !== null && !random.chance(0.4)) return []
    const years =
      definition.period === 'year'
        ? Array.from({ length: YEARS }, (_, back) => year - back)
        : [null]
    return years.map((of) => ({
      fact: definition.id,
      year: of,
      type: definition.type,
      ...partFor(definition, table),
    }))
  })
  return { rows, columns, uscc: null }
}
