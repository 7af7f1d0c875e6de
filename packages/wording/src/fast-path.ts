import { distinctUses, type Evidence, type FactUse, leavesOf, type Verdict } from '@huiqi/engine'
import { showNeeds } from './fact-use.ts'
import type { Reader } from './reader.ts'
import { words } from './words.ts'

/** What still stands between a met measure and a decision without a review by hand. */
export interface FastPath {
  readonly to: 'automatic' | 'fast'
  /** Papers to bring, or records to be matched, of the grade that the measure asks for. */
  readonly papers: readonly Evidence[]
  /** Values that no paper proves: the authority that holds them has to confirm them. */
  readonly values: readonly FactUse[]
  /** Whether the office still has to fix the amount. */
  readonly isAmountOpen: boolean
}

const TEXT = {
  zh: {
    fast: '快速办理还需',
    automatic: '自动兑现还需',
    confirm: '由主管部门数据核实',
    count: (count: number) => `另有 ${count} 项指标由主管部门数据核实`,
    amount: '经办部门核定金额',
    graded: (name: string, grade: string) => `${name}（${grade} 级）`,
  },
  en: {
    fast: 'For the fast path',
    automatic: 'To be paid automatically',
    confirm: 'confirmed by the authorities',
    count: (count: number) =>
      `${count} ${count === 1 ? 'fact' : 'facts'} confirmed by the authorities`,
    amount: 'the office fixes the amount',
    graded: (name: string, grade: string) => `${name} (grade ${grade})`,
  },
} as const

/** The stated values that a verdict and its amount rest on. */
export const usesOf = ({ trace, amount }: Verdict): readonly FactUse[] => {
  const leaves = trace === null ? [] : leavesOf(trace)
  return distinctUses([...leaves.flatMap(({ resolved }) => resolved.uses), ...(amount?.uses ?? [])])
}

const isOfGrade = ({ grade }: FactUse, accepted: readonly string[]): boolean =>
  grade !== null && accepted.includes(grade)

const hasOpenAmount = ({ amount }: Verdict): boolean =>
  amount !== null && (amount.isDecidedByOfficer || amount.low !== amount.high)

/** What would spare a met measure the review by hand; null when nothing could, or nothing is missing. */
export const findFastPath = (verdict: Verdict): FastPath | null => {
  const { measure, handling, evidence } = verdict
  const to = measure.delivery === 'automatic' ? 'automatic' : 'fast'
  const isTextSure = measure.grade === 'primary' || measure.grade === 'corroborated'
  if (handling === null || handling === 'automatic' || handling === to || !isTextSure) return null
  const papers = evidence.filter(({ weak }) => weak.length > 0)
  const proved = new Set(papers.flatMap(({ weak }) => weak.map(({ fact }) => fact)))
  const accepted = to === 'automatic' ? ['A'] : ['A', 'B']
  const values = usesOf(verdict).filter((use) => !isOfGrade(use, accepted) && !proved.has(use.fact))
  const isAmountOpen = to === 'automatic' && hasOpenAmount(verdict)
  if (papers.length + values.length === 0 && !isAmountOpen) return null
  return { to, papers: papers.map((check) => check.evidence), values, isAmountOpen }
}

const papersOf = (reader: Reader, { papers }: FastPath): readonly string[] => {
  const text = TEXT[reader.language]
  const named = papers.map(({ name, grade }) => text.graded(name[reader.language], grade))
  return named.length === 0 ? [] : [words[reader.language].punctuation.list(named)]
}

const amountOf = ({ language }: Reader, { isAmountOpen }: FastPath): readonly string[] =>
  isAmountOpen ? [TEXT[language].amount] : []

/** The same in one line: the papers by name, the values counted. */
export const showFastPath = (reader: Reader, path: FastPath): string => {
  const text = TEXT[reader.language]
  const { punctuation } = words[reader.language]
  const values = path.values.length === 0 ? [] : [text.count(path.values.length)]
  const parts = [...papersOf(reader, path), ...values, ...amountOf(reader, path)]
  return punctuation.label(text[path.to], punctuation.clauses(parts))
}

/** The same with the values by name. */
export const showFastPathInFull = (reader: Reader, path: FastPath): string => {
  const text = TEXT[reader.language]
  const { label, clauses } = words[reader.language].punctuation
  const { values } = path
  const confirmed = values.length === 0 ? [] : [label(text.confirm, showNeeds(reader, values))]
  return label(
    text[path.to],
    clauses([...papersOf(reader, path), ...confirmed, ...amountOf(reader, path)]),
  )
}
