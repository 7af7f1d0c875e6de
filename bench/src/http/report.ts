import { cpus, totalmem } from 'node:os'
import { formatTable } from '../markdown-table.ts'
import { countFailures, type Measured, quantile } from './load.ts'
import type { Scenario } from './scenarios.ts'
import { type Soaked, tellSoak } from './soak.ts'

/** What one kind of request was answered with. */
export interface Row extends Measured {
  readonly scenario: Scenario
  /** Processor time of the service for one request, in milliseconds. */
  readonly serviceMs: number
}

/** The starts of a service, in milliseconds. */
export interface Starts {
  /** With everything to make: database, words, invented city. */
  readonly firstMs: number
  /** Until it answered again after it was ended. */
  readonly againMs: number
  /** Until it answered the first question for verdicts after that. */
  readonly verdictsMs: number
}

/** Everything that was measured. */
export interface Found {
  readonly measures: number
  readonly enterprises: number
  readonly day: string
  readonly users: number
  readonly starts: Starts
  readonly rows: readonly Row[]
  readonly soaked: Soaked | null
}

const machine = (): string => {
  const [first, ...others] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${others.length + 1} × ${first?.model ?? 'unknown processor'}, ${memory} GB, Node ${process.version}`
}

const HEADINGS = [
  'users',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'p95 at most',
  'a second',
  'CPU ms',
  'failed',
]

/** The times of all kinds of requests as a table. */
export const tableOf = (rows: readonly Row[]): string =>
  formatTable(
    [
      { heading: 'request', align: 'left' },
      ...HEADINGS.map((heading) => ({ heading, align: 'right' as const })),
    ],
    rows.map((row) => [
      row.scenario.name,
      String(row.users),
      ...[0.5, 0.95, 0.99].map((share) => quantile(row, share).toFixed(1)),
      String(row.scenario.p95AtMost),
      (row.requests / row.seconds).toFixed(0),
      row.serviceMs.toFixed(2),
      String(countFailures(row)),
    ]),
  )

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

/** The starts in words. */
export const tellStarts = ({ firstMs, againMs, verdictsMs }: Starts): string =>
  `First start with everything to make ${seconds(firstMs)} s; after a restart ready again in ${seconds(againMs)} s, first verdicts after ${seconds(verdictsMs)} s.`

/** The report for people. */
export const toMarkdown = (found: Found, date: string): string =>
  [
    '# HTTP bench',
    '',
    `Measured on ${date}: ${machine()}. The service, its PostgreSQL and the load share the machine;`,
    'users on open connections ask again as soon as they are answered; nothing is cached between',
    `them and the service. Of three loads of each kind the one with the median p95. ${found.measures.toLocaleString('en-US')} measures, ${found.enterprises.toLocaleString('en-US')} invented enterprises, day ${found.day}.`,
    'What is measured and how: [README](../README.md#http).',
    '',
    tableOf(found.rows),
    '',
    tellStarts(found.starts),
    '',
  ].join('\n')

/** The report of a soak for people. */
export const toSoakMarkdown = (
  { measures, enterprises }: Pick<Found, 'measures' | 'enterprises'>,
  soaked: Soaked,
  date: string,
): string =>
  [
    '# HTTP soak',
    '',
    `Measured on ${date}: ${machine()}; ${measures.toLocaleString('en-US')} measures, ${enterprises.toLocaleString('en-US')} invented enterprises.`,
    'What is measured and how: [README](../README.md#http).',
    '',
    tellSoak(soaked),
    '',
  ].join('\n')

/** The report for programs. */
export const toJsonReport = (found: Found, date: string): string => {
  const rows = found.rows.map((row) => ({
    request: row.scenario.name,
    users: row.users,
    p50: quantile(row, 0.5),
    p95: quantile(row, 0.95),
    p99: quantile(row, 0.99),
    aSecond: row.requests / row.seconds,
    serviceMs: row.serviceMs,
    failures: row.failures,
  }))
  return `${JSON.stringify({ date, machine: machine(), ...found, rows }, null, 2)}\n`
}
