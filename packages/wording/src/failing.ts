import { type LeafTrace, leavesOf, type Trace, type Verdict } from '@huiqi/engine'
import { showDistance } from './leaf.ts'
import type { Reader } from './reader.ts'

const REASONS_AT_MOST = 3

/** The leaves that make a part fail: those that do not hold, or under an exception those that do. */
const failingLeaves = (part: Trace): readonly LeafTrace[] => {
  if (part.kind === 'except')
    return part.parts.flatMap(leavesOf).filter(({ truth }) => truth === 'true')
  return leavesOf(part).filter(({ truth }) => truth === 'false')
}

const leavesBehind = ({ trace, changes }: Verdict): readonly LeafTrace[] => {
  if (changes !== null) return changes.map(({ leaf }) => leaf)
  const parts = trace?.kind === 'all' ? trace.parts : trace === null ? [] : [trace]
  return parts.filter(({ truth }) => truth === 'false').flatMap(failingLeaves)
}

/** The first few conditions that make an unmet verdict unmet. */
export const findFailing = (verdict: Verdict): readonly LeafTrace[] =>
  leavesBehind(verdict).slice(0, REASONS_AT_MOST)

/** Why an unmet verdict is unmet: the first few statements that fail, and how far they are off. */
export const showFailing = (reader: Reader, verdict: Verdict): readonly string[] =>
  findFailing(verdict).map((leaf) => {
    const distance = showDistance(reader, leaf)
    const off = distance === null ? '' : ` — ${distance}`
    return `${leaf.says[reader.language]}${off} [${leaf.provision}]`
  })
