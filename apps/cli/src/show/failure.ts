import { formatIssue } from '@huiqi/corpus'
import { AppError, hasCode, type Issue, type Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import type { Io } from '../io.ts'
import type { OptionCode } from '../option-error.ts'
import { paint } from './paint.ts'

type Params = Readonly<Record<string, string>>

const OPTION_MESSAGES = {
  zh: {
    'option.date': ({ option, text }: Params) => `${option}：“${text}”不是日期，请写 2025-09-01`,
    'option.choice': ({ option, text, allowed }: Params) =>
      `${option}：没有“${text}”，可用：${allowed}`,
    'option.save-folder': ({ option, text }: Params) => `${option}：没有文件夹 ${text}`,
    'option.save-name': ({ option, text }: Params) =>
      `${option}：存成 YAML，文件名请以 .yaml 结尾，现为 ${text}`,
    'ask.no-terminal': () => '问答需要在终端里进行；也可以把指标直接写进企业文件',
  },
  en: {
    'option.date': ({ option, text }: Params) =>
      `${option}: "${text}" is not a day; write 2025-09-01`,
    'option.choice': ({ option, text, allowed }: Params) =>
      `${option}: there is no "${text}"; it may be ${allowed}`,
    'option.save-folder': ({ option, text }: Params) => `${option}: there is no folder ${text}`,
    'option.save-name': ({ option, text }: Params) =>
      `${option}: answers are saved as YAML; the name has to end in .yaml, not ${text}`,
    'ask.no-terminal': () =>
      'questions need a terminal; facts can also be written into the enterprise file',
  },
} as const satisfies Record<Language, Record<OptionCode, (params: Params) => string>>

const REASONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    empty: '空白',
    'not-a-number': '不是数字',
    'not-finite': '不是有限的数',
    exponent: '不用指数写法',
    grouping: '千分位逗号位置不对',
    'unknown-unit': '单位不认识',
    'fraction-of-fen': '小于一分',
    'too-large': '过大',
  },
  en: {
    empty: 'empty',
    'not-a-number': 'not a number',
    'not-finite': 'not finite',
    exponent: 'no exponents',
    grouping: 'commas group by three digits',
    'unknown-unit': 'unknown unit',
    'fraction-of-fen': 'less than one fen',
    'too-large': 'too large',
  },
}

const TEXT = {
  zh: {
    count: (count: number) => `发现 ${count} 处问题，没有给出结果：`,
    measure: (id: string) => `没有措施“${id}”`,
    several: (id: string) => `有几项措施都叫“${id}”，请写全编号：`,
    fact: (id: string) => `没有指标“${id}”`,
    missing: (path: string) => `找不到 ${path}`,
    folder: (path: string) => `${path} 是文件夹，不是文件`,
    forbidden: (path: string) => `没有权限读取 ${path}`,
    unreadable: (path: string, reason: string) => `读不了 ${path}（${reason}）`,
    similar: '是不是：',
    list: '全部措施：./huiqi measures',
  },
  en: {
    count: (count: number) => `${count} ${count === 1 ? 'problem' : 'problems'}, nothing was done:`,
    measure: (id: string) => `There is no measure "${id}"`,
    several: (id: string) => `Several measures are called "${id}"; write the whole id:`,
    fact: (id: string) => `There is no fact "${id}"`,
    missing: (path: string) => `${path} does not exist`,
    folder: (path: string) => `${path} is a folder, not a file`,
    forbidden: (path: string) => `${path} may not be read`,
    unreadable: (path: string, reason: string) => `${path} cannot be read (${reason})`,
    similar: 'did you mean:',
    list: 'all measures: ./huiqi measures',
  },
} as const

const isOptionCode = (code: string): code is OptionCode => code in OPTION_MESSAGES.zh

const asText = (value: Issue['params'][string], language: Language): string =>
  typeof value === 'object' ? words[language].punctuation.list(value) : String(value)

/** One line about an issue: its place, what is wrong, its code. */
export const showIssue = (issue: Issue, language: Language): string => {
  const { code, params, path = '' } = issue
  if (isOptionCode(code)) {
    const texts = Object.entries(params).map(([key, value]) => [key, asText(value, language)])
    return OPTION_MESSAGES[language][code]({ option: path, ...Object.fromEntries(texts) })
  }
  const reason = REASONS[language][String(params.reason)]
  const said = reason === undefined ? issue : { ...issue, params: { ...params, reason } }
  return formatIssue(said, language)
}

const list = (ids: readonly string[]): readonly string[] => ids.map((id) => `  ${id}`)

const showUnknownMeasure = (
  io: Io,
  { id, similar = [] }: { readonly id: string; readonly similar?: readonly string[] },
): string => {
  const text = TEXT[io.language]
  const isAmbiguous = similar.length > 1 && similar.every((each) => each.endsWith(`/${id}`))
  if (isAmbiguous) return [paint(io, 'bad', text.several(id)), ...list(similar)].join('\n')
  const hint = similar.length === 0 ? [text.list] : [text.similar, ...list(similar)]
  return [paint(io, 'bad', text.measure(id)), ...hint].join('\n')
}

const showUnreadable = (language: Language, path: string, reason: string): string => {
  const text = TEXT[language]
  if (reason === 'EISDIR') return text.folder(path)
  return reason === 'EACCES' ? text.forbidden(path) : text.unreadable(path, reason)
}

/** What went wrong, for the person at the terminal; null for anything that is a fault of our own. */
export const showFailure = (io: Io, error: unknown): string | null => {
  const text = TEXT[io.language]
  if (!(error instanceof AppError)) return null
  const say = (message: string): string => paint(io, 'bad', message)
  if (hasCode(error, 'invalid-input')) {
    const { issues } = error.params
    const lines = issues.map((issue) => showIssue(issue, io.language))
    const [only = ''] = lines
    return issues.every(({ code }) => isOptionCode(code))
      ? say(only)
      : [say(text.count(issues.length)), ...lines].join('\n')
  }
  if (hasCode(error, 'unknown-measure')) return showUnknownMeasure(io, error.params)
  if (hasCode(error, 'unknown-fact')) return say(text.fact(error.params.id))
  if (hasCode(error, 'file-not-found')) return say(text.missing(error.params.path))
  if (hasCode(error, 'unreadable-file')) {
    const { path, reason } = error.params
    return say(showUnreadable(io.language, path, reason))
  }
  return null
}
