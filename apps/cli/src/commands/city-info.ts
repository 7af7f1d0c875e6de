import type { Language } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import {
  type CityHead,
  type ColumnSummary,
  countTitles,
  describeColumn,
  type OpenCity,
  openCity,
  QUANTILES,
} from '@huiqi/population'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { loadRulebook } from '../load.ts'
import { hang, padEnd, widthOf } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { alignedTable } from '../simulation/aligned-table.ts'
import { grouped } from './city-progress.ts'
import { runCity } from './city-run.ts'
import { CITY_TEXT } from './city-text.ts'

export interface CityInfoOptions {
  readonly json?: true
}

const MEGABYTE = 1_000_000
const GAP = '  '
const MILLION = 1e6
const THOUSAND = 1e3

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 2 : 1)}%`

const short = (value: number): string => {
  const size = Math.abs(value)
  if (size >= MILLION) return `${Number((value / MILLION).toPrecision(3))}M`
  return size >= THOUSAND
    ? `${Number((value / THOUSAND).toPrecision(3))}k`
    : `${Number(value.toPrecision(3))}`
}

const contentText = (io: Io, { content }: ColumnSummary): string => {
  switch (content.kind) {
    case 'numbers':
      return QUANTILES.map((name) => `${name} ${short(content.quantiles[name])}`).join(' · ')
    case 'truths':
      return percent(content.share)
    case 'days': {
      const days = content.first === null ? '' : `${content.first} … ${content.last} · `
      return `${days}${CITY_TEXT[io.language].never} ${percent(content.never)}`
    }
    case 'codes':
      return content.most.map(({ code, share }) => `${code} ${percent(share)}`).join(' · ')
  }
}

const bytesIn = ({ columns, uscc }: CityHead): number =>
  columns.reduce((sum, { bytes }) => sum + bytes, uscc?.bytes ?? 0)

const sizeText = (bytes: number): string =>
  bytes < 10 * MEGABYTE
    ? `${(bytes / MEGABYTE).toFixed(1)} MB`
    : `${grouped(Math.round(bytes / MEGABYTE))} MB`

const headLines = (io: Io, head: CityHead): readonly string[] => {
  const text = CITY_TEXT[io.language]
  const entries: readonly (readonly [string, string])[] = [
    [text.rows, grouped(head.rows)],
    [text.asOf, head.asOf ?? text.unknownDay],
    ...(head.seed === null ? [] : [[text.seed, String(head.seed)] as const]),
    [text.columns, String(head.columns.length)],
    [text.size, sizeText(bytesIn(head))],
    ...(head.measures === null ? [] : [[text.ownMeasures, grouped(head.measures.count)] as const]),
  ]
  const width = Math.max(...entries.map(([label]) => widthOf(label)))
  return [
    paint(io, 'strong', head.synthetic ? text.synthetic : text.real),
    ...entries.map(([label, value]) => `  ${padEnd(label, width)}  ${value}`),
  ]
}

const nameOf = (rulebook: Rulebook, title: string, language: Language): string => {
  const name = rulebook.qualifications.get(title)?.name[language]
  return name === undefined ? title : `${name} · ${title}`
}

const titleLines = (io: Io, rulebook: Rulebook, { head, table }: OpenCity): readonly string[] => {
  const titles = countTitles(table, head.asOf ?? io.today)
  if (titles.length === 0) return []
  const rows = titles.map(({ title, valid }) => [
    nameOf(rulebook, title, io.language),
    grouped(valid),
  ])
  const lines = alignedTable(io, ['', ''], rows).slice(1)
  return ['', paint(io, 'strong', CITY_TEXT[io.language].titles), ...lines]
}

const columnLines = (io: Io, summaries: readonly ColumnSummary[]): readonly string[] => {
  const width = Math.max(0, ...summaries.map(({ key }) => key.length))
  const lines = summaries.map((summary) => {
    const known = percent(summary.known).padStart(6)
    const start = `  ${summary.key.padEnd(width)}  ${known}`
    const content = summary.known === 0 ? '' : contentText(io, summary)
    const isWide = widthOf(start) + GAP.length + widthOf(content) > io.columns
    if (content === '') return start
    return isWide ? `${start}\n${hang(io, '      ', content)}` : start + GAP + content
  })
  return ['', paint(io, 'strong', CITY_TEXT[io.language].content), ...lines]
}

const infoJson = ({ head, table }: OpenCity, io: Io, columns: readonly ColumnSummary[]) => ({
  schema: 'huiqi/city/1',
  synthetic: head.synthetic,
  rows: head.rows,
  seed: head.seed,
  asOf: head.asOf,
  bytes: bytesIn(head),
  measures: head.measures?.count ?? 0,
  titles: countTitles(table, head.asOf ?? io.today),
  columns,
})

/** `city info`: what a city folder holds, and how its columns are spread. */
export const cityInfo = (
  io: Io,
  { folder, text }: { readonly folder: string; readonly text: string | undefined },
  options: CityInfoOptions,
): Promise<ExitCode> =>
  runCity(io, async () => {
    const city = await openCity(folder)
    const { table, head } = city
    const summaries = table.columns
      .map((column) => describeColumn(column, table.rows))
      .filter(({ key }) => text === undefined || key.includes(text))
    if (options.json) {
      io.out(`${JSON.stringify(infoJson(city, io, summaries), null, 2)}\n`)
      return EXIT.fine
    }
    if (summaries.length === 0 && text !== undefined) {
      io.err(`${CITY_TEXT[io.language].noneFound}\n`)
      return EXIT.findings
    }
    const rulebook = await loadRulebook(io)
    const top =
      text === undefined ? [...headLines(io, head), ...titleLines(io, rulebook, city)] : []
    io.out(`${[...top, ...columnLines(io, summaries)].join('\n').trimStart()}\n`)
    return EXIT.fine
  })
