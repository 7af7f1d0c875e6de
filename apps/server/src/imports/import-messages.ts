import { describeIssue } from '@huiqi/corpus'
import type { Bilingual, IssueParams } from '@huiqi/domain'

/** What is wrong with a batch, in both languages; `{name}` stands for a parameter. */
const MESSAGES: Readonly<Record<string, Bilingual>> = {
  'import.no-uscc-column': {
    zh: '没有“统一社会信用代码”列',
    en: 'There is no column of credit codes (uscc)',
  },
  'import.no-fact-column': { zh: '没有任何指标列', en: 'There is no column of facts' },
  'import.column-unknown': {
    zh: '列“{name}”不在指标词表中',
    en: 'Column “{name}” is not in the vocabulary',
  },
  'import.column-twice': { zh: '列“{name}”重复', en: 'Column “{name}” is there twice' },
  'import.column-of-things': {
    zh: '列“{name}”说的是项目、合同等事项，不能按企业导入',
    en: 'Column “{name}” is about projects, contracts or other things, not about enterprises',
  },
  'import.column-year': {
    zh: '列“{name}”须写明年度，如“{name}@2024”',
    en: 'Column “{name}” needs a year, such as “{name}@2024”',
  },
  'import.column-no-year': {
    zh: '列“{name}”的指标不分年度',
    en: 'The fact of column “{name}” has no years',
  },
  'import.column-future-year': {
    zh: '列“{name}”的年度还没有到',
    en: 'The year of column “{name}” is yet to come',
  },
  'import.uscc-missing': { zh: '缺少统一社会信用代码', en: 'The credit code is missing' },
  'import.uscc-twice': {
    zh: '统一社会信用代码 {uscc} 与第 {line} 行重复',
    en: 'Credit code {uscc} is in line {line} already',
  },
  'import.enterprise-unknown': {
    zh: '没有统一社会信用代码为 {uscc} 的企业',
    en: 'There is no enterprise with credit code {uscc}',
  },
  'import.name-missing': {
    zh: '新企业 {uscc} 缺少名称',
    en: 'The new enterprise {uscc} has no name',
  },
  'import.no-rows': { zh: '文件里没有数据行', en: 'The file has no rows' },
  'import.too-many': {
    zh: '问题太多，只列出前 {count} 个',
    en: 'Too many problems: only the first {count} are listed',
  },
  'csv.quotes': { zh: '引号没有闭合：{detail}', en: 'A quote is not closed: {detail}' },
  'file.format': {
    zh: '文件不是可读的 {format}：{detail}',
    en: 'The file cannot be read as {format}: {detail}',
  },
  'file.truncated': { zh: '{format} 文件不完整', en: 'The {format} file is cut off' },
  'file.encoding': { zh: '文件不是 UTF-8 编码', en: 'The file is not in UTF-8' },
}

const fill = (text: string, params: IssueParams): string =>
  text.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => String(params[name] ?? ''))

/** What is wrong, in both languages. */
export const sayIssue = (code: string, params: IssueParams): Bilingual => {
  const own = MESSAGES[code]
  if (own !== undefined) return { zh: fill(own.zh, params), en: fill(own.en, params) }
  const issue = { code, severity: 'error' as const, params }
  return { zh: describeIssue(issue, 'zh'), en: describeIssue(issue, 'en') }
}
