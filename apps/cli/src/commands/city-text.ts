import type { Language } from '@huiqi/domain'

const inRows = (rows: string): string => (rows === '1' ? '1 row' : `${rows} rows`)

/** What the city commands say. */
export const CITY_TEXT = {
  zh: {
    stages: { planning: '挑选资质企业', writing: '生成', measures: '派生措施' },
    importing: '导入',
    exporting: '导出',
    left: (seconds: string) => `剩余 ${seconds}`,
    perSecond: (rate: string) => `${rate}/秒`,
    generated: (rows: string, columns: number, folder: string) =>
      `已生成 ${rows} 户合成主体，${columns} 列，存于 ${folder}`,
    measures: (count: string) => `另有 ${count} 项合成措施`,
    imported: (rows: string, folder: string) => `已导入 ${rows} 行，存于 ${folder}`,
    refused: (rows: string) => `${rows} 行有误，未导入：`,
    andMore: (count: string) => `……另有 ${count} 处`,
    exported: (rows: string, file: string) => `已导出 ${rows} 行到 ${file}`,
    stopped: '已停止，没有留下任何文件',
    synthetic: '合成城市，不含任何真实企业',
    real: '导入的城市',
    rows: '行数',
    asOf: '数据日期',
    seed: '种子',
    size: '大小',
    columns: '列数',
    ownMeasures: '合成措施',
    titles: '当日有效资质',
    content: '各列',
    never: '从未',
    noneFound: '没有这样的列。',
    unknownDay: '未注明',
  },
  en: {
    stages: { planning: 'choosing holders', writing: 'generating', measures: 'measures' },
    importing: 'importing',
    exporting: 'exporting',
    left: (seconds: string) => `${seconds} left`,
    perSecond: (rate: string) => `${rate}/s`,
    generated: (rows: string, columns: number, folder: string) =>
      `${rows} synthetic entities in ${columns} columns, in ${folder}`,
    measures: (count: string) => `and ${count} synthetic measures`,
    imported: (rows: string, folder: string) => `${inRows(rows)}, in ${folder}`,
    refused: (rows: string) =>
      `${rows === '1' ? '1 row is' : `${rows} rows are`} at fault and left out:`,
    andMore: (count: string) => `… and ${count} more`,
    exported: (rows: string, file: string) => `${inRows(rows)}, in ${file}`,
    stopped: 'stopped; nothing was left behind',
    synthetic: 'synthetic city, no real enterprise in it',
    real: 'imported city',
    rows: 'rows',
    asOf: 'as of',
    seed: 'seed',
    size: 'size',
    columns: 'columns',
    ownMeasures: 'synthetic measures',
    titles: 'titles valid on the day',
    content: 'columns',
    never: 'never',
    noneFound: 'There is no such column.',
    unknownDay: 'not stated',
  },
} as const

type Params = Readonly<Record<string, string>>
type Say = (params: Params) => string

/** Faults of cities and imports that the corpus has no words for. */
export const CITY_ISSUES: Readonly<Record<Language, Readonly<Record<string, Say>>>> = {
  zh: {
    'city.none': () => '不是城市文件夹：没有 city.json',
    'city.head': ({ detail }) => `city.json 读不懂（${detail}）`,
    'city.truncated': ({ name, bytes, expected }) =>
      `${name} 应为 ${expected} 字节，现为 ${bytes} 字节：整个城市不予打开`,
    'city.checksum': ({ name }) => `${name} 的内容与写入时不同：整个城市不予打开`,
    'city.exists': () => '已有同名的文件或文件夹；要替换城市请加 --replace',
    'file.format': ({ format, detail }) => `不是可读的 ${format} 文件（${detail}）`,
    'file.truncated': ({ format }) => `${format} 文件不完整：整个文件不予导入`,
    'value.too-fine': ({ fact, found }) => `${fact}：“${found}”的小数位太多，不作四舍五入`,
    'value.date-and-never': ({ fact }) => `${fact}：既有日期又标明从未`,
    'uscc.twice': ({ found, line }) => `统一社会信用代码 ${found} 重复，第一次在第 ${line} 行`,
    'csv.quotes': () => '引号没有成对',
    'option.query': () => '从数据库导入请用 --query 写明查询',
    'option.format': ({ file }) => `看不出 ${file} 的格式，请用 .csv、.tsv、.parquet 或 .arrow`,
    'database.failed': ({ detail }) => `数据库：${detail}`,
  },
  en: {
    'city.none': () => 'not a city folder: there is no city.json',
    'city.head': ({ detail }) => `city.json cannot be understood (${detail})`,
    'city.truncated': ({ name, bytes, expected }) =>
      `${name} has ${bytes} bytes instead of ${expected}: the whole city is refused`,
    'city.checksum': ({ name }) => `${name} is not as it was written: the whole city is refused`,
    'city.exists': () => 'something is there already; --replace replaces a city',
    'file.format': ({ format, detail }) => `no ${format} file that can be read (${detail})`,
    'file.truncated': ({ format }) => `the ${format} file is cut off: the whole file is refused`,
    'value.too-fine': ({ fact, found }) =>
      `${fact}: "${found}" has too many decimals; nothing is rounded`,
    'value.date-and-never': ({ fact }) =>
      `${fact}: there is a date, and it is said never to have come`,
    'uscc.twice': ({ found, line }) => `the credit code ${found} stands on line ${line} already`,
    'csv.quotes': () => 'the quotes do not match',
    'option.query': () => 'a database needs --query with the rows to take in',
    'option.format': ({ file }) =>
      `what ${file} holds cannot be told; it may be .csv, .tsv, .parquet or .arrow`,
    'database.failed': ({ detail }) => `database: ${detail}`,
  },
}

/** The helps of the city commands. */
export const CITY_USAGE = {
  zh: {
    city: '城市：生成、查看、导入、导出成千上万的企业',
    generate: '生成一座合成城市',
    info: '查看城市文件夹里有什么',
    import: '把 CSV、Parquet、Arrow 文件或数据库查询导入为城市文件夹',
    export: '把城市导出为 Parquet、CSV 或 Arrow 文件',
    folder: '城市文件夹',
    source: '文件（.csv .tsv .parquet .arrow），或 postgresql:// 连接',
    text: '只看键里有这些文字的列',
    enterprises: '主体数；上海为 3270000',
    seed: '种子：同样的种子得到同样的字节',
    out: '写到哪里',
    measures: '另派生多少项合成措施，至多 34000',
    asOf: '数据截至哪一天；默认今天',
    importAsOf: '数据截至哪一天',
    replace: '替换已有的城市或文件',
    query: '数据库查询，列名与 CSV 相同',
    ignore: '跳过指标字典里没有的列',
    report: '把全部错误写成 CSV',
    format: '格式',
    limit: '只导出前几行',
    json: '输出 JSON',
  },
  en: {
    city: 'cities: make, look at, take in and give out enterprises by the million',
    generate: 'make a synthetic city',
    info: 'what a city folder holds',
    import: 'take a CSV, Parquet or Arrow file or a database query in as a city folder',
    export: 'give a city out as a Parquet, CSV or Arrow file',
    folder: 'city folder',
    source: 'file (.csv .tsv .parquet .arrow), or a postgresql:// connection',
    text: 'only columns with this text in their key',
    enterprises: 'how many entities; Shanghai has 3270000',
    seed: 'the same seed gives the same bytes',
    out: 'where to write',
    measures: 'also derive so many synthetic measures, at most 34000',
    asOf: 'the day the figures are as of; today otherwise',
    importAsOf: 'the day the figures are as of',
    replace: 'replace a city or file that is there',
    query: 'query of the database, with columns named as in CSV',
    ignore: 'skip columns that are not in the dictionary of facts',
    report: 'write all faults as CSV',
    format: 'format',
    limit: 'only the first rows',
    json: 'print JSON',
  },
} as const
