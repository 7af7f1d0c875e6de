const error = 'error' as const

/** Faults of notation and shape, the same in every file. */
export const NOTATION_MESSAGES = {
  'yaml.syntax': { severity: error, zh: 'YAML 写法有误：{detail}', en: 'not valid YAML: {detail}' },
  'yaml.duplicate-key': { severity: error, zh: '同一个键写了两次', en: 'the key stands twice' },
  'yaml.anchor': {
    severity: error,
    zh: '不使用锚点与别名（{detail}）',
    en: 'anchors and aliases are not used ({detail})',
  },
  'yaml.key': { severity: error, zh: '键必须是文字', en: 'a key must be text' },
  'json.syntax': { severity: error, zh: 'JSON 写法有误：{detail}', en: 'not valid JSON: {detail}' },
  'file.unknown': {
    severity: error,
    zh: '不认识的文件，政策文件以 .yaml 结尾',
    en: 'unknown file; policy files end in .yaml',
  },
  'schema.unknown-key': { severity: error, zh: '不认识的键 {key}', en: 'unknown key {key}' },
  'schema.missing-key': { severity: error, zh: '缺少 {key}', en: '{key} is missing' },
  'schema.type': {
    severity: error,
    zh: '此处的内容类型不对：应为 {expected}，现为 {found}',
    en: 'wrong kind of content: expected {expected}, found {found}',
  },
  'schema.value': {
    severity: error,
    zh: '“{found}”不在可用的值中：{allowed}',
    en: '"{found}" is not one of {allowed}',
  },
  'schema.format': {
    severity: error,
    zh: '“{found}”的写法不合规',
    en: '"{found}" is badly formed',
  },
  'schema.shape': { severity: error, zh: '内容不合规：{detail}', en: 'not allowed here: {detail}' },
  'text.untranslated': {
    severity: error,
    zh: '缺少译文 {language}',
    en: 'the {language} text is missing',
  },
  'text.empty': { severity: error, zh: '{language} 文字为空', en: 'the {language} text is empty' },
  'text.no-han': {
    severity: error,
    zh: '中文里没有汉字',
    en: 'the Chinese text has no Chinese character',
  },
  'text.han-in-english': {
    severity: error,
    zh: '英文里夹有未加引号的汉字：{found}',
    en: 'Chinese outside quotation marks in the English text: {found}',
  },
  'literal.money': {
    severity: error,
    zh: '“{found}”不是金额（{reason}）',
    en: '"{found}" is not an amount ({reason})',
  },
  'literal.money-unit': {
    severity: error,
    zh: '“{found}”缺少单位，金额写作 50万元、2000元',
    en: '"{found}" has no unit; write money as 50万元 or 2000元',
  },
  'literal.rate': {
    severity: error,
    zh: '“{found}”不是比例，写作 5%',
    en: '"{found}" is not a rate; write 5%',
  },
  'literal.number': { severity: error, zh: '“{found}”不是数字', en: '"{found}" is not a number' },
  'literal.count': {
    severity: error,
    zh: '“{found}”不是非负整数',
    en: '"{found}" is not a whole number from zero up',
  },
  'literal.date': {
    severity: error,
    zh: '“{found}”不是日期，写作 2025-05-17',
    en: '"{found}" is not a day; write 2025-05-17',
  },
  'literal.boolean': {
    severity: error,
    zh: '“{found}”应为 true 或 false',
    en: '"{found}" must be true or false',
  },
  'literal.never': {
    severity: error,
    zh: 'never 只能与 is、is-not 连用，不能与 {word} 连用',
    en: 'never goes with is and is-not, not with {word}',
  },
  'literal.code-without-list': {
    severity: error,
    zh: '“{found}”没有可对照的代码表',
    en: '"{found}" has no code list to be looked up in',
  },
  'code.unknown': {
    severity: error,
    zh: '代码表 {list} 没有“{found}”',
    en: '"{found}" is not in the code list {list}',
  },
  'code.repeated': {
    severity: error,
    zh: '代码 {code} 写了两次',
    en: 'the code {code} stands twice',
  },
  'id.duplicate': {
    severity: error,
    zh: '{id} 已在 {other} 写过',
    en: '{id} is already written in {other}',
  },
  'id.repeated': { severity: error, zh: '标识 {id} 重复', en: 'the id {id} stands twice' },
  'id.not-path': {
    severity: error,
    zh: '标识应与路径一致：{expected}',
    en: 'the id must be the path: {expected}',
  },
} as const
