import type { Issue, Language } from '@huiqi/domain'
import type { SimulationCode } from '@huiqi/population'

type Params = Readonly<Record<string, string>>

/** What can be wrong with how `simulate` is called, beyond the change itself. */
export type SimulateOptionCode =
  | 'simulate.no-city'
  | 'simulate.take-up'
  | 'simulate.budget'
  | 'simulate.json'

type Code = SimulationCode | SimulateOptionCode

const EXPECTED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    money: '带单位的金额，如 1000万元',
    rate: '比例，如 10%',
    count: '整数',
    number: '数值',
    boolean: '是或否',
    date: '日期，如 2025-09-01',
    day: '日期，如 2025-09-01',
    code: '代码',
    codes: '以逗号分隔的代码',
    condition: 'none（不再要求）',
    share: '0% 到 100% 的比例',
    positive: '大于零的数',
    fact: '该对象的指标编号',
    list: '至少一项',
    object: 'JSON 对象',
  },
  en: {
    money: 'an amount with its unit, such as 1000万元 or 10M',
    rate: 'a rate such as 10%',
    count: 'a whole number',
    number: 'a number',
    boolean: 'yes or no',
    date: 'a day such as 2025-09-01',
    day: 'a day such as 2025-09-01',
    code: 'a code',
    codes: 'codes with commas between them',
    condition: 'none (no longer required)',
    share: 'a share from 0% to 100%',
    positive: 'a number above zero',
    fact: 'the id of a fact about these things',
    list: 'at least one entry',
    object: 'a JSON object',
  },
}

const MESSAGES = {
  zh: {
    'simulate.change': ({ text }) => `--change 写成“路径=值”或“路径=原值..新值”，现为“${text}”`,
    'simulate.path': ({ path }) => `这项措施没有“${path}”这一处`,
    'simulate.path-ambiguous': ({ path }) => `“${path}”对应几处，请写全路径`,
    'simulate.value': ({ path, text, expected }) => `${path}：“${text}”不可用，应为${expected}`,
    'simulate.sweep': ({ path, text }) =>
      `${path === '' ? '--sweep' : path}：写成“路径=起..止/步长”，现为“${text}”`,
    'simulate.sweep-type': ({ path }) => `${path}：只有金额、比例、数值和日期可以逐档测算`,
    'simulate.sweep-length': ({ path, most }) => `${path}：至多 ${most} 档，请加大步长`,
    'simulate.no-rule': ({ measure }) => `${measure} 没有可计算的条件，无法测算`,
    'simulate.assumption': ({ path, expected }) => `假设文件 ${path}：应为${expected}`,
    'simulate.no-city': () =>
      '请用 --city 指明城市文件夹（./huiqi city generate 可生成），或用 --enterprises 临时生成',
    'simulate.take-up': ({ text }) => `--take-up：“${text}”不是 0% 到 100% 的比例`,
    'simulate.budget': ({ text }) => `--budget：“${text}”不是金额，请写 5000万元`,
    'simulate.json': ({ path }) => `${path} 不是 JSON`,
  },
  en: {
    'simulate.change': ({ text }) => `--change takes PATH=VALUE or PATH=OLD..NEW, not "${text}"`,
    'simulate.path': ({ path }) => `the measure has no place "${path}"`,
    'simulate.path-ambiguous': ({ path }) => `"${path}" fits several places; write the whole path`,
    'simulate.value': ({ path, text, expected }) =>
      `${path}: "${text}" does not fit; it has to be ${expected}`,
    'simulate.sweep': ({ path, text }) =>
      `${path === '' ? '--sweep' : path}: takes PATH=FROM..TO/STEP, not "${text}"`,
    'simulate.sweep-type': ({ path }) =>
      `${path}: only amounts, rates, numbers and days can be swept`,
    'simulate.sweep-length': ({ path, most }) =>
      `${path}: at most ${most} steps; choose a larger step`,
    'simulate.no-rule': ({ measure }) => `${measure} has no conditions that could be worked out`,
    'simulate.assumption': ({ path, expected }) =>
      `the assumption at ${path}: it has to be ${expected}`,
    'simulate.no-city': () =>
      '--city names a city folder (./huiqi city generate makes one); --enterprises makes one for this run',
    'simulate.take-up': ({ text }) => `--take-up: "${text}" is no share from 0% to 100%`,
    'simulate.budget': ({ text }) => `--budget: "${text}" is no amount; write 5000万元 or 50M`,
    'simulate.json': ({ path }) => `${path} is not JSON`,
  },
} as const satisfies Record<Language, Record<Code, (params: Params) => string>>

const LISTED = { zh: '可用：', en: 'it may be:' } as const
const MOST_LISTED = 60

const isKnown = (code: string): code is Code => code in MESSAGES.zh

/** What is wrong with a simulation, with what exists below it; null for other issues. */
export const showSimulationIssue = (issue: Issue, language: Language): string | null => {
  const { code, path = '', params } = issue
  if (!isKnown(code)) return null
  const { allowed = [], expected = '', ...rest } = params
  const texts = Object.entries(rest).map(([key, value]) => [key, String(value)])
  const said = MESSAGES[language][code]({
    ...Object.fromEntries(texts),
    path,
    expected: EXPECTED[language][String(expected)] ?? String(expected),
  })
  const names = typeof allowed === 'object' ? allowed : [String(allowed)]
  if (names.length === 0) return said
  const more = names.length > MOST_LISTED ? ['  …'] : []
  return [
    said,
    LISTED[language],
    ...names.slice(0, MOST_LISTED).map((name) => `  ${name}`),
    ...more,
  ].join('\n')
}
