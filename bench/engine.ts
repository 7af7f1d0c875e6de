import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import {
  type BenchSet,
  countDifferences,
  countOutcomes,
  makeBenchSet,
  UNKNOWN_SHARE,
} from './src/bench-set.ts'
import { formatTimes, formatUnknowns } from './src/report.ts'
import { checkPeers, runBench } from './src/run-bench.ts'
import { syntheticCorpus } from './src/synthetic-corpus.ts'

const POLICIES = join(import.meta.dirname, '..', 'policies')
const RESULT = join(import.meta.dirname, 'results', 'engine.md')
/** The day on which everything is answered. */
const DAY = isoDate('2025-11-01')
const EFFORT = { warmUp: 2, rounds: 7, unknownPairs: 2000 }

const makeSets = async (rules: number, enterprises: number): Promise<readonly BenchSet[]> => {
  const { corpus } = await loadCorpus(POLICIES)
  const size = { day: DAY, enterprises }
  return [
    makeBenchSet('Generated rules', syntheticCorpus(rules, 1), { ...size, seed: 2 }),
    makeBenchSet('All measures of the policy folder', corpus, { ...size, seed: 3 }),
  ]
}

const describeSet = (set: BenchSet): string => {
  const total = set.measures.length * set.partly.length
  const outcomes = [...countOutcomes(set, set.partly)]
    .toSorted(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${outcome} ${((count / total) * 100).toFixed(1)} %`)
  const [all, timed] = [set.allMeasures, set.measures.length].map((n) => n.toLocaleString('en-US'))
  return [
    `${all} measures, of which ${timed} are in force on ${DAY} and can be said in the other engines,`,
    `× ${set.known.length} enterprises. With ${UNKNOWN_SHARE * 100} % of the facts taken away:`,
    `${outcomes.join(', ')}.`,
  ].join(' ')
}

const runQuick = async (): Promise<void> => {
  const [generated, ...others] = await makeSets(60, 20)
  for (const set of generated ? [generated, ...others] : others) {
    const own = countDifferences(set, [...set.known, ...set.partly])
    console.log(`${set.name}: program and plain evaluator differ on ${own}`)
    let differences = own
    for (const [name, { same, of }] of await checkPeers(set)) {
      console.log(`  ${name}: agrees on ${same} of ${of}`)
      if (set === generated) differences += of - same
    }
    if (differences > 0) process.exitCode = 1
  }
}

const machine = (): string => {
  const [first, ...others] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${others.length + 1} × ${first?.model ?? 'unknown processor'}, ${memory} GB, Node ${process.version}`
}

const runFull = async (date: string): Promise<void> => {
  const parts = [
    '# Engine bench',
    '',
    `Measured on ${date} in one process: ${machine()}. Medians of ${EFFORT.rounds} rounds after`,
    `${EFFORT.warmUp} to warm up, all engines in turn within a round. What is measured and how: [README](../README.md).`,
  ]
  for (const set of await makeSets(1000, 200)) {
    console.error(`${set.name} …`)
    const rows = await runBench(set, EFFORT)
    parts.push('', `## ${set.name}`, '', describeSet(set), '', formatTimes(rows), '')
    parts.push('Where our answer is unknown, the other engines say:', '', formatUnknowns(rows))
  }
  const report = `${parts.join('\n')}\n`
  console.log(report)
  await mkdir(join(RESULT, '..'), { recursive: true })
  await writeFile(RESULT, report)
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, date: { type: 'string' } },
})
if (values.quick) await runQuick()
else await runFull(values.date ?? new Date().toISOString().slice(0, 10))
