import {
  type ColumnNode,
  type ComparisonSign,
  partsOf,
  type Sql,
  type SqlType,
} from './sql-node.ts'

/** True. */
export const TRUE: Sql = { kind: 'truth', value: true }
/** False. */
export const FALSE: Sql = { kind: 'truth', value: false }
/** A truth that cannot be told. */
export const OPEN: Sql = { kind: 'null', type: 'truth' }

/** Whether the expression is the given truth and no other. */
export const isAlways = (sql: Sql, value: boolean): boolean =>
  sql.kind === 'truth' && sql.value === value

const join = (kind: 'all' | 'any', parts: readonly Sql[]): Sql => {
  const decides = kind === 'any'
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  if (flat.some((part) => isAlways(part, decides))) return decides ? TRUE : FALSE
  const open = flat.filter((part) => !isAlways(part, !decides))
  const [first] = open
  if (first === undefined) return decides ? FALSE : TRUE
  return open.length === 1 ? first : { kind, parts: open }
}

/** Strong Kleene conjunction, as `AND` of every dialect is; true of nothing. */
export const all = (...parts: readonly Sql[]): Sql => join('all', parts)

/** Strong Kleene disjunction, as `OR` of every dialect is; false of nothing. */
export const any = (...parts: readonly Sql[]): Sql => join('any', parts)

const OPPOSITE: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}

const OPPOSABLE: ReadonlySet<Sql['kind']> = new Set(['is-null', 'is-known', 'comparison', 'not'])

const notJoined = (sql: Extract<Sql, { kind: 'all' | 'any' }>): Sql => {
  if (!sql.parts.every(({ kind }) => OPPOSABLE.has(kind))) return { kind: 'not', operand: sql }
  const parts = sql.parts.map(not)
  return sql.kind === 'all' ? any(...parts) : all(...parts)
}

/** Strong Kleene negation. */
export const not = (sql: Sql): Sql => {
  switch (sql.kind) {
    case 'truth':
      return sql.value ? FALSE : TRUE
    case 'null':
      return sql
    case 'not':
      return sql.operand
    case 'is-null':
      return { kind: 'is-known', operand: sql.operand }
    case 'is-known':
      return { kind: 'is-null', operand: sql.operand }
    case 'comparison':
      return { ...sql, sign: OPPOSITE[sql.sign] }
    case 'all':
    case 'any':
      return notJoined(sql)
    default:
      return { kind: 'not', operand: sql }
  }
}

const holds = (sign: ComparisonSign, order: number): boolean => {
  switch (sign) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** A comparison; NULL on either side leaves it open. */
export const comparison = (sign: ComparisonSign, left: Sql, right: Sql): Sql => {
  if (left.kind === 'null' || right.kind === 'null') return OPEN
  if (left.kind === 'integer' && right.kind === 'integer') {
    const order = left.value < right.value ? -1 : left.value > right.value ? 1 : 0
    return holds(sign, order) ? TRUE : FALSE
  }
  return { kind: 'comparison', sign, left, right }
}

const NEVER_NULL: ReadonlySet<Sql['kind']> = new Set([
  'integer',
  'decimal',
  'text',
  'date',
  'truth',
  'is-null',
  'is-known',
])

const columnNames = (sql: Sql): readonly string[] =>
  sql.kind === 'column' ? [sql.name] : partsOf(sql).flatMap(columnNames)

const isStrict = (sql: Sql): boolean =>
  sql.kind === 'not' ? isStrict(sql.operand) : sql.kind === 'comparison' || sql.kind === 'one-of'

/** Also where a part that is NULL for want of a column stands beside one that says so and decides. */
const isNeverNullJoined = (sql: Extract<Sql, { kind: 'all' | 'any' }>): boolean => {
  const kind = sql.kind === 'all' ? 'is-known' : 'is-null'
  const said = new Set(sql.parts.flatMap((part) => (part.kind === kind ? columnNames(part) : [])))
  return sql.parts.every(
    (part) =>
      isNeverNull(part) || (isStrict(part) && columnNames(part).every((name) => said.has(name))),
  )
}

/** A branch has a value also where its condition can only hold if it has. */
const isNeverNullCase = ({ branches, otherwise }: Extract<Sql, { kind: 'case' }>): boolean =>
  otherwise !== null &&
  isNeverNull(otherwise) &&
  branches.every(({ when, gives }) => {
    const isAsked = gives.kind === 'column' && isStrict(when)
    return isNeverNull(gives) || (isAsked && columnNames(when).includes(gives.name))
  })

/** Whether the expression has a value in every row. */
export const isNeverNull = (sql: Sql): boolean => {
  if (NEVER_NULL.has(sql.kind)) return true
  switch (sql.kind) {
    case 'column':
      return sql.isNeverNull
    case 'all':
    case 'any':
      return isNeverNullJoined(sql)
    case 'least':
    case 'greatest':
      return sql.parts.every(isNeverNull)
    case 'comparison':
    case 'sum':
    case 'difference':
    case 'product':
      return isNeverNull(sql.left) && isNeverNull(sql.right)
    case 'one-of':
    case 'not':
    case 'cast':
    case 'noted':
      return isNeverNull(sql.operand)
    case 'first-known':
      return sql.parts.some(isNeverNull)
    case 'case':
      return isNeverNullCase(sql)
    default:
      return false
  }
}

/** Whether the value is missing; two-valued. */
export const isNull = (sql: Sql): Sql => {
  if (isNeverNull(sql)) return FALSE
  switch (sql.kind) {
    case 'null':
      return TRUE
    case 'sum':
    case 'difference':
    case 'product':
      return any(isNull(sql.left), isNull(sql.right))
    case 'not':
    case 'cast':
    case 'millionths':
    case 'noted':
      return isNull(sql.operand)
    default:
      return { kind: 'is-null', operand: sql }
  }
}

/** Whether the value is there; two-valued. */
export const isKnown = (sql: Sql): Sql => not(isNull(sql))

const TYPES: Readonly<Partial<Record<Sql['kind'], SqlType>>> = {
  text: 'text',
  date: 'date',
  integer: 'big',
  decimal: 'decimal',
  truth: 'truth',
  all: 'truth',
  any: 'truth',
  not: 'truth',
  comparison: 'truth',
  'one-of': 'truth',
}

/** A NULL of the type of another expression, as far as its form tells. */
const nullLike = (sql: Sql | undefined): Sql => {
  if (sql?.kind === 'null') return sql
  return { kind: 'null', type: TYPES[sql?.kind ?? 'integer'] ?? 'big' }
}

/** The branches of a CASE that can be reached; a branch that always holds ends it. */
export const choose = (
  branches: readonly { readonly when: Sql; readonly gives: Sql }[],
  otherwise: Sql | null = null,
): Sql => {
  const live = branches.filter(({ when }) => !isAlways(when, false) && when.kind !== 'null')
  const sure = live.findIndex(({ when }) => isAlways(when, true))
  const kept = sure === -1 ? live : live.slice(0, sure)
  const rest = sure === -1 ? otherwise : (live[sure]?.gives ?? otherwise)
  if (kept.length > 0 && rest?.kind === 'case') {
    return { ...rest, branches: [...kept, ...rest.branches] }
  }
  if (kept.length > 0) return { kind: 'case', branches: kept, otherwise: rest }
  return rest ?? nullLike(branches[0]?.gives)
}

/** The same truth with open counted as false; two-valued. */
export const isTrue = (sql: Sql): Sql => {
  if (sql.kind === 'null') return FALSE
  return isNeverNull(sql) ? sql : choose([{ when: sql, gives: TRUE }], FALSE)
}

/** The same truth with open counted as true; two-valued. */
export const mayBeTrue = (sql: Sql): Sql => {
  if (sql.kind === 'null') return TRUE
  return isNeverNull(sql) ? sql : { kind: 'first-known', parts: [sql, TRUE] }
}

/** A truth by two conditions that exclude each other; open when neither holds. */
export const decided = (whenTrue: Sql, whenFalse: Sql): Sql => {
  if (isAlways(whenFalse, true)) return FALSE
  if (isAlways(whenTrue, true)) return TRUE
  const branches = [
    { when: whenTrue, gives: TRUE },
    { when: whenFalse, gives: FALSE },
  ].filter(({ when }) => !isAlways(when, false) && when.kind !== 'null')
  return branches.length === 0 ? OPEN : choose(branches)
}

/** The value stated first, else the one worked out. */
export const firstKnown = (...parts: readonly Sql[]): Sql => {
  const useful = parts.filter(({ kind }) => kind !== 'null')
  const sure = useful.findIndex(isNeverNull)
  const kept = sure === -1 ? useful : useful.slice(0, sure + 1)
  const [first] = kept
  if (first === undefined) return parts[0] ?? OPEN
  return kept.length === 1 ? first : { kind: 'first-known', parts: kept }
}

/** Whether a text is one of several; open when it is NULL. */
export const oneOf = (operand: Sql, values: readonly string[]): Sql => {
  if (operand.kind === 'null') return OPEN
  const [only, ...more] = values
  if (only === undefined) return decided(FALSE, isKnown(operand))
  if (more.length === 0) return comparison('=', operand, { kind: 'text', value: only })
  return { kind: 'one-of', operand, values }
}

/** A column of the source table or of an earlier step. */
export const column = (name: string, depth = 0): ColumnNode => ({
  kind: 'column',
  name,
  depth,
  isNeverNull: false,
})
