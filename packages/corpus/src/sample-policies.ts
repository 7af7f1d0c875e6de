import type { Issue } from '@huiqi/domain'
import { type BuiltCorpus, buildCorpus } from './build-corpus.ts'
import { fileKindOf } from './reader/file-kind.ts'

/** A small sound policy folder for tests: paths with their texts. */
export const SAMPLE_FILES: Readonly<Record<string, string>> = {
  'vocabulary/facts/finance.yaml': `facts:
  enterprise.revenue:
    name: { zh: 营业收入, en: Revenue }
    type: money
    period: year
    question: { zh: 营业收入是多少？, en: What was the revenue? }
    source: tax
    grade: A
  enterprise.rd_spending:
    name: { zh: 研发费用, en: R&D spending }
    type: money
    period: year
    question: { zh: 研发费用是多少？, en: What was spent on R&D? }
    source: tax
    grade: A
  enterprise.rd_ratio:
    name: { zh: 研发占比, en: R&D share }
    type: rate
    period: year
    derive: { formula: enterprise.rd_spending / enterprise.revenue }
  enterprise.employees:
    name: { zh: 从业人数, en: Employees }
    type: count
    period: year
    unit: { zh: 人, en: people }
    question: { zh: 有多少人？, en: How many people? }
    source: social-insurance
    grade: A
`,
  'vocabulary/facts/identity.yaml': `facts:
  enterprise.industry:
    name: { zh: 行业, en: Industry }
    type: code
    codes: industry
    question: { zh: 属于什么行业？, en: Which industry? }
    source: register
    grade: A
  enterprise.founded_on:
    name: { zh: 成立日期, en: Founding date }
    type: date
    question: { zh: 何时成立？, en: When was it founded? }
    source: register
    grade: A
    changeable: false
  enterprise.size_class:
    name: { zh: 划型, en: Size class }
    type: code
    codes: size_class
    derive: { class-table: size_class }
  enterprise.is_independent:
    name: { zh: 独立法人, en: Independent legal person }
    type: boolean
    question: { zh: 是否独立法人？, en: Is it an independent legal person? }
    source: register
    grade: A
  project.total_investment:
    name: { zh: 总投资, en: Total investment }
    type: money
    question: { zh: 总投资多少？, en: What is the total investment? }
    source: platform
    grade: B
  score.sample:
    name: { zh: 得分, en: Score }
    type: number
    derive: { score: sample }
`,
  'vocabulary/qualifications.yaml': `qualifications:
  high_tech: { name: { zh: 高新技术企业, en: High-tech enterprise }, valid-months: 36 }
`,
  'vocabulary/agencies.yaml': `agencies:
  sheitc: { name: { zh: 市经济信息化委, en: SHEITC } }
`,
  'vocabulary/codes.yaml': `lists:
  size_class:
    name: { zh: 划型, en: Size class }
    codes:
      large: { zh: 大型, en: Large }
      small: { zh: 小型, en: Small }
`,
  'vocabulary/industries.yaml': `industries:
  A: { name: { zh: 农业, en: Agriculture } }
  C: { name: { zh: 制造业, en: Manufacturing } }
  '01': { name: { zh: 农业, en: Farming }, parent: A }
  '39': { name: { zh: 电子制造, en: Electronics }, parent: C }
  '40': { name: { zh: 仪器仪表, en: Instruments }, parent: C }
`,
  'vocabulary/size-classes.yaml': `kind: class-table
id: size_class
classes: [large, small]
by: enterprise.industry
rows:
  - codes: [C]
    limits:
      - { fact: enterprise.employees, year: last, at-least: [300] }
`,
  'city/first/instrument.yaml': `id: city/first
name: { zh: 若干措施, en: Measures }
number: 1号
issuers: [sheitc]
issued-on: 2023-05-17
source: city.example
grade: corroborated
provisions:
  art-1: { zh: 第一条, en: Article 1 }
  art-2: { zh: 第二条, en: Article 2 }
`,
  'city/first/parameters.yaml': `parameters:
  threshold:
    name: { zh: 门槛, en: Threshold }
    type: money
    values:
      - { from: 2023-01-01, to: 2023-12-31, value: 2000万元, provision: art-1 }
      - { from: 2024-01-01, value: 1000万元, provision: art-1 }
`,
  'city/first/sample.score.yaml': `kind: score-table
id: sample
name: { zh: 评分表, en: Score table }
provision: art-2
max: 20
groups:
  - id: one
    name: { zh: 一组, en: Group one }
    indicators:
      - id: rd
        says: { zh: 研发占比, en: R&D share }
        max: 20
        first:
          - { fact: enterprise.rd_ratio, year: last, at-least: 5%, points: 20 }
          - { fact: enterprise.rd_ratio, year: last, at-least: 3%, points: 15 }
          - { points: 0 }
`,
  'city/first/reward.yaml': `id: city/first/reward
name: { zh: 研发奖励, en: R&D reward }
provision: art-1
lead: sheitc
delivery: apply
in-force: { from: 2023-05-17, to: not-found }
eligible:
  all:
    - { fact: qualification.high_tech, is: true, says: { zh: 高新有效, en: high-tech title valid } }
    - { fact: enterprise.rd_spending, year: last, more-than: 0元, says: { zh: 有研发, en: has R&D } }
benefit:
  kind: award
  amount: { rate: 5%, of: enterprise.rd_spending, year: last, cap: 50万元, round: { to: 1元, mode: down } }
  frequency: once
plain: { zh: 研发奖励。, en: A reward for R&D. }
`,
}

/** The sample folder with some files replaced, added (text) or removed (null), read and checked. */
export const buildSample = (changes: Readonly<Record<string, string | null>> = {}): BuiltCorpus => {
  const files = Object.entries({ ...SAMPLE_FILES, ...changes }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, kind: fileKindOf(path), text }],
  )
  return buildCorpus(files)
}

/** One sample file with a part of its text exchanged. Throws RangeError when the part is not there. */
export const editSample = (
  path: string,
  from: string,
  to: string,
): Readonly<Record<string, string>> => {
  const text = SAMPLE_FILES[path] ?? ''
  if (!text.includes(from)) throw new RangeError(`${path} does not contain ${from}`)
  return { [path]: text.replace(from, to) }
}

/** The errors as `code file:line:column`. */
export const errorsOf = ({ issues }: { readonly issues: readonly Issue[] }): readonly string[] =>
  issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)
