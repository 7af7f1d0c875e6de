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
  'xlsx.encrypted': {
    zh: '工作簿有密码；请去掉密码后再上传',
    en: 'The workbook has a password; take it off and upload it again',
  },
  'xlsx.old': {
    zh: '这是旧的 .xls 格式；请另存为 .xlsx',
    en: 'This is the old .xls format; save it as .xlsx',
  },
  'xlsx.too-large': {
    zh: '工作簿解开后超过 {megabytes} MB；请分成几个文件，或用 CSV、Parquet',
    en: 'Unpacked the workbook is larger than {megabytes} MB; cut it into several, or use CSV or Parquet',
  },
  'xlsx.sheets': {
    zh: '几张工作表的表头不同：{names}；请只留一张，或用相同的表头',
    en: 'The sheets have different heads: {names}; leave one only, or give them the same head',
  },
  'xlsx.merged': {
    zh: '表头以下有合并单元格（{cell}）；请取消合并并逐格填写',
    en: 'Cells below the head are merged ({cell}); split them and fill in each',
  },
  'xlsx.unit-above': {
    zh: '表头上方写着“{found}”（{cell}）；请把单位写进列名，如“营业收入（万元）2024”',
    en: 'Above the head it says “{found}” ({cell}); write the unit into the names of the columns, such as “Operating revenue (万元) 2024”',
  },
  'xlsx.head': {
    zh: '表头里有错误值，或有还没有算出结果的公式（{cell}）',
    en: 'The head has an error, or a formula without a result ({cell})',
  },
  'xlsx.error': { zh: '{cell} 是错误值 {found}', en: '{cell} is the error {found}' },
  'xlsx.formula': {
    zh: '{cell} 的公式还没有结果；请在 Excel 中打开并保存',
    en: 'The formula in {cell} has no result yet; open the workbook in Excel and save it',
  },
  'xlsx.outside': {
    zh: '{cell} 在表头之外，没有列名',
    en: '{cell} is outside the head: its column has no name',
  },
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
