import type {
  Consent,
  EnterpriseSummary,
  HeldFact,
  PastAward,
  Statement,
  Thing,
} from '@huiqi/contract'
import { column, wordColumn, yesColumn } from '../exports/plain-columns.ts'
import type { Column } from '../exports/write-csv.ts'

/** The columns of lists of enterprises. */
export const ENTERPRISE_COLUMNS: readonly Column<EnterpriseSummary>[] = [
  { name: { zh: '统一社会信用代码', en: 'uscc' }, cell: ({ uscc }) => uscc },
  { name: { zh: '名称', en: 'name' }, cell: ({ name }) => name },
  {
    name: { zh: '所在区', en: 'district' },
    cell: ({ district }, language) => district?.name[language] ?? null,
  },
  {
    name: { zh: '行业', en: 'industry' },
    cell: ({ industry }, language) => industry?.name[language] ?? null,
  },
  { name: { zh: '编号', en: 'id' }, cell: ({ id }) => id },
]

const statementColumns = <Row>(of: (row: Row) => Statement): readonly Column<Row>[] => [
  {
    name: { zh: '值', en: 'value' },
    cell: (row) => {
      const { value } = of(row)
      return value === null ? null : String(value)
    },
  },
  {
    name: { zh: '说明', en: 'in words' },
    cell: (row, language) => of(row).text?.[language] ?? null,
  },
  {
    name: { zh: '来源', en: 'source' },
    cell: (row, language) => of(row).sourceName[language],
  },
  { name: { zh: '等级', en: 'grade' }, cell: (row) => of(row).grade },
  { name: { zh: '填报人', en: 'stated by' }, cell: (row) => of(row).statedBy },
  { name: { zh: '时间', en: 'stated at' }, cell: (row) => of(row).statedAt },
]

/** The columns of lists of statements. */
export const STATEMENT_COLUMNS: readonly Column<Statement>[] = statementColumns((row) => row)

/** The columns of lists of facts. */
export const FACT_COLUMNS: readonly Column<HeldFact>[] = [
  { name: { zh: '指标', en: 'fact' }, cell: ({ fact }) => fact },
  { name: { zh: '名称', en: 'name' }, cell: ({ name }, language) => name[language] },
  { name: { zh: '年度', en: 'year' }, cell: ({ year }) => year },
  { name: { zh: '事项', en: 'thing' }, cell: ({ thing }) => thing?.name ?? null },
  ...statementColumns<HeldFact>(({ current }) => current),
  {
    name: { zh: '有冲突', en: 'conflict' },
    cell: ({ isInConflict }, language) =>
      isInConflict ? (language === 'zh' ? '是' : 'yes') : null,
  },
]

/** The columns of lists of things. */
export const THING_COLUMNS: readonly Column<Thing>[] = [
  column('类别', 'kind', ({ kind }) => kind),
  column('名称', 'name', ({ name }) => name),
  column('指标数', 'facts', ({ facts }) => facts),
  column('添加', 'added at', ({ createdAt }) => createdAt),
  column('编号', 'id', ({ id }) => id),
]

/** The columns of lists of benefits received before. */
export const AWARD_COLUMNS: readonly Column<PastAward>[] = [
  wordColumn('措施', 'measure', ({ name }) => name),
  column('措施编号', 'measure id', ({ measure }) => measure),
  column('获得日期', 'granted on', ({ grantedOn }) => grantedOn),
  column('金额（元）', 'amount (CNY)', ({ amountFen }) =>
    amountFen === null ? null : amountFen / 100,
  ),
  column('来源', 'source', ({ source }) => source),
  column('等级', 'grade', ({ grade }) => grade),
]

/** The columns of lists of consents. */
export const CONSENT_COLUMNS: readonly Column<Consent>[] = [
  column('用途', 'purpose', ({ purpose }) => purpose),
  yesColumn('同意', 'given', ({ isGiven }) => isGiven),
  column('时间', 'given at', ({ givenAt }) => givenAt),
  column('同意人', 'given by', ({ givenBy }) => givenBy),
]
