import type { FeelIssueCode } from '@huiqi/engine'
import type { IssueMessage } from './issue-message.ts'

const error = 'error' as const

/** Faults inside formulas. */
export const FORMULA_MESSAGES = {
  'formula.type': {
    severity: error,
    zh: '公式的结果应为 {expected}，现为 {found}',
    en: 'the formula must give {expected}, it gives {found}',
  },
  'formula.type-missing': {
    severity: error,
    zh: '公式需写 type（不能是 code）',
    en: 'a formula needs a type (not code)',
  },
  'formula.year': {
    severity: error,
    zh: '公式里用 last(x) 写年份，不写 year',
    en: 'a formula names years by last(x); leave out year',
  },
  'feel.syntax': {
    severity: error,
    zh: '公式写法有误：应为 {expected}，现为 {found}',
    en: 'the formula is badly formed: expected {expected}, found {found}',
  },
  'feel.outside-profile': {
    severity: error,
    zh: '公式不使用 {construct}',
    en: '{construct} is outside the formula profile',
  },
  'feel.invalid-literal': {
    severity: error,
    zh: '常量“{text}”写法有误：应为 {expected}',
    en: '"{text}" is not a valid constant: expected {expected}',
  },
  'feel.constant-expected': {
    severity: error,
    zh: '此处须为不超过 {limit} 的整数常量',
    en: 'here a whole constant of at most {limit} is needed',
  },
  'feel.depth': { severity: error, zh: '公式嵌套过深', en: 'the formula is nested too deeply' },
  'feel.too-long': { severity: error, zh: '公式过长', en: 'the formula is too long' },
  'feel.unknown-name': {
    severity: error,
    zh: '没有名为 {name} 的指标',
    en: 'there is no fact {name}',
  },
  'feel.unknown-function': {
    severity: error,
    zh: '没有函数 {name}',
    en: 'there is no function {name}',
  },
  'feel.unknown-code': {
    severity: error,
    zh: '{name} 没有代码“{code}”',
    en: '{name} has no code "{code}"',
  },
  'feel.argument-count': {
    severity: error,
    zh: '{name} 的参数个数不对：{found}',
    en: 'wrong number of arguments for {name}: {found}',
  },
  'feel.type-mismatch': {
    severity: error,
    zh: '{operator} 的类型不符：{found}',
    en: 'the types do not fit {operator}: {found}',
  },
  'feel.unit-mismatch': {
    severity: error,
    zh: '{operator} 的单位不符：{found}（金额、数字、日期不能混算）',
    en: 'the units do not fit {operator}: {found} (money, numbers and days do not mix)',
  },
  'feel.wrong-context': {
    severity: error,
    zh: '{name} 在此处的年份写法不对（{reason}）',
    en: 'the year of {name} cannot be written like this here ({reason})',
  },
} as const satisfies Readonly<Record<FeelIssueCode | `formula.${string}`, IssueMessage>>
