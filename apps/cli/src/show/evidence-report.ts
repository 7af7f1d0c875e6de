import type { EvidenceCheck, Verdict } from '@huiqi/engine'
import {
  findFastPath,
  type Reader,
  showFastPathInFull,
  showNeed,
  usesOf,
  words,
} from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang } from './layout.ts'
import { paint } from './paint.ts'
import { section } from './section.ts'

const TEXT = {
  zh: {
    evidence: '佐证材料',
    enough: '已达要求',
    unused: '还没有用到',
    weak: (facts: string, grade: string) => `${facts} 还未达到 ${grade} 级`,
  },
  en: {
    evidence: 'Evidence',
    enough: 'good enough',
    unused: 'not drawn on yet',
    weak: (facts: string, grade: string) => `${facts}: below grade ${grade}`,
  },
} as const

const evidenceState = (
  io: Io,
  reader: Reader,
  at: { readonly check: EvidenceCheck; readonly used: ReadonlySet<string> },
): readonly [mark: string, state: string] => {
  const text = TEXT[io.language]
  const { evidence, weak } = at.check
  if (!evidence.proves.some((fact) => at.used.has(fact))) {
    return [paint(io, 'soft', '·'), text.unused]
  }
  if (weak.length === 0) return [paint(io, 'good', '✓'), text.enough]
  const facts = words[io.language].punctuation.list(weak.map((use) => showNeed(reader, use)))
  return [paint(io, 'warn', '↑'), text.weak(facts, evidence.grade)]
}

const evidenceLine = (
  io: Io,
  reader: Reader,
  at: { readonly check: EvidenceCheck; readonly used: ReadonlySet<string> },
): string => {
  const { grade, name } = at.check.evidence
  const [mark, state] = evidenceState(io, reader, at)
  const { punctuation, grade: graded } = words[io.language]
  const paper = `${name[io.language]}${punctuation.inBrackets(graded(grade))}`
  return hang(io, `  ${mark} `, `${paper} — ${paint(io, 'soft', state)}`)
}

/** The papers that a measure asks for, whether the values used are good enough, and the way to a fast decision. */
export const showEvidence = (io: Io, reader: Reader, verdict: Verdict): readonly string[] => {
  const { outcome, evidence } = verdict
  if (outcome === 'unmet' || outcome === 'not-in-force') return []
  const fastPath = findFastPath(verdict)
  const hint = fastPath === null ? [] : [hang(io, '  ', showFastPathInFull(reader, fastPath))]
  const used = new Set(usesOf(verdict).map(({ fact }) => fact))
  const lines = evidence.map((check) => evidenceLine(io, reader, { check, used }))
  return section(io, TEXT[io.language].evidence, [...lines, ...hint])
}
