import type { Language } from '@huiqi/domain'

const inRows = (rows: string): string => (rows === '1' ? '1 row' : `${rows} rows`)

/** What the city commands say. */
export const CITY_TEXT = {
  zh: {
    opening: '读取',
    stages: { planning: '挑选资质企业', writing: '生成', measures: '派生措施' },
    seconds: (count: string) => `${count} 秒`,
    importing: '导入',
    exporting: '导出',
    left: (seconds: string) => `剩余 ${seconds}`,
    perSecond: (rate: string) => `${rate}/秒`,
    generated: (rows: string, columns: number, folder: string) =>
      `已生成 ${rows} 户合成主体，${columns} 列，存于 ${folder}`,
    measures: (count: string) => `另有 ${count} 项合成措施`,
    imported: (rows: string, folder: string) => `已导入 ${rows} 行，存于 ${folder}`,
    refused: (rows: string) => `${rows} 行有误，未导入（行:列）：`,
    andMore: (count: string, file: string | undefined) =>
      file === undefined
        ? `……另有 ${count} 处；加 --report 文件.csv 可全部写出`
        : `……另有 ${count} 处，全部写在 ${file}`,
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
    opening: 'opening',
    stages: { planning: 'choosing holders', writing: 'generating', measures: 'measures' },
    seconds: (count: string) => `${count} s`,
    importing: 'importing',
    exporting: 'exporting',
    left: (seconds: string) => `${seconds} left`,
    perSecond: (rate: string) => `${rate}/s`,
    generated: (rows: string, columns: number, folder: string) =>
      `${rows} synthetic entities in ${columns} columns, in ${folder}`,
    measures: (count: string) => `and ${count} synthetic measures`,
    imported: (rows: string, folder: string) => `${inRows(rows)}, in ${folder}`,
    refused: (rows: string) =>
      `${rows === '1' ? '1 row is' : `${rows} rows are`} at fault and left out (line:column):`,
    andMore: (count: string, file: string | undefined) =>
      file === undefined
        ? `… and ${count} more; --report FILE.csv has them all`
        : `… and ${count} more; all of them are in ${file}`,
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
    'match.source': () => '请写城市文件夹，或用 --stdin，二者取一',
    'match.only-city': ({ option }) => `${option} 只用于城市文件夹`,
    'match.only-stdin': ({ option }) => `${option} 只用于 --stdin`,
    'match.by-rows': () => '逐行应答没有分组；--by 请与 --summary 同用',
    'match.by': ({ found, allowed }) => `--by：没有“${found}”，可用：${allowed}`,
    'match.no-id': ({ id }) => `没有列 ${id}；请用 --id 写明用来认行的列`,
    'json.line': ({ detail }) => `不是 JSON（${detail}）`,
    'json.object': () => '不是 JSON 对象',
    'json.value': ({ name }) => `${name}：值不能是列表或对象`,
    'row.id': () => '没有用来认行的值',
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
    'match.source': () => 'a city folder is needed, or --stdin; one of the two',
    'match.only-city': ({ option }) => `${option} goes with a city folder`,
    'match.only-stdin': ({ option }) => `${option} goes with --stdin`,
    'match.by-rows': () => 'single rows have no breakdown; --by goes with --summary here',
    'match.by': ({ found, allowed }) => `--by: there is no "${found}"; it may be ${allowed}`,
    'match.no-id': ({ id }) => `there is no column ${id}; --id names the one that tells rows apart`,
    'json.line': ({ detail }) => `no JSON (${detail})`,
    'json.object': () => 'no JSON object',
    'json.value': ({ name }) => `${name}: the value cannot be a list or an object`,
    'row.id': () => 'there is nothing that tells the row apart',
  },
}
