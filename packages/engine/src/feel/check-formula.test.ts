import { describe, expect, test } from 'vitest'
import { checkFormula } from './check-formula.ts'
import { EXAMPLE_NAMES } from './example-formula.ts'
import type { ArithmeticOperator, ComparisonOperator, Expression } from './feel-ast.ts'
import type { NameDeclaration } from './feel-environment.ts'
import { FEEL_ISSUE_CODES } from './feel-issue.ts'
import type { FeelType } from './feel-type.ts'
import { parseFormula } from './parse-formula.ts'

const astOf = (source: string): Expression => {
  const parsed = parseFormula(source)
  if (!parsed.ok) throw new Error(`does not parse: ${source}`)
  return parsed.ast
}

const check = (source: string, context: 'point' | 'year' = 'point') =>
  checkFormula(astOf(source), { context, names: EXAMPLE_NAMES })

const TYPES: readonly FeelType[] = ['number', 'money', 'date', 'days', 'months', 'boolean', 'text']
const NAMES = new Map(
  TYPES.map((type): [string, NameDeclaration] => [type, { type, period: 'point' }]),
)

const typeOf = (source: string): string => {
  const { type, issues } = checkFormula(astOf(source), { context: 'point', names: NAMES })
  return issues[0]?.code ?? String(type)
}

const algebraOf = (operator: ArithmeticOperator): readonly string[] =>
  TYPES.flatMap((left) =>
    TYPES.flatMap((right) => {
      const type = typeOf(`${left} ${operator} ${right}`)
      return type.startsWith('feel.') ? [] : [`${left} ${operator} ${right} = ${type}`]
    }),
  )

describe('unit algebra', () => {
  test('sums', () => {
    expect(algebraOf('+')).toEqual([
      'number + number = number',
      'money + money = money',
      'date + days = date',
      'date + months = date',
      'days + date = date',
      'days + days = days',
      'months + date = date',
      'months + months = months',
    ])
  })

  test('differences', () => {
    expect(algebraOf('-')).toEqual([
      'number - number = number',
      'money - money = money',
      'date - date = days',
      'date - days = date',
      'date - months = date',
      'days - days = days',
      'months - months = months',
    ])
  })

  test('products', () => {
    expect(algebraOf('*')).toEqual([
      'number * number = number',
      'number * money = money',
      'money * number = money',
    ])
  })

  test('quotients', () => {
    expect(algebraOf('/')).toEqual([
      'number / number = number',
      'money / number = money',
      'money / money = number',
      'days / days = number',
      'months / months = number',
    ])
  })

  test('powers', () => {
    expect(TYPES.map((type) => typeOf(`${type} ** 2`))).toEqual([
      'number',
      'feel.unit-mismatch',
      'feel.unit-mismatch',
      'feel.unit-mismatch',
      'feel.unit-mismatch',
      'feel.type-mismatch',
      'feel.type-mismatch',
    ])
  })

  test('only values of one type are compared, and put in order where the type has one', () => {
    const comparable = (operator: ComparisonOperator) =>
      TYPES.flatMap((left) =>
        TYPES.flatMap((right) =>
          typeOf(`${left} ${operator} ${right}`) === 'boolean' ? [`${left} ${right}`] : [],
        ),
      )
    const ordered = ['number number', 'money money', 'date date', 'days days', 'months months']
    expect(comparable('=')).toEqual([...ordered, 'boolean boolean', 'text text'])
    expect(comparable('!=')).toEqual([...ordered, 'boolean boolean', 'text text'])
    expect(comparable('<')).toEqual(ordered)
    expect(comparable('>=')).toEqual(ordered)
  })
})

describe('references', () => {
  test('each name and year is listed once, in the order of the text', () => {
    const source =
      'last(enterprise.revenue) / last(enterprise.revenue, 2) > enterprise.staff / 10 and last(enterprise.revenue) > yuan(1)'
    expect(check(source)).toEqual({
      type: 'boolean',
      references: [
        { name: 'enterprise.revenue', yearOffset: { base: 'last', n: 0 } },
        { name: 'enterprise.revenue', yearOffset: { base: 'last', n: 1 } },
        { name: 'enterprise.staff', yearOffset: null },
      ],
      issues: [],
    })
  })

  test('a bare yearly name in a yearly formula is of the same year', () => {
    expect(check('enterprise.revenue / previous(enterprise.revenue)', 'year').references).toEqual([
      { name: 'enterprise.revenue', yearOffset: { base: 'same', n: 0 } },
      { name: 'enterprise.revenue', yearOffset: { base: 'same', n: 1 } },
    ])
  })
})

describe('issues', () => {
  test('all faults are named at once, in the order of the text', () => {
    const source =
      'enterprise.x + enterprise.revenue > 1 and enterprise.sector = "mining" or 1 + true > yuan(1)'
    expect(check(source).issues).toEqual([
      { code: 'feel.unknown-name', offset: 0, length: 12, params: { name: 'enterprise.x' } },
      {
        code: 'feel.wrong-context',
        offset: 15,
        length: 18,
        params: { name: 'enterprise.revenue', reason: 'year-needed' },
      },
      {
        code: 'feel.unknown-code',
        offset: 62,
        length: 8,
        params: { name: 'enterprise.sector', code: 'mining' },
      },
      {
        code: 'feel.type-mismatch',
        offset: 74,
        length: 8,
        params: { operator: '+', found: 'number, boolean' },
      },
    ])
  })

  test.each([
    ['last(enterprise.staff)', 'point', 'not-yearly'],
    ['enterprise.revenue', 'point', 'year-needed'],
    ['previous(enterprise.revenue)', 'point', 'only-in-yearly-formula'],
    ['last(enterprise.revenue)', 'year', 'only-outside-yearly-formula'],
  ] as const)('%s in a %s formula: %s', (source, context, reason) => {
    expect(check(source, context).issues.map(({ params }) => params)).toEqual([
      { name: expect.any(String), reason },
    ])
  })

  test('the codes are stable', () => {
    expect(FEEL_ISSUE_CODES).toEqual([
      'feel.syntax',
      'feel.outside-profile',
      'feel.invalid-literal',
      'feel.constant-expected',
      'feel.depth',
      'feel.too-long',
      'feel.unknown-name',
      'feel.unknown-function',
      'feel.unknown-code',
      'feel.argument-count',
      'feel.type-mismatch',
      'feel.unit-mismatch',
      'feel.wrong-context',
    ])
  })
})
