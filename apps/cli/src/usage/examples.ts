import type { Language } from '@huiqi/domain'

const SUMS = {
  zh: { change: '2000万元..1000万元', step: '200万元', budget: '1亿元', cap: '50万元' },
  en: { change: '20M..10M', step: '2M', budget: '100M', cap: '0.5M' },
} as const

/** Command lines that show what can be done, by the command they are shown for; '' is the whole. */
export const examplesIn = (language: Language): Readonly<Record<string, readonly string[]>> => {
  const { change, step, budget, cap } = SUMS[language]
  return {
    '': [
      'start',
      'match examples/precision-instruments.yaml',
      'explain examples/renovation.yaml technical-renovation',
      'ask --save our-enterprise.yaml',
      'measures --delivery service --lang en',
      'city generate --enterprises 3270000 --out cities/shanghai',
      `simulate technical-renovation --city cities/shanghai --change cap=${cap}`,
    ],
    'city generate': [
      'city generate --enterprises 300000 --seed 7 --out cities/small',
      'city generate --enterprises 3270000 --out cities/shanghai --measures 34000',
    ],
    'city info': ['city info cities/shanghai', 'city info cities/shanghai revenue'],
    'city import': [
      'city import register.csv --out cities/ours --report faults.csv',
      'city import register.parquet --out cities/ours --as-of 2025-09-01',
      "city import postgresql://localhost/register --query 'SELECT * FROM enterprises' --out cities/ours",
    ],
    'city export': [
      'city export cities/shanghai --format parquet --out shanghai.parquet',
      'city export cities/shanghai --format csv --out first.csv --limit 1000',
    ],
    'city match': [
      'city match cities/shanghai --by district,tier --csv counts.csv',
      'city match cities/shanghai --measure technical-renovation --by size',
      'city match --stdin --id uscc < rows.ndjson > answers.ndjson',
      'city match --stdin --format csv --summary < rows.csv',
    ],
    sql: [
      'sql technical-renovation --dialect postgresql --select counts',
      'sql four-above-rd-reward --dialect spark --select amounts --table city.firms --create-tables',
    ],
    simulate: [
      'simulate technical-renovation --city cities/shanghai',
      `simulate technical-renovation --enterprises 300000 --change at-least=${change}`,
      `simulate technical-renovation --city cities/shanghai --take-up 60% --budget ${budget} --sweep at-least=${change}/${step} --svg chart.svg`,
    ],
  }
}
