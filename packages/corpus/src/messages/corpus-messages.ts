const error = 'error' as const
const warning = 'warning' as const

/** Faults of facts, conditions, amounts, tables and measures. */
export const CORPUS_MESSAGES = {
  'fact.unknown': { severity: error, zh: '没有指标 {fact}', en: 'there is no fact {fact}' },
  'fact.id': {
    severity: error,
    zh: '指标名 {fact} 不合规，应如 enterprise.revenue',
    en: '{fact} is not a fact name such as enterprise.revenue',
  },
  'fact.other-subject': {
    severity: error,
    zh: '{fact} 是 {subject} 的指标，此处只可用企业或 {about} 的指标',
    en: '{fact} is about a {subject}; here only facts of the enterprise or of a {about} may stand',
  },
  'fact.year-missing': {
    severity: error,
    zh: '{fact} 是年度指标，需写 year 或 years',
    en: '{fact} is yearly: say year or years',
  },
  'fact.year-unwanted': {
    severity: error,
    zh: '{fact} 不是年度指标，不写 year',
    en: '{fact} is not yearly: leave out year',
  },
  'fact.years': {
    severity: error,
    zh: 'years 有重复，或与 year 并用',
    en: 'years names a year twice or stands beside year',
  },
  'fact.derivation': {
    severity: error,
    zh: 'derive 只写 formula、class-table、score 之一',
    en: 'derive takes one of formula, class-table and score',
  },
  'fact.derivation-type': {
    severity: error,
    zh: '{fact} 的类型应为 {expected}，才能由此推算',
    en: '{fact} must be of type {expected} to be derived this way',
  },
  'fact.cycle': { severity: error, zh: '推算成环：{cycle}', en: 'derived in a circle: {cycle}' },
  'fact.unused': { severity: warning, zh: '没有规则用到 {fact}', en: 'no rule uses {fact}' },
  'fact.codes-missing': {
    severity: error,
    zh: 'code 类指标需写 codes',
    en: 'a fact of type code needs codes',
  },
  'fact.codes-unwanted': {
    severity: error,
    zh: '{type} 类指标不写 codes',
    en: 'a fact of type {type} has no codes',
  },
  'fact.unit-missing': {
    severity: error,
    zh: 'count 类指标需写 unit',
    en: 'a fact of type count needs a unit',
  },
  'fact.unit-unwanted': {
    severity: error,
    zh: '{type} 类指标不写 unit',
    en: 'a fact of type {type} has no unit of its own',
  },
  'fact.limit': {
    severity: error,
    zh: 'min、max 应是 {type} 类型的数值',
    en: 'min and max must be numeric values of type {type}',
  },
  'fact.question-missing': { severity: error, zh: '缺少 question', en: 'question is missing' },
  'fact.source-missing': {
    severity: error,
    zh: '{fact} 需写 source 与 grade',
    en: '{fact} needs source and grade',
  },
  'reference.one-of-fact-formula': {
    severity: error,
    zh: '需写且只写 fact 或 formula 之一',
    en: 'give either fact or formula',
  },
  'code-list.unknown': { severity: error, zh: '没有代码表 {id}', en: 'there is no code list {id}' },
  'code.parent-unknown': {
    severity: error,
    zh: '代码 {code} 的上级 {parent} 不存在',
    en: 'the parent {parent} of the code {code} does not exist',
  },
  'parameter.unknown': { severity: error, zh: '没有参数 {id}', en: 'there is no parameter {id}' },
  'parameter.type': {
    severity: error,
    zh: '参数 {id} 的类型是 {found}，此处需要 {expected}',
    en: 'the parameter {id} is of type {found}, here {expected} is needed',
  },
  'parameter.code': {
    severity: error,
    zh: '参数不能是 code 类型',
    en: 'a parameter cannot be of type code',
  },
  'parameter.order': {
    severity: error,
    zh: '各期应按日期先后排列',
    en: 'the periods must follow each other in time',
  },
  'parameter.gap': {
    severity: error,
    zh: '{from} 至 {to} 之间没有数值',
    en: 'no value from {from} to {to}',
  },
  'parameter.overlap': {
    severity: error,
    zh: '{from} 起的数值与前一期重叠',
    en: 'the value from {from} overlaps the one before',
  },
  'period.order': {
    severity: error,
    zh: '结束日 {to} 早于开始日 {from}',
    en: 'the last day {to} lies before the first day {from}',
  },
  'agency.unknown': { severity: error, zh: '没有机构 {id}', en: 'there is no agency {id}' },
  'qualification.unknown': {
    severity: error,
    zh: '没有资质 {id}',
    en: 'there is no qualification {id}',
  },
  'measure.unknown': { severity: error, zh: '没有措施 {id}', en: 'there is no measure {id}' },
  'instrument.unknown': {
    severity: error,
    zh: '文件夹 {id} 没有可用的 instrument.yaml',
    en: 'the folder {id} has no sound instrument.yaml',
  },
  'provision.unknown': {
    severity: error,
    zh: '{instrument} 没有条款 {provision}',
    en: '{instrument} has no provision {provision}',
  },
  'provision.missing': { severity: error, zh: '缺少条款', en: 'the provision is missing' },
  'pool.unknown': { severity: error, zh: '没有资金池 {id}', en: 'there is no pool {id}' },
  'stacking.unknown': {
    severity: error,
    zh: '没有叠加组 {id}',
    en: 'there is no stacking group {id}',
  },
  'score-table.unknown': {
    severity: error,
    zh: '没有评分表 {id}',
    en: 'there is no score table {id}',
  },
  'score-table.group-unknown': {
    severity: error,
    zh: '评分表 {table} 没有分组 {id}',
    en: 'the score table {table} has no group {id}',
  },
  'class-table.unknown': {
    severity: error,
    zh: '没有分类表 {id}',
    en: 'there is no class table {id}',
  },
  'class-table.by': {
    severity: error,
    zh: '{fact} 不是 code 类型，不能用来选行',
    en: '{fact} is not of type code and cannot choose a row',
  },
  'class-table.limits': {
    severity: error,
    zh: '应有 {expected} 个下限，现有 {found} 个',
    en: 'expected {expected} lower limits, found {found}',
  },
  'class-table.limits-order': {
    severity: error,
    zh: '下限应从高到低',
    en: 'the limits must go from high to low',
  },
  'class-table.class-unknown': {
    severity: error,
    zh: '代码表 {list} 没有类别 {id}',
    en: 'the class {id} is not in the code list {list}',
  },
  'condition.kind': {
    severity: error,
    zh: '需写且只写 fact、formula、all、any、except 之一',
    en: 'give exactly one of fact, formula, all, any and except',
  },
  'condition.says-missing': { severity: error, zh: '缺少 says', en: 'says is missing' },
  'condition.empty-group': { severity: error, zh: '组里没有条件', en: 'the group is empty' },
  'condition.test-on-group': {
    severity: error,
    zh: '比较词不能写在条件组上',
    en: 'a comparison cannot stand on a group',
  },
  'condition.contradiction': {
    severity: error,
    zh: '永远不能成立：与 {other} 矛盾',
    en: 'can never hold: contradicts {other}',
  },
  'condition.tautology': {
    severity: error,
    zh: '总是成立，不起作用',
    en: 'always holds and so decides nothing',
  },
  'condition.redundant': {
    severity: error,
    zh: '多余：{other} 已经包含它',
    en: 'decides nothing beside {other}',
  },
  'test.missing': { severity: error, zh: '缺少比较词', en: 'a comparison is missing' },
  'test.word-for-type': {
    severity: error,
    zh: '{type} 类型不能用 {word}，可用 {allowed}',
    en: '{word} does not go with the type {type}; use {allowed}',
  },
  'amount.form': {
    severity: error,
    zh: '金额需写且只写其中之一：{forms}',
    en: 'an amount takes exactly one of {forms}',
  },
  'amount.stray-key': {
    severity: error,
    zh: '{key} 不与 {form} 连用',
    en: '{key} does not go with {form}',
  },
  'amount.reference-type': {
    severity: error,
    zh: '{key} 的类型应为 {expected}，现为 {found}',
    en: '{key} must be of type {expected}, found {found}',
  },
  'amount.band-unreachable': {
    severity: error,
    zh: '永远到不了这一档：前面的档或申报条件已经包含或排除它',
    en: 'this band is never reached: earlier bands or the conditions cover or exclude it',
  },
  'benefit.grants-missing': {
    severity: error,
    zh: '资质类措施需写 grants',
    en: 'a title needs grants',
  },
  'benefit.grants-unwanted': {
    severity: error,
    zh: '只有资质类措施写 grants',
    en: 'only a title has grants',
  },
  'benefit.amount-missing': {
    severity: error,
    zh: '{kind} 需写 amount，未见原文写 not-found',
    en: '{kind} needs an amount; write not-found when the text gives none',
  },
  'benefit.amount-unwanted': {
    severity: error,
    zh: '{kind} 不写 amount',
    en: '{kind} has no amount',
  },
  'benefit.shares-sum': {
    severity: error,
    zh: '各方分担比例之和是 {found}，应为 100%',
    en: 'the shares add up to {found}, not to 100%',
  },
  'measure.weak-grade': {
    severity: warning,
    zh: '依据等级为 {grade}，不能据此自动决定资金',
    en: 'the source is {grade}: no money is decided automatically on it',
  },
  'measure.automatic-weak-grade': {
    severity: error,
    zh: '免申即享的措施依据等级不得为 {grade}',
    en: 'an automatic measure cannot rest on a {grade} source',
  },
  'measure.service-rule': {
    severity: error,
    zh: '服务类措施不写 eligible 和 amount',
    en: 'a service has neither eligible nor an amount',
  },
  'measure.door-missing': {
    severity: error,
    zh: '服务类措施需写 door',
    en: 'a service needs a door',
  },
  'measure.rule-missing': {
    severity: error,
    zh: '没有 eligible 的，须在 gaps 写明未见什么',
    en: 'without eligible, gaps must say what was not found',
  },
  'measure.self-reference': {
    severity: error,
    zh: '措施不能排斥或替代自己',
    en: 'a measure cannot exclude or replace itself',
  },
  'target.word': {
    severity: error,
    zh: '目标需写且只写其中之一：{allowed}',
    en: 'a target takes exactly one of {allowed}',
  },
  'score.item-guards': {
    severity: error,
    zh: '条件写在项上或写在 if 里，不能并用，也不能缺 fact',
    en: 'conditions stand on the item or under if, not both, and need a fact',
  },
  'score.per-and-step': {
    severity: error,
    zh: 'per 与 step 须并用',
    en: 'per and step go together',
  },
  'score.step': {
    severity: error,
    zh: '步长“{found}”须为正数',
    en: 'the step "{found}" must be above zero',
  },
  'score.mode': {
    severity: error,
    zh: '需写且只写 first 或 sum 之一',
    en: 'give either first or sum',
  },
  'score.points-above-max': {
    severity: error,
    zh: '{found} 分超过上限 {max} 分',
    en: '{found} points exceed the maximum of {max}',
  },
  'score.max-sum': {
    severity: error,
    zh: '各指标上限之和是 {found}，应为 {max}',
    en: 'the maxima of the indicators add up to {found}, not to {max}',
  },
  'score.item-unreachable': {
    severity: error,
    zh: '永远到不了这一项：前面的项已经包含它，或它自相矛盾',
    en: 'this item is never reached: earlier items cover it or it contradicts itself',
  },
  'ladder.held-type': {
    severity: error,
    zh: '{fact} 应为 boolean 类型',
    en: '{fact} must be of type boolean',
  },
  'ladder.date': {
    severity: error,
    zh: '需写且只写 yearly-on（MM-DD）或 months-after-grant 之一',
    en: 'give either yearly-on (MM-DD) or months-after-grant',
  },
  'calendar.content': {
    severity: error,
    zh: '日历内容有误：{detail}',
    en: 'wrong calendar content: {detail}',
  },
  'corpus.item-not-covered': {
    severity: error,
    zh: '{instrument} 第 {item} 条没有措施文件',
    en: 'item {item} of {instrument} has no measure file',
  },
  'corpus.item-unknown': {
    severity: error,
    zh: '{instrument} 没有第 {item} 条',
    en: '{instrument} has no item {item}',
  },
} as const
