import type { MeasureSummary } from '@huiqi/contract'
import { words } from '@huiqi/wording'
import type { Column } from '../exports/write-csv.ts'
import { STATUS_WORDS } from './status-words.ts'

const FEN_PER_YUAN = 100

/** The columns of a table of measures. */
export const MEASURE_COLUMNS: readonly Column<MeasureSummary>[] = [
  { name: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
  { name: { zh: '措施', en: 'Measure' }, cell: ({ name }, language) => name[language] },
  { name: { zh: '简介', en: 'In plain words' }, cell: ({ plain }, language) => plain[language] },
  {
    name: { zh: '文件', en: 'Instrument' },
    cell: ({ instrument }, language) => instrument.name[language],
  },
  {
    name: { zh: '牵头部门', en: 'Lead agency' },
    cell: ({ lead }, language) => lead.name[language],
  },
  {
    name: { zh: '类型', en: 'Kind' },
    cell: ({ kind }, language) => (kind === null ? null : words[language].benefit[kind]),
  },
  {
    name: { zh: '办理方式', en: 'Delivery' },
    cell: ({ delivery }, language) => words[language].delivery[delivery],
  },
  {
    name: { zh: '状态', en: 'Status' },
    cell: ({ status }, language) => STATUS_WORDS[language][status],
  },
  {
    name: { zh: '金额', en: 'Amount' },
    cell: ({ amount }, language) => amount?.[language] ?? null,
  },
  {
    name: { zh: '最高（元）', en: 'At most (yuan)' },
    cell: ({ mostFen }) => (mostFen === null ? null : mostFen / FEN_PER_YUAN),
  },
  { name: { zh: '开始日', en: 'Opens on' }, cell: ({ opensOn }) => opensOn },
  { name: { zh: '截止日', en: 'Closes on' }, cell: ({ closesOn }) => closesOn },
]
