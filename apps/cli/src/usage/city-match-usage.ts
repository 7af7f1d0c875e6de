/** The helps of `city match`. */
export const CITY_MATCH_USAGE = {
  zh: {
    match: '全城对照全部现行措施：多少户确定符合、多少户待定、各需多少钱；或逐行应答标准输入',
    folder: '城市文件夹；用 --stdin 时不写',
    measure: '只看这些措施（编号、编号最后一段或名称）；默认全部现行措施',
    by: '分组：district 区、size 规模、industry 行业门类、tier 梯度，用逗号分隔',
    synthetic: '连同文件夹里的合成措施',
    asOf: '按哪一天的事实和资质；默认城市的数据日期，标准输入默认今天',
    submittedOn: '按哪一天申报，决定适用的规则和年度；默认同上',
    json: '输出 JSON，格式见 docs/second-engines.md',
    csv: '把全部数字写成 CSV',
    stdin: '逐行应答标准输入：每行写出符合与待定的措施编号',
    format: '标准输入的格式',
    id: '用来认行的列；默认 uscc',
    summary: '只写计数与合计，各分片的可以相加',
    ignore: '跳过指标字典里没有的列',
    values: { names: '名称', column: '列' },
  },
  en: {
    match:
      'the whole city against all measures in force: how many certain, how many open, what it costs; or row by row from standard input',
    folder: 'city folder; none with --stdin',
    measure: 'only these measures (id, its last part, or name); all in force otherwise',
    by: 'break down by district, size, industry, tier, with commas between',
    synthetic: 'with the synthetic measures of the folder',
    asOf: 'facts and titles as of this day; that of the city otherwise, today for standard input',
    submittedOn: 'day of application, decides rule sets and years; the same otherwise',
    json: 'print JSON, described in docs/second-engines.md',
    csv: 'write all figures as CSV',
    stdin:
      'answer the rows of standard input: for each the ids of the measures it meets or may meet',
    format: 'format of standard input',
    id: 'column that tells the rows apart; uscc otherwise',
    summary: 'write only counts and totals; those of parts can be added up',
    ignore: 'skip columns that are not in the dictionary of facts',
    values: { names: 'names', column: 'column' },
  },
} as const
