import { formatExact } from '@huiqi/domain'
import type { Dialect } from './dialect.ts'
import { refuse } from './refusal.ts'
import { hasNotes, type Sql } from './sql-node.ts'

/** Columns of a page of SQL. */
export const PAGE = 100

const OR = 1
const AND = 2
const NOT = 3
const COMPARED = 4
const SUM = 5
const PRODUCT = 6
const TIGHT = 7

const levelOf = (sql: Sql): number => {
  switch (sql.kind) {
    case 'any':
      return OR
    case 'all':
      return AND
    case 'not':
      return NOT
    case 'comparison':
    case 'is-null':
    case 'is-known':
    case 'one-of':
      return COMPARED
    case 'sum':
    case 'difference':
      return SUM
    case 'product':
    case 'remainder':
      return PRODUCT
    case 'integer':
      return sql.value < 0n ? SUM : TIGHT
    case 'noted':
      return levelOf(sql.operand)
    default:
      return TIGHT
  }
}

const integerText = (value: bigint, dialect: Dialect): string => {
  const bits = (value < 0n ? -value : value).toString(2).length
  if (bits > dialect.wideBits) return refuse('too-wide', value.toString())
  return dialect.integer(value.toString(), bits)
}

const SIGNS = { sum: '+', difference: '-', product: '*', remainder: '%' } as const

const arithmetic = (sql: Extract<Sql, { readonly bits: number }>, dialect: Dialect): string => {
  if (sql.bits > dialect.wideBits) return refuse('too-wide', `${sql.bits} bits`)
  if (sql.kind === 'quotient') {
    return dialect.quotient(tight(sql.left, dialect, TIGHT), tight(sql.right, dialect, TIGHT))
  }
  const level = levelOf(sql)
  const left = tight(sql.left, dialect, level)
  return `${left} ${SIGNS[sql.kind]} ${tight(sql.right, dialect, level + 1)}`
}

const list = (parts: readonly Sql[], dialect: Dialect): string =>
  parts.map((part) => printFlat(part, dialect)).join(', ')

const caseText = (sql: Extract<Sql, { kind: 'case' }>, dialect: Dialect): string => {
  const branches = sql.branches.map(
    ({ when, gives }) => `WHEN ${printFlat(when, dialect)} THEN ${printFlat(gives, dialect)}`,
  )
  const rest = sql.otherwise === null ? [] : [`ELSE ${printFlat(sql.otherwise, dialect)}`]
  return ['CASE', ...branches, ...rest, 'END'].join(' ')
}

/** The expression within parentheses where its surroundings bind more tightly. */
const tight = (sql: Sql, dialect: Dialect, level: number): string => {
  const text = printFlat(sql, dialect)
  return levelOf(sql) < level ? `(${text})` : text
}

const FUNCTIONS = { 'first-known': 'COALESCE', least: 'LEAST', greatest: 'GREATEST' } as const

const ofDates = (sql: Sql, dialect: Dialect): string => {
  switch (sql.kind) {
    case 'date-part':
      return `EXTRACT(${sql.part.toUpperCase()} FROM ${printFlat(sql.operand, dialect)})`
    case 'month-end':
      return dialect.monthEnd(printFlat(sql.operand, dialect))
    case 'days-between':
      return dialect.daysBetween(tight(sql.from, dialect, TIGHT), tight(sql.to, dialect, TIGHT))
    case 'add-days':
      return dialect.addDays(tight(sql.date, dialect, TIGHT), printFlat(sql.days, dialect))
    case 'add-months':
      return dialect.addMonths(tight(sql.date, dialect, TIGHT), sql.months)
    default:
      throw new TypeError(`no text for ${sql.kind}`)
  }
}

const ofValues = (sql: Sql, dialect: Dialect): string => {
  switch (sql.kind) {
    case 'column':
      return sql.name
    case 'integer':
      return integerText(sql.value, dialect)
    case 'decimal':
      return dialect.decimal(formatExact(sql.value))
    case 'text':
      return dialect.text(sql.value)
    case 'date':
      return dialect.date(sql.value === 'never' ? dialect.never : sql.value)
    case 'truth':
      return sql.value ? 'TRUE' : 'FALSE'
    case 'null':
      return `CAST(NULL AS ${dialect.types[sql.type]})`
    case 'cast':
      return `CAST(${printFlat(sql.operand, dialect)} AS ${dialect.types[sql.type]})`
    case 'millionths':
      return dialect.millionths(printFlat(sql.operand, dialect))
    case 'prefix':
      return `SUBSTRING(${printFlat(sql.operand, dialect)}, 1, ${sql.length})`
    case 'first-known':
    case 'least':
    case 'greatest':
      return `${FUNCTIONS[sql.kind]}(${list(sql.parts, dialect)})`
    default:
      return ofDates(sql, dialect)
  }
}

const membership = (
  { operand }: Extract<Sql, { kind: 'one-of' }>,
  dialect: Dialect,
): readonly [string, string] => {
  const column = operand.kind === 'prefix' ? operand.operand : operand
  return dialect.membership(tight(operand, dialect, TIGHT), tight(column, dialect, TIGHT))
}

/** The expression on one line; remarks are left out. */
export const printFlat = (sql: Sql, dialect: Dialect): string => {
  switch (sql.kind) {
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient':
    case 'remainder':
      return arithmetic(sql, dialect)
    case 'all':
      return sql.parts.map((part) => tight(part, dialect, NOT)).join(' AND ')
    case 'any':
      return sql.parts.map((part) => tight(part, dialect, NOT)).join(' OR ')
    case 'not':
      return `NOT ${tight(sql.operand, dialect, TIGHT)}`
    case 'comparison':
      return `${tight(sql.left, dialect, SUM)} ${sql.sign} ${tight(sql.right, dialect, SUM)}`
    case 'is-null':
      return `${tight(sql.operand, dialect, TIGHT)} IS NULL`
    case 'is-known':
      return `${tight(sql.operand, dialect, TIGHT)} IS NOT NULL`
    case 'one-of': {
      const [opening, closing] = membership(sql, dialect)
      return `${opening}${sql.values.map((value) => dialect.text(value)).join(', ')}${closing}`
    }
    case 'case':
      return caseText(sql, dialect)
    case 'noted':
      return printFlat(sql.operand, dialect)
    default:
      return ofValues(sql, dialect)
  }
}

const STEP = '  '

const indented = (text: string, indent: string): string => text.replaceAll('\n', `\n${indent}`)

const fits = (text: string, indent: number): boolean => text.length + indent <= PAGE

const REMARK_WIDTH = 92

/** Texts joined into lines of at most `width` characters. */
const filled = (texts: readonly string[], separator: string, width: number): readonly string[] => {
  const lines: string[] = []
  for (const text of texts) {
    const longer = `${lines.at(-1) ?? ''}${separator}${text}`
    if (lines.length === 0 || longer.length > width) lines.push(text)
    else lines[lines.length - 1] = longer
  }
  return lines
}

const wrapped = (line: string): readonly string[] =>
  filled(line.split(' '), ' ', REMARK_WIDTH).map((part, at) => (at === 0 ? part : `  ${part}`))

/** A remark as comment lines; nothing in it can end the comment. */
export const remark = (text: string): string =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .flatMap((line) => wrapped(line.trim()))
    .map((line) => `-- ${line}`)
    .join('\n')

const layoutCase = (sql: Extract<Sql, { kind: 'case' }>, at: Layout): string => {
  const inner = { ...at, indent: at.indent + STEP.length }
  const branches = sql.branches.map(({ when, gives }) => {
    const flat = `WHEN ${printFlat(when, at.dialect)} THEN ${printFlat(gives, at.dialect)}`
    if (fits(flat, inner.indent) && !hasNotes(when)) return flat
    const deeper = { ...inner, indent: inner.indent + STEP.length }
    return `WHEN ${indented(layout(when, deeper), STEP)}\n${STEP}THEN ${indented(layout(gives, deeper), STEP)}`
  })
  const rest =
    sql.otherwise === null ? [] : [`ELSE ${indented(layout(sql.otherwise, inner), STEP)}`]
  return `CASE\n${STEP}${indented([...branches, ...rest].join('\n'), STEP)}\nEND`
}

const enclosed = (sql: Sql, at: Layout, level: number): string => {
  const isLoose = levelOf(sql) < level
  const inner = isLoose ? { ...at, indent: at.indent + STEP.length } : at
  const text = layout(sql, inner)
  if (!isLoose) return text
  return text.includes('\n') ? `(\n${STEP}${indented(text, STEP)}\n)` : `(${text})`
}

const layoutParts = (sql: Extract<Sql, { kind: 'all' | 'any' }>, at: Layout): string => {
  const word = sql.kind === 'all' ? 'AND' : 'OR'
  const lines = sql.parts.map((part, place) => {
    const before = part.kind === 'noted' ? `${remark(part.note)}\n` : ''
    const inner = part.kind === 'noted' ? part.operand : part
    const text = enclosed(inner, { ...at, indent: at.indent + word.length + 1 }, NOT)
    return `${before}${place === 0 ? '' : `${word} `}${text}`
  })
  return lines.join('\n')
}

const layoutList = (
  [opening, closing]: readonly [string, string],
  items: readonly string[],
  at: Layout,
): string => {
  const lines = filled(items, ', ', PAGE - at.indent - STEP.length - 1)
  return `${opening}\n${STEP}${lines.join(`,\n${STEP}`)}\n${closing}`
}

/** The dialect and how far to the right the text begins. */
export interface Layout {
  readonly dialect: Dialect
  readonly indent: number
}

/** The expression on as many lines as it takes; lines after the first are indented as if it began at the margin. */
export const layout = (sql: Sql, at: Layout): string => {
  const flat = printFlat(sql, at.dialect)
  return fits(flat, at.indent) && !hasNotes(sql) ? flat : layoutBroken(sql, at)
}

/** The expression on several lines where its form allows it. */
export const layoutBroken = (sql: Sql, at: Layout): string => {
  const { dialect } = at
  switch (sql.kind) {
    case 'case':
      return layoutCase(sql, at)
    case 'all':
    case 'any':
      return layoutParts(sql, at)
    case 'not':
      return `NOT ${enclosed(sql.operand, { ...at, indent: at.indent + 4 }, TIGHT)}`
    case 'noted':
      return layout(sql.operand, at)
    case 'first-known':
    case 'least':
    case 'greatest': {
      const items = sql.parts.map((part) =>
        layout(part, { ...at, indent: at.indent + STEP.length }),
      )
      return `${FUNCTIONS[sql.kind]}(\n${STEP}${indented(items.join(',\n'), STEP)}\n)`
    }
    case 'one-of': {
      const values = sql.values.map((value) => dialect.text(value))
      return layoutList(membership(sql, dialect), values, at)
    }
    case 'is-null':
    case 'is-known': {
      const word = sql.kind === 'is-null' ? 'IS NULL' : 'IS NOT NULL'
      return `${enclosed(sql.operand, at, TIGHT)} ${word}`
    }
    default:
      return printFlat(sql, dialect)
  }
}
