import type { ResultReport } from './conformance.ts'

type Status = ResultReport['status']

const countOf = (reports: readonly ResultReport[], ...statuses: readonly Status[]): number =>
  reports.filter(({ status }) => statuses.includes(status)).length

const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] => [...Map.groupBy(items, keyOf)]

const COLUMNS = ['passed', 'attempted', 'excluded'] as const

const rowOf = (name: string, reports: readonly ResultReport[]): readonly string[] => [
  name,
  String(countOf(reports, 'passed')),
  String(countOf(reports, 'passed', 'failed')),
  String(countOf(reports, 'excluded', 'unlisted')),
]

const formatTable = (rows: readonly (readonly string[])[]): readonly string[] => {
  const width = Math.max(...rows.map(([name = '']) => name.length))
  return rows.map(([name = '', ...cells]) => {
    const columns = cells.map((cell, place) => cell.padStart((COLUMNS[place]?.length ?? 0) + 2))
    return `${name.padEnd(width)}${columns.join('')}`
  })
}

const formatReasons = (reports: readonly ResultReport[]): readonly string[] =>
  groupBy(
    reports.filter(({ status }) => status === 'excluded'),
    ({ detail }) => detail,
  )
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason, group]) => `${String(group.length).padStart(6)}  ${reason}`)

const formatFaults = (reports: readonly ResultReport[]): readonly string[] =>
  reports
    .filter(({ status }) => status === 'failed' || status === 'unlisted')
    .map(({ directory, test, decision, status, detail }) =>
      [directory, test, decision, status === 'unlisted' ? `not listed: ${detail}` : detail].join(
        '  ',
      ),
    )

const withTitle = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

/** The report for people: a row for each directory, the totals, the reasons of exclusions, the faults. */
export const formatReport = (reports: readonly ResultReport[]): string => {
  const groups = groupBy(reports, ({ directory }) => directory)
  const rows = [
    ['directory', ...COLUMNS],
    ...groups.map(([directory, group]) => rowOf(directory, group)),
    rowOf('total', reports),
  ]
  const lines = [
    ...formatTable(rows),
    ...withTitle('Excluded', formatReasons(reports)),
    ...withTitle('Faults', formatFaults(reports)),
  ]
  return `${lines.join('\n')}\n`
}

/** Whether an attempted result failed, or a refusal has no listed reason. */
export const hasFaults = (reports: readonly ResultReport[]): boolean =>
  countOf(reports, 'failed', 'unlisted') > 0
