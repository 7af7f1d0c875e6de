import { divide, exact, formatExact, isoDate } from '@huiqi/domain'
import { checkFormula } from './check-formula.ts'
import { compileFormula } from './compile-formula.ts'
import type { FeelReference } from './feel-ast.ts'
import type { FeelEnvironment, NameDeclaration } from './feel-environment.ts'
import type { FeelIssue } from './feel-issue.ts'
import type { FeelValue } from './feel-value.ts'
import { knownDate, knownMoney, knownNumber, knownText, knownTruth, unknown } from './feel-value.ts'
import { parseFormula } from './parse-formula.ts'
import { formatDays, formatMonths } from './temporal-literal.ts'

const yuan = (amount: number): FeelValue => knownMoney(exact(amount * 100))
const count = (value: number): FeelValue => knownNumber(exact(value))
const day = (text: string): FeelValue => knownDate(isoDate(text))

const point = (type: NameDeclaration['type']): NameDeclaration => ({ type, period: 'point' })
const yearly = (type: NameDeclaration['type']): NameDeclaration => ({ type, period: 'year' })

/** The vocabulary of the examples. */
export const EXAMPLE_NAMES: ReadonlyMap<string, NameDeclaration> = new Map([
  ['as_of', point('date')],
  ['submitted_on', point('date')],
  ['enterprise.founded_on', point('date')],
  ['enterprise.closed_on', point('date')],
  ['enterprise.staff', point('number')],
  ['enterprise.rd_staff', point('number')],
  ['enterprise.is_listed', point('boolean')],
  ['enterprise.is_audited', point('boolean')],
  ['enterprise.sector', { ...point('text'), values: new Set(['manufacturing', 'software']) }],
  ['enterprise.district', { ...point('text'), values: new Set(['minhang', 'pudong']) }],
  ['enterprise.note', point('text')],
  ['project.total_investment', point('money')],
  ['project.subsidy', point('money')],
  ['loan.principal', point('money')],
  ['enterprise.revenue', yearly('money')],
  ['enterprise.rd_spending', yearly('money')],
  ['企业.人数', point('number')],
])

const POINT_FACTS: ReadonlyMap<string, FeelValue> = new Map([
  ['as_of', day('2026-04-01')],
  ['submitted_on', day('2026-03-31')],
  ['enterprise.founded_on', day('2020-02-29')],
  ['enterprise.closed_on', { kind: 'undefined', reason: 'never' } as const],
  ['enterprise.staff', count(120)],
  ['enterprise.is_listed', knownTruth(true)],
  ['enterprise.sector', knownText('software')],
  ['enterprise.note', knownText('a "quoted" word')],
  ['project.total_investment', yuan(10_000_000)],
  ['loan.principal', yuan(0)],
  ['企业.人数', count(7)],
])

const YEARLY_FACTS: ReadonlyMap<string, FeelValue> = new Map([
  ['enterprise.revenue this 0', yuan(40_000_000)],
  ['enterprise.revenue last 0', yuan(30_000_000)],
  ['enterprise.revenue last 1', yuan(20_000_000)],
  ['enterprise.revenue same 0', yuan(30_000_000)],
  ['enterprise.revenue same 1', yuan(20_000_000)],
  ['enterprise.revenue same 2', yuan(0)],
  ['enterprise.rd_spending last 0', yuan(900_000)],
  ['enterprise.rd_spending same 0', yuan(900_000)],
])

/** The facts of the examples; what is not listed is missing. */
export const lookUpExample = ({ name, yearOffset }: FeelReference): FeelValue => {
  const year = yearOffset === null ? null : `${name} ${yearOffset.base} ${yearOffset.n}`
  const value = year === null ? POINT_FACTS.get(name) : YEARLY_FACTS.get(year)
  return value ?? unknown(year ?? name)
}

/** A value as the tables of examples write it. */
export const describeValue = (value: FeelValue): string => {
  if (value.kind === 'unknown') return `unknown: ${value.missing.join(', ')}`
  if (value.kind === 'undefined') return `no value: ${value.reason}`
  switch (value.type) {
    case 'number':
      return formatExact(value.value)
    case 'money':
      return `${formatExact(divide(value.value, exact(100)) ?? exact(0))} yuan`
    case 'days':
      return formatDays(value.value)
    case 'months':
      return formatMonths(value.value)
    case 'date':
    case 'boolean':
      return String(value.value)
    case 'text':
      return JSON.stringify(value.value)
  }
}

const describeIssue = ({ code, offset, length }: FeelIssue): string => `${code} ${offset}+${length}`

/** What a formula of the examples gives: its value, or its issues with offset and length. */
export const outcomeOf = (
  source: string,
  context: FeelEnvironment['context'] = 'point',
): string => {
  const environment: FeelEnvironment = { context, names: EXAMPLE_NAMES }
  const parsed = parseFormula(source)
  if (!parsed.ok) return parsed.issues.map(describeIssue).join(', ')
  const { issues } = checkFormula(parsed.ast, environment)
  if (issues.length > 0) return issues.map(describeIssue).join(', ')
  return describeValue(compileFormula(parsed.ast, environment)(lookUpExample))
}
