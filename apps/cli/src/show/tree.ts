import { type LeafTrace, negated, type Trace, type Truth } from '@huiqi/engine'
import {
  isMeasured,
  isYesOrNo,
  type Reader,
  showDistance,
  showFound,
  showGaps,
  showNeeds,
  showTests,
  showTitlesUsed,
  showUse,
  words,
} from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang } from './layout.ts'
import { paint } from './paint.ts'

const MARK: Readonly<
  Record<Truth, { readonly sign: string; readonly tone: 'good' | 'bad' | 'warn' }>
> = {
  true: { sign: '✓', tone: 'good' },
  false: { sign: '✗', tone: 'bad' },
  open: { sign: '?', tone: 'warn' },
}

const TEXT = {
  zh: {
    absent: (says: string) => `无此情形：${says}`,
    asks: (tests: string) => `要求${tests}`,
    from: '依据',
    supply: '还需提供',
    judge: '由经办人核定',
    hole: '原文未见',
  },
  en: {
    absent: (says: string) => `not so: ${says}`,
    asks: (tests: string) => `has to be ${tests}`,
    from: 'from',
    supply: 'still to supply',
    judge: 'an officer decides',
    hole: 'not found in the text',
  },
} as const

interface Place {
  readonly io: Io
  readonly reader: Reader
  readonly depth: number
  /** Whether the part stands under an exception, where it is good news not to hold. */
  readonly isExcepted: boolean
  /** The provision already named further up. */
  readonly provision: string
}

const USES_AT_MOST = 6

const isStatedDirectly = ({ leaf, resolved }: LeafTrace): boolean => {
  const [use, ...others] = resolved.uses
  const { reference } = leaf
  return (
    reference.kind === 'fact' &&
    others.length === 0 &&
    use?.fact === reference.fact &&
    resolved.kind === 'known'
  )
}

/** The value found beside what is asked for; null when neither says more than the statement. */
const comparison = (reader: Reader, leaf: LeafTrace): string | null => {
  const { phrase } = words[reader.language].punctuation
  const use = isStatedDirectly(leaf) ? leaf.resolved.uses[0] : undefined
  const found = use === undefined ? showFound(reader, leaf) : showUse(reader, use)
  const asks = TEXT[reader.language].asks(showTests(reader, leaf))
  if (isYesOrNo(reader, leaf)) return use === undefined ? null : found
  if (!isMeasured(reader, leaf)) return found
  return found === null ? asks : phrase([found, asks])
}

const sources = (reader: Reader, leaf: LeafTrace): string | null => {
  if (leaf.resolved.uses.length === 0 || isStatedDirectly(leaf)) return null
  const titles = showTitlesUsed(reader, leaf.resolved.uses)
  if (titles !== null) return titles
  const { uses: all } = leaf.resolved
  const hidden = all.length - USES_AT_MOST
  const shown = all.slice(0, USES_AT_MOST).map((use) => showUse(reader, use))
  const uses = hidden > 0 ? [...shown, words[reader.language].more(hidden)] : shown
  return `${TEXT[reader.language].from} ${words[reader.language].punctuation.clauses(uses)}`
}

const openness = ({ io, reader }: Place, { why }: LeafTrace): readonly string[] => {
  const text = TEXT[reader.language]
  const { label } = words[reader.language].punctuation
  const lines = [
    why.missing.length > 0 ? label(text.supply, showNeeds(reader, why.missing)) : null,
    why.reviews.length > 0 ? label(text.judge, showNeeds(reader, why.reviews)) : null,
    why.gaps.length > 0 ? label(text.hole, showGaps(reader, why.gaps)) : null,
  ]
  return lines.flatMap((line) => (line === null ? [] : [paint(io, 'warn', line)]))
}

const leafDetails = (leaf: LeafTrace, place: Place): readonly string[] => {
  const { io, reader, isExcepted } = place
  const isTold = leaf.truth === 'false' && !isExcepted && !isYesOrNo(reader, leaf)
  const distance = isTold ? showDistance(reader, leaf) : null
  const lines = [comparison(reader, leaf), sources(reader, leaf)].map((line) =>
    line === null ? null : paint(io, 'soft', line),
  )
  return [
    ...[distance === null ? null : paint(io, 'bad', distance), ...lines].filter(
      (line) => line !== null,
    ),
    ...openness(place, leaf),
  ]
}

const headLine = (trace: Trace, place: Place): string => {
  const { io, reader, depth } = place
  const { language } = reader
  const { inBrackets } = words[language].punctuation
  const kind =
    trace.kind === 'leaf' ? '' : paint(io, 'soft', inBrackets(words[language].group[trace.kind]))
  const where =
    trace.provision === place.provision ? '' : paint(io, 'soft', ` [${trace.provision}]`)
  const { sign, tone } = MARK[place.isExcepted ? negated(trace.truth) : trace.truth]
  const says = trace.says[language]
  const isAbsent = place.isExcepted && trace.truth === 'false'
  const text = isAbsent ? TEXT[language].absent(says) : says
  return hang(io, `${'  '.repeat(depth)}${paint(io, tone, sign)} `, `${text}${kind}${where}`)
}

const showPart = (trace: Trace, place: Place): readonly string[] => {
  const { io, depth } = place
  const head = headLine(trace, place)
  if (trace.kind === 'leaf') {
    const indent = `${'  '.repeat(depth)}    `
    return [head, ...leafDetails(trace, place).map((line) => hang(io, indent, line))]
  }
  const isExcepted = place.isExcepted !== (trace.kind === 'except')
  const inside = { ...place, depth: depth + 1, provision: trace.provision, isExcepted }
  return [head, ...trace.parts.flatMap((part) => showPart(part, inside))]
}

/** The reasoning of a verdict, one condition a line with its details below. */
export const showTrace = (io: Io, reader: Reader, trace: Trace): readonly string[] => {
  const place = { io, reader, depth: 1, provision: trace.provision, isExcepted: false }
  const parts = trace.kind === 'all' ? trace.parts : [trace]
  return parts.flatMap((part) => showPart(part, place))
}
