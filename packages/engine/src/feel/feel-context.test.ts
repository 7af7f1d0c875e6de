import { describe, expect, test } from 'vitest'
import { outcomeOf } from './example-formula.ts'

type Row = readonly [formula: string, outcome: string]

const expectRows = (rows: readonly Row[], context: 'point' | 'year' = 'point'): void => {
  test.each(rows)('%s → %s', (formula, outcome) => {
    expect(outcomeOf(formula, context)).toBe(outcome)
  })
}

describe('unknown and absent values', () => {
  expectRows([
    ['enterprise.rd_staff', 'unknown: enterprise.rd_staff'],
    ['enterprise.rd_staff / enterprise.staff', 'unknown: enterprise.rd_staff'],
    ['enterprise.rd_staff * 0', 'unknown: enterprise.rd_staff'],
    [
      'enterprise.rd_staff > 3 or enterprise.is_audited or enterprise.rd_staff > 4',
      'unknown: enterprise.rd_staff, enterprise.is_audited',
    ],
    ['enterprise.rd_staff = enterprise.rd_staff', 'unknown: enterprise.rd_staff'],
    ['min(enterprise.rd_staff, 0)', 'unknown: enterprise.rd_staff'],
    ['min(project.subsidy, yuan(500000))', 'unknown: project.subsidy'],
    ['enterprise.rd_staff between 200 and 100', 'unknown: enterprise.rd_staff'],
    ['not(enterprise.district = "minhang")', 'unknown: enterprise.district'],
    ['enterprise.is_audited and false', 'false'],
    ['false and enterprise.is_audited', 'false'],
    ['enterprise.is_audited and true', 'unknown: enterprise.is_audited'],
    ['enterprise.is_audited or true', 'true'],
    ['true or enterprise.is_audited', 'true'],
    ['enterprise.is_audited or false', 'unknown: enterprise.is_audited'],
    ['not(enterprise.is_audited)', 'unknown: enterprise.is_audited'],
    ['if enterprise.is_audited then 1 else 1.0', '1'],
    ['if enterprise.is_audited then 1 else 2', 'unknown: enterprise.is_audited'],
    [
      'if enterprise.is_audited then enterprise.rd_staff else 2',
      'unknown: enterprise.is_audited, enterprise.rd_staff',
    ],
    ['if true then 1 else enterprise.rd_staff', '1'],
    ['1 / 0 + enterprise.rd_staff', 'no value: division-by-zero'],
    ['1 / 0 = 1 and false', 'false'],
    ['1 / 0 = 1 and true', 'no value: division-by-zero'],
    ['1 / 0 = 1 or true', 'true'],
    ['1 / 0 = 1 or enterprise.closed_on > as_of', 'no value: division-by-zero'],
    ['1 / 0 = 1 and enterprise.is_audited', 'unknown: enterprise.is_audited'],
    ['not(1 / 0 = 1)', 'no value: division-by-zero'],
    ['if 1 / 0 = 1 then 2 else 2', '2'],
    ['if 1 / 0 = 1 then 2 else 3', 'no value: division-by-zero'],
    ['if 1 / 0 = 1 then enterprise.rd_staff else 3', 'unknown: enterprise.rd_staff'],
    ['if 1 / 0 = 1 then enterprise.rd_staff else 1 / 0', 'no value: division-by-zero'],
    ['if enterprise.is_audited then 1 / 0 else 2 / 0', 'no value: division-by-zero'],
    ['if enterprise.is_audited then 1 / 0 else 2', 'unknown: enterprise.is_audited'],
  ])
})

describe('yearly facts outside a yearly formula', () => {
  expectRows([
    ['last(enterprise.revenue)', '30000000 yuan'],
    ['last(enterprise.revenue, 1)', '30000000 yuan'],
    ['last(enterprise.revenue, 2)', '20000000 yuan'],
    ['last(enterprise.revenue, 3)', 'unknown: enterprise.revenue last 2'],
    ['this_year(enterprise.revenue)', '40000000 yuan'],
    ['last(enterprise.revenue) / last(enterprise.revenue, 2) - 1', '0.5'],
    ['last(enterprise.rd_spending) / last(enterprise.revenue) >= 0.03', 'true'],
    ['last(enterprise.rd_spending) / last(enterprise.revenue) > 0.03', 'false'],
    ['enterprise.revenue', 'feel.wrong-context 0+18'],
    ['previous(enterprise.revenue)', 'feel.wrong-context 0+28'],
    ['last(enterprise.staff)', 'feel.wrong-context 0+22'],
    ['this_year(enterprise.staff)', 'feel.wrong-context 0+27'],
    ['last(enterprise.revenue, 0)', 'feel.constant-expected 25+1'],
    ['last(enterprise.revenue, enterprise.staff)', 'feel.constant-expected 25+16'],
    ['last(enterprise.revenue, 1, 2)', 'feel.argument-count 0+30'],
    ['this_year(enterprise.revenue, 1)', 'feel.argument-count 0+32'],
    ['last()', 'feel.argument-count 0+6'],
    ['last(1)', 'feel.syntax 5+1'],
    ['last(last(enterprise.revenue))', 'feel.syntax 5+24'],
    ['last(enterprise.profit)', 'feel.unknown-name 0+23'],
  ])
})

describe('yearly facts in a yearly formula', () => {
  expectRows(
    [
      ['enterprise.revenue', '30000000 yuan'],
      ['enterprise.revenue / previous(enterprise.revenue) - 1', '0.5'],
      ['previous(enterprise.revenue, 1)', '20000000 yuan'],
      [
        'previous(enterprise.revenue) / previous(enterprise.revenue, 2) - 1',
        'no value: division-by-zero',
      ],
      ['previous(enterprise.revenue, 3)', 'unknown: enterprise.revenue same 3'],
      ['enterprise.revenue / enterprise.staff', '250000 yuan'],
      ['last(enterprise.revenue)', 'feel.wrong-context 0+24'],
      ['this_year(enterprise.revenue)', 'feel.wrong-context 0+29'],
      ['previous(enterprise.staff)', 'feel.wrong-context 0+26'],
      ['previous(enterprise.revenue, -1)', 'feel.constant-expected 29+2'],
    ],
    'year',
  )
})

describe('names and blanks', () => {
  expectRows([
    ['企业.人数 + 1', '8'],
    ['  1\n+\t1  ', '2'],
    ['1 /* one */ + 1 // two', '2'],
    ['enterprise.unknown', 'feel.unknown-name 0+18'],
    ['enterprise.staf + enterprise.staf2', 'feel.unknown-name 0+15, feel.unknown-name 18+16'],
    ['enterprise .staff', 'feel.outside-profile 11+1'],
    ['enterprise staff', 'feel.syntax 11+5'],
  ])
})

describe('text that is no formula', () => {
  expectRows([
    ['', 'feel.syntax 0+0'],
    ['1 +', 'feel.syntax 3+0'],
    ['1 2', 'feel.syntax 2+1'],
    ['1)', 'feel.syntax 1+1'],
    ['(1', 'feel.syntax 2+0'],
    ['min(1, 2', 'feel.syntax 8+0'],
    ['"abc', 'feel.syntax 0+4'],
    ['"a\nb"', 'feel.syntax 0+5'],
    ['"\\x"', 'feel.invalid-literal 0+4'],
    ['"\\U110000"', 'feel.invalid-literal 0+10'],
    ['1 & 2', 'feel.syntax 2+1'],
    ['1 & 2 & 3', 'feel.syntax 2+1, feel.syntax 6+1'],
    ['1 😀 2', 'feel.syntax 2+2'],
    ['((1 + ) * 2) + foo(, 3)', 'feel.syntax 6+1, feel.syntax 19+1'],
    ['(1 2) + (3 4)', 'feel.syntax 3+1, feel.syntax 11+1'],
    ['min(1 2, 3) + )', 'feel.syntax 6+1, feel.syntax 14+1'],
  ])
})

describe('FEEL that the profile leaves out', () => {
  expectRows([
    ['null', 'feel.outside-profile 0+4'],
    ['enterprise.staff = null', 'feel.outside-profile 19+4'],
    ['[1, 2]', 'feel.outside-profile 0+1'],
    ['1 in [1, 2]', 'feel.outside-profile 5+1'],
    ['{a: 1}', 'feel.outside-profile 0+1, feel.syntax 2+1'],
    ['for x in y return x', 'feel.outside-profile 0+3'],
    ['some x in y satisfies x', 'feel.outside-profile 0+4'],
    ['every x in y satisfies x', 'feel.outside-profile 0+5'],
    ['function(a) a', 'feel.outside-profile 0+8'],
    ['1 instance of number', 'feel.outside-profile 2+8'],
    ['(as_of).year', 'feel.outside-profile 7+1'],
    ['1e3', 'feel.outside-profile 0+3'],
    ['today()', 'feel.outside-profile 0+7'],
    ['now()', 'feel.outside-profile 0+5'],
    ['string length("abc")', 'feel.outside-profile 0+20'],
    ['count(1)', 'feel.outside-profile 0+8'],
  ])
})
