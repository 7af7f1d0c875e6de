import type { Condition } from '@huiqi/engine'
import { group, holds, leaf, number } from './trap-rules.ts'

const A = leaf('enterprise.is_listed', { is: true })
const B = leaf('enterprise.has_own_brand', { is: true })
const JUDGED = leaf('enterprise.fills_gap', { is: true })

const LOGIC: Readonly<Record<string, Condition>> = {
  'all of two': group('all', A, B),
  'any of two': group('any', A, B),
  'none of two': group('except', A, B),
  'nested exceptions': group('except', group('all', A, group('except', B, JUDGED))),
  'a judgement beside a fact': group('all', A, JUDGED),
  'a judgement or a fact': group('any', A, JUDGED),
  'a judgement alone': JUDGED,
  'a fact that settles before the judgement matters': group(
    'any',
    group('all', A, JUDGED),
    group('all', B, leaf('enterprise.is_in_six_bases', { is: false })),
  ),
  'a hole in the text beside a fact': group(
    'all',
    A,
    leaf('enterprise.revenue@last', { 'at-least': null }),
  ),
  'a hole beside a failing test': leaf('enterprise.revenue@last', {
    'at-least': null,
    'less-than': 50_000,
  }),
  'is not true': leaf('enterprise.is_listed', { 'is-not': true }),
  'truths compared': holds('enterprise.is_listed = enterprise.has_own_brand'),
  'truths that differ': holds('enterprise.is_listed != enterprise.has_own_brand'),
  'and, or and not in a formula': holds(
    'enterprise.is_listed and not(enterprise.has_own_brand) or enterprise.fills_gap',
  ),
}

const NUMBERS: Readonly<Record<string, Condition>> = {
  'a ratio exactly at its bound': leaf('enterprise.rd_ratio@last', { 'at-least': number('0.03') }),
  'a ratio against thirds': leaf('enterprise.rd_ratio@last', { 'less-than': number('1/3') }),
  'a ratio equal to a value': leaf('enterprise.debt_ratio@last', { is: number('0.75') }),
  'a share as stated against thirds': leaf('enterprise.niche_market_share', {
    'at-least': number('1/3'),
  }),
  'growth from zero asks for a review': leaf('enterprise.revenue_growth@last', { 'more-than': 0 }),
  'growth over two years': leaf('enterprise.revenue_growth_two_years@last', {
    'at-least': number('0.1025'),
  }),
  'the average of two growths': leaf('enterprise.main_revenue_growth_two_year_average@last', {
    'at-most': number('0.2'),
  }),
  'a ratio of ratios': holds('last(enterprise.rd_ratio) / last(enterprise.debt_ratio) >= 0.1'),
  'a loss over revenue': holds('last(enterprise.net_profit) / last(enterprise.revenue) < -0.1'),
  'divided by a loss': holds('last(enterprise.revenue) / last(enterprise.net_profit) <= 5'),
  'divided by zero beside a missing fact': holds(
    '1 / last(enterprise.rd_staff) + enterprise.ip_class_two >= 1',
  ),
  'either side may lack a value': holds(
    '1 / last(enterprise.rd_staff) = 1 or enterprise.is_listed',
  ),
  'a wide product': holds(
    'last(enterprise.revenue) * 100000000 >= last(enterprise.total_assets) * 99999999',
  ),
  'a product with zero stays open': holds('enterprise.ip_class_two * 0 = 0'),
  'the least and the greatest are strict': holds(
    'min(last(enterprise.revenue), last(enterprise.total_assets)) <= max(last(enterprise.net_profit), yuan(1000000))',
  ),
  'the size of a loss': holds('abs(last(enterprise.net_profit)) >= yuan(50000)'),
  'a power': holds('(1 + last(enterprise.rd_ratio)) ** 2 > 1.05'),
  'an inverse power': holds('enterprise.ip_class_two ** -2 >= 0.01'),
  'between bounds of which one may be missing': holds(
    'last(enterprise.revenue) in [last(enterprise.net_profit)..last(enterprise.total_assets))',
  ),
  'one of several spans': holds('enterprise.ip_class_two in (< 3, [10..20], > 1000)'),
  'an average in thirds of a fen': leaf('enterprise.main_revenue_three_year_average', {
    'more-than': number('1000/3'),
  }),
  'rounded both ways': holds(
    'round half up(last(enterprise.net_profit) / 7, 0) >= round half down(last(enterprise.net_profit) / 7, 0)',
  ),
  'rounded down past zero': holds(
    'round down(last(enterprise.net_profit) / 3, -4) > floor(last(enterprise.net_profit) / 3, -4)',
  ),
  'rounded to even': holds('decimal(enterprise.ip_class_two / 2, 0) = enterprise.ip_class_two / 2'),
  'rounded up': holds(
    'round up(last(enterprise.net_profit) / 4, 0) < ceiling(last(enterprise.net_profit) / 4)',
  ),
  'a choice whose branches agree': holds('(if enterprise.is_listed then 1 else 1) = 1'),
  'a choice of figures': holds(
    '(if enterprise.is_listed then last(enterprise.revenue) else last(enterprise.total_assets)) >= yuan(5000000)',
  ),
  'a choice of a quotient': holds(
    '(if enterprise.is_listed then 1 / last(enterprise.rd_staff) else 2) > 0.5',
  ),
}

const DATES: Readonly<Record<string, Condition>> = {
  'not before a day': leaf('enterprise.four_above_first_on', { 'not-before': '2023-05-17' }),
  'not after a day': leaf('enterprise.four_above_first_on', { 'not-after': '2023-05-17' }),
  'not before, failed': group(
    'except',
    leaf('enterprise.four_above_first_on', { 'not-before': '2023-05-17' }),
  ),
  'exactly a day': leaf('enterprise.founded_on', { is: '2020-02-28' }),
  never: leaf('enterprise.four_above_first_on', { is: 'never' }),
  'some day': leaf('enterprise.four_above_first_on', { 'is-not': 'never' }),
  'a date that may never have come has no value': holds(
    'enterprise.four_above_first_on <= enterprise.founded_on',
  ),
  'whole years': holds('full_years_between(enterprise.founded_on, as_of) >= 3'),
  'whole years backwards': holds('full_years_between(as_of, enterprise.founded_on) > -3'),
  'whole months': holds(
    'full_months_between(enterprise.founded_on, enterprise.above_size_entered_on) < 10',
  ),
  'months end with the month': holds('enterprise.founded_on + @"P1M" <= @"2021-01-28"'),
  'months back': holds('enterprise.above_size_entered_on - @"P1Y6M" >= enterprise.founded_on'),
  'days added': holds('enterprise.founded_on + @"P45D" > @"2020-04-12"'),
  'days between': holds('as_of - enterprise.founded_on >= @"P1000D"'),
  'days that vary': holds('enterprise.founded_on + (as_of - enterprise.founded_on) = as_of'),
  'the later of two days': holds(
    'max(enterprise.founded_on, enterprise.above_size_entered_on) <= as_of',
  ),
}

const CODES: Readonly<Record<string, Condition>> = {
  'a number that is a text': leaf('enterprise.district', { is: '310101' }),
  'one of two districts': leaf('enterprise.district', { 'one-of': ['310101', '310115'] }),
  'none of two districts': leaf('enterprise.district', { 'none-of': ['310101', '310115'] }),
  'a section': leaf('enterprise.industry', { 'one-of': ['C'] }),
  'not in two sections': leaf('enterprise.industry', { 'none-of': ['C', 'K'] }),
  'divisions of a section': leaf('enterprise.industry', { 'one-of': ['59', '40'] }),
  'every division of a section': leaf('enterprise.industry', { 'one-of': ['61', '62'] }),
  'a group below a division': leaf('enterprise.industry', { 'one-of': ['591', '701'] }),
  'a class that the list does not hold': leaf('enterprise.industry', {
    'one-of': ['7013', '4011'],
  }),
  'exactly a division': leaf('enterprise.industry', { is: '59' }),
  'exactly a section': leaf('enterprise.industry', { is: 'C' }),
  'not exactly a division': leaf('enterprise.industry', { 'is-not': '61' }),
  'an industry in a formula': holds('enterprise.industry in ("35", "C")'),
  'a code in a formula': holds('enterprise.district = "310115"'),
  'two smallest classes': leaf('enterprise.size_class', { 'one-of': ['small', 'micro'] }),
  'the outer classes': leaf('enterprise.size_class', { 'one-of': ['large', 'micro'] }),
  'not the middle classes': leaf('enterprise.size_class', { 'none-of': ['medium', 'small'] }),
  'exactly one class': leaf('enterprise.size_class', { is: 'small' }),
  'any class but one': leaf('enterprise.size_class', { 'is-not': 'large' }),
  'above size': leaf('enterprise.is_above_size', { is: true }),
  'a small enterprise': leaf('enterprise.is_sme', { is: false }),
}

const SCORES: Readonly<Record<string, Condition>> = {
  'at least a score': leaf('score.specialised_2022', { 'at-least': 20 }),
  'at most a score': leaf('score.specialised_2022', { 'at-most': 40 }),
  'more than a score': leaf('score.innovative_2022', { 'more-than': number('22.5') }),
  'less than the score of a group': leaf('score.innovative_2022.growth', { 'less-than': 15 }),
  'exactly a score': leaf('score.innovative_2022.innovation', { is: 20 }),
  'a score in a formula': holds('score.innovative_2022.growth / 2 >= 5'),
}

/** Conditions at which SQL and the evaluator could part, by what they try. */
export const TRAP_CONDITIONS: Readonly<Record<string, Condition>> = {
  ...LOGIC,
  ...NUMBERS,
  ...DATES,
  ...CODES,
  ...SCORES,
}
