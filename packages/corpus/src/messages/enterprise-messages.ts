const error = 'error' as const
const warning = 'warning' as const

/** Faults of enterprise files. */
export const ENTERPRISE_MESSAGES = {
  'file.encoding': {
    severity: error,
    zh: '文件不是 UTF-8 编码',
    en: 'the file is not encoded as UTF-8',
  },
  'enterprise.no-map': {
    severity: error,
    zh: '文件应由“键: 值”组成，如 name、uscc、facts',
    en: 'the file must consist of keys and values such as name, uscc and facts',
  },
  'enterprise.unknown-key': {
    severity: error,
    zh: '不认识的键 {key}',
    en: 'unknown key {key}',
  },
  'enterprise.wrong-place': {
    severity: error,
    zh: '{fact} 应写在 {list} 下',
    en: '{fact} belongs under {list}',
  },
  'enterprise.fact-twice': { severity: error, zh: '{fact} 写了两次', en: '{fact} is stated twice' },
  'enterprise.year-needed': {
    severity: error,
    zh: '{fact} 是年度指标，请写明年份，如 2024: …',
    en: '{fact} is yearly: write the year, such as 2024: …',
  },
  'enterprise.year-unwanted': {
    severity: error,
    zh: '{fact} 不是年度指标，不写年份',
    en: '{fact} is not yearly: leave out the year',
  },
  'enterprise.year': {
    severity: error,
    zh: '“{found}”不是年份，写作 2024',
    en: '"{found}" is not a year; write 2024',
  },
  'enterprise.future-year': {
    severity: error,
    zh: '{year} 年尚未到来',
    en: 'the year {year} has not come yet',
  },
  'enterprise.fen': {
    severity: error,
    zh: '{fact} 不是金额，不能以分计',
    en: '{fact} is not money and cannot be given in fen',
  },
  'enterprise.title-order': {
    severity: error,
    zh: '{title} 的有效期至 {to} 早于认定日期 {from}',
    en: 'the title is valid until {to}, before it was granted on {from}',
  },
  'enterprise.award-measure': {
    severity: warning,
    zh: '政策库里没有措施 {id}，此项不影响结果',
    en: 'there is no measure {id}; this award changes nothing',
  },
  'value.money': {
    severity: error,
    zh: '{fact}：“{found}”不是金额（{reason}），可写 8600万元 或 86,000,000',
    en: '{fact}: "{found}" is not an amount ({reason}); write 8600万元 or 86,000,000',
  },
  'value.fen': {
    severity: error,
    zh: '{fact}：“{found}”不是以分计的整数',
    en: '{fact}: "{found}" is not a whole number of fen',
  },
  'value.rate': {
    severity: error,
    zh: '{fact}：“{found}”不是比例，可写 5% 或 0.05',
    en: '{fact}: "{found}" is not a rate; write 5% or 0.05',
  },
  'value.rate-plain': {
    severity: error,
    zh: '{fact}：“{found}”大于 1，请写明百分号，如 {found}%',
    en: '{fact}: "{found}" is above 1; write {found}% if percent is meant',
  },
  'value.number': {
    severity: error,
    zh: '{fact}：“{found}”不是数字',
    en: '{fact}: "{found}" is not a number',
  },
  'value.count': {
    severity: error,
    zh: '{fact}：“{found}”不是非负整数',
    en: '{fact}: "{found}" is not a whole number from zero up',
  },
  'value.date': {
    severity: error,
    zh: '{fact}：“{found}”不是日期，可写 2024-11-15；从未发生写 never',
    en: '{fact}: "{found}" is not a day; write 2024-11-15, or never',
  },
  'value.boolean': {
    severity: error,
    zh: '{fact}：“{found}”应为 是 或 否',
    en: '{fact}: "{found}" must be yes or no',
  },
  'value.code': {
    severity: error,
    zh: '{fact}：代码表 {list} 没有“{found}”',
    en: '{fact}: "{found}" is not in the list {list}',
  },
  'value.below-min': {
    severity: error,
    zh: '{fact}：“{found}”低于可能的最小值 {limit}',
    en: '{fact}: "{found}" is below the least possible value {limit}',
  },
  'value.above-max': {
    severity: error,
    zh: '{fact}：“{found}”高于可能的最大值 {limit}',
    en: '{fact}: "{found}" is above the greatest possible value {limit}',
  },
  'csv.no-row': {
    severity: error,
    zh: '没有第 {row} 行，表头以下共 {rows} 行',
    en: 'there is no row {row}; below the head are {rows}',
  },
  'csv.cells': {
    severity: error,
    zh: '表头有 {expected} 列，此行有 {found} 列',
    en: 'the head has {expected} columns, this row {found}',
  },
  'uscc.length': {
    severity: error,
    zh: '统一社会信用代码应为 {expected} 位，现为 {length} 位',
    en: 'a credit code has {expected} characters, here are {length}',
  },
  'uscc.alphabet': {
    severity: error,
    zh: '统一社会信用代码第 {position} 位不能是“{character}”',
    en: 'character {position} of the credit code cannot be "{character}"',
  },
  'uscc.check-digit': {
    severity: error,
    zh: '统一社会信用代码的校验位应为 {expected}，现为 {character}',
    en: 'the check character of the credit code should be {expected}, it is {character}',
  },
  'uscc.organisation-code': {
    severity: warning,
    zh: '统一社会信用代码里的组织机构代码未通过自身校验',
    en: 'the organisation code inside the credit code fails its own check',
  },
} as const
