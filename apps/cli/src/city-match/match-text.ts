/** What `city match` says. */
export const MATCH_TEXT = {
  zh: {
    matching: '对照',
    answering: '应答',
    days: (asOf: string, on: string) => `事实与资质按 ${asOf}，规则与年度按 ${on}`,
    rows: (rows: string) => `${rows} 户`,
    measure: '措施',
    certain: '确定符合',
    open: '待定',
    total: '确定者合计',
    unknown: '金额未知',
    groupRows: '户数',
    atLeast: (sum: string) => `≥ ${sum}`,
    without: (count: number) => `另有 ${count} 项措施未见条件原文，人人待定，未列出`,
    notInForce: (count: number) => `另有 ${count} 项措施当日不在有效期内`,
    legend:
      '待定：缺事实或须人工核定。合计为确定符合者所得，先低后高；“≥”表示有人的金额没有上限。金额未知：符合但缺金额的依据。',
    hidden: (count: string) => `另有 ${count} 组没有确定符合者`,
    groups: { district: '按区', size: '按规模', industry: '按行业', tier: '按梯度' },
    written: (file: string) => `已写入 ${file}`,
    stopped: '已停止',
    refused: (rows: string) => `${rows} 行有误，未作应答`,
  },
  en: {
    matching: 'matching',
    answering: 'answering',
    days: (asOf: string, on: string) =>
      `facts and titles as of ${asOf}; rules and years as of ${on}`,
    rows: (rows: string) => `${rows} rows`,
    measure: 'measure',
    certain: 'certain',
    open: 'open',
    total: 'total of\nthe certain',
    unknown: 'amount\nunknown',
    groupRows: 'rows',
    atLeast: (sum: string) => `≥ ${sum}`,
    without: (count: number) =>
      `${count} more ${count === 1 ? 'has' : 'have'} no rule in the published text: open for everyone, not listed`,
    notInForce: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} not in force`,
    legend:
      'Open: a fact is missing or an officer has to judge. Totals are what the certain get, least to most; "≥" where somebody has no upper end. Amount unknown: certain, but what the amount rests on is missing.',
    hidden: (count: string) =>
      `${count} more ${count === '1' ? 'group' : 'groups'} with nobody certain`,
    groups: {
      district: 'By district',
      size: 'By size',
      industry: 'By industry',
      tier: 'By tier',
    },
    written: (file: string) => `written to ${file}`,
    stopped: 'stopped',
    refused: (rows: string) =>
      rows === '1'
        ? '1 row is at fault and was not answered'
        : `${rows} rows are at fault and were not answered`,
  },
} as const
