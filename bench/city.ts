import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareCityFiles } from './src/city/city-files.ts'
import { cityReport } from './src/city/city-report.ts'
import { type CityFigures, figuresOf } from './src/city/figures.ts'
import { growthChart } from './src/city/growth-chart.ts'
import { quickCheck } from './src/city/quick-check.ts'
import { type CityEffort, runCity } from './src/city/run-city.ts'

const RESULTS = join(import.meta.dirname, 'results')

const HELP = `Measures a generated city against synthetic measures, beside other engines.

usage: npm run bench:city -- [options]

  --quick           a small city in memory, ratios only; fails when an answer differs
  --city FOLDER     this city folder instead of a generated one
  --rows N          rows of the generated city (3270000)
  --measures M      synthetic measures (34000)
  --date DATE       the date that the report bears (today)
  --out FOLDER      where the report goes (bench/results)
  --fresh           make city and measures anew instead of taking those of an earlier run
`

const effortFor = (measures: number): CityEffort => ({
  measures,
  starts: 3,
  repeats: 5,
  duckdb: { measures: 200, generated: 12, repeats: 3 },
  peers: { measures: 200, rows: 2000, slowRows: 50, repeats: 3 },
})

const writeResults = async (folder: string, figures: CityFigures): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const report = cityReport(figures)
  console.log(report)
  await writeFile(join(folder, 'city.md'), report)
  await writeFile(join(folder, 'city.json'), `${JSON.stringify(figures, null, 2)}\n`)
  await writeFile(join(folder, 'city.svg'), growthChart(figures))
}

const runQuick = async (): Promise<void> => {
  const { lines, differences } = await quickCheck()
  for (const line of lines) console.log(line)
  if (differences > 0) process.exitCode = 1
}

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    quick: { type: 'boolean' },
    city: { type: 'string' },
    rows: { type: 'string', default: '3270000' },
    measures: { type: 'string', default: '34000' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: RESULTS },
    fresh: { type: 'boolean' },
  },
})

const runFull = async (): Promise<void> => {
  const measures = Number(values.measures)
  const files = await prepareCityFiles({
    folder: values.city ?? null,
    rows: Number(values.rows),
    measures,
    cache: values.fresh ? 'renew' : 'keep',
  })
  const findings = await runCity(files, effortFor(measures))
  const figures = figuresOf(findings, { day: files.day, measuredOn: values.date })
  await writeResults(values.out, figures)
  const isAlike = figures.peers.every(({ agreement }) => agreement.same === agreement.of)
  if (!isAlike) process.exitCode = 1
}

if (values.help) process.stdout.write(HELP)
else if (values.quick) await runQuick()
else await runFull()
