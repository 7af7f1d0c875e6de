import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import {
  countIndexDifferences,
  type EnterpriseEffort,
  formatLines,
  makeEnterpriseBench,
  timeEnterprise,
} from './src/enterprise-bench.ts'

const POLICIES = join(import.meta.dirname, '..', 'policies')
/** The day on which everything is answered. */
const DAY = isoDate('2025-11-01')
const FULL: EnterpriseEffort = { measures: 34_000, enterprises: 2000, rounds: 6, plain: 3 }
const QUICK: EnterpriseEffort = { measures: 1000, enterprises: 200, rounds: 3, plain: 5 }
const CHECKED = 3

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, 'results') },
  },
})
const effort = values.quick ? QUICK : FULL
const [cpu, ...others] = cpus()
const { corpus } = await loadCorpus(POLICIES)
console.error('generating measures and enterprises …')
const bench = makeEnterpriseBench(corpus, { asOf: DAY, submittedOn: DAY }, effort)
const differences = countIndexDifferences(bench, CHECKED)
const count = (figure: number): string => figure.toLocaleString('en-US')

const report = `# Enterprise bench

Measured on ${values.date}: ${others.length + 1} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}.
${count(effort.measures)} generated measures, ${count(effort.enterprises)} generated enterprises; the fastest of ${effort.rounds} rounds for each enterprise.
Measures compiled in ${bench.compileMs.toFixed(0)} ms, index built in ${bench.buildMs.toFixed(0)} ms (goal: under 500 ms).
Goals for 99 of 100: verdicts under 100 µs, one fact changed under 50 µs, all of it under 5 ms.
Index and plain evaluator differ on ${differences} pairs of ${CHECKED} enterprises.
What is measured and how: [README](../README.md#one-enterprise-all-measures).

${formatLines(timeEnterprise(bench, effort))}
`

console.log(report)
if (!values.quick) await writeFile(join(values.out, 'enterprise.md'), report)
if (differences > 0) process.exitCode = 1
