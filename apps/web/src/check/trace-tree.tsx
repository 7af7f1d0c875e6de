import { type LeafTrace, negated, type Outcome, type Trace, type Truth } from '@huiqi/engine'
import {
  isMeasured,
  isYesOrNo,
  showDistance,
  showFound,
  showGaps,
  showNeeds,
  showTests,
  showUse,
  words,
} from '@huiqi/wording'
import { type CheckSetting, useCheck } from './check-context.ts'
import { RuleLink } from './rule-link.tsx'

const SIGNS = {
  true: { sign: '✓', tone: 'good', outcome: 'met' },
  false: { sign: '✗', tone: 'bad', outcome: 'unmet' },
  open: { sign: '?', tone: 'warn', outcome: 'unknown' },
} as const satisfies Record<Truth, { sign: string; tone: string; outcome: Outcome }>

interface PartProps {
  readonly trace: Trace
  readonly instrument: string
  /** Whether the part stands under an exception, where it is good news not to hold. */
  readonly isExcepted: boolean
  /** The provision already named further up. */
  readonly above: string | null
}

/** What is found beside what is asked for. */
const comparison = ({ reader, language, text }: CheckSetting, leaf: LeafTrace): string | null => {
  const { resolved } = leaf
  const found = showFound(reader, leaf)
  if (isYesOrNo(reader, leaf)) return null
  const asks = isMeasured(reader, leaf) ? text.asks(showTests(reader, leaf)) : null
  const used = resolved.uses.slice(0, 4).map((use) => showUse(reader, use))
  const basis = used.length === 0 ? found : words[language].punctuation.clauses(used)
  const parts = [basis, asks].filter((part) => part !== null)
  return parts.length === 0 ? null : words[language].punctuation.phrase(parts)
}

const openness = ({ reader, language, text }: CheckSetting, { why }: LeafTrace): string | null => {
  const { label, clauses } = words[language].punctuation
  const parts = [
    why.missing.length > 0 ? label(text.supply, showNeeds(reader, why.missing)) : null,
    why.reviews.length > 0 ? label(text.judge, showNeeds(reader, why.reviews)) : null,
    why.gaps.length > 0 ? label(text.hole, showGaps(reader, why.gaps)) : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : clauses(parts)
}

const LeafDetails = ({ leaf, isExcepted }: { leaf: LeafTrace; isExcepted: boolean }) => {
  const setting = useCheck()
  const { reader } = setting
  const isTold = leaf.truth === 'false' && !isExcepted && !isYesOrNo(reader, leaf)
  const distance = isTold ? showDistance(reader, leaf) : null
  const compared = comparison(setting, leaf)
  const open = openness(setting, leaf)
  return (
    <>
      {distance === null ? null : <p className="tone-bad">{distance}</p>}
      {compared === null ? null : <p className="asks">{compared}</p>}
      {open === null ? null : <p className="tone-warn small">{open}</p>}
    </>
  )
}

const Part = ({ trace, instrument, isExcepted, above }: PartProps) => {
  const { language, text } = useCheck()
  const { sign, tone, outcome } = SIGNS[isExcepted ? negated(trace.truth) : trace.truth]
  const says = trace.says[language]
  const isAbsent = isExcepted && trace.truth === 'false'
  return (
    <li>
      <p>
        <span className={`sign tone-${tone}`} aria-hidden="true">
          {sign}
        </span>
        <span className="unseen">{words[language].outcome[outcome]} </span>
        {isAbsent ? text.absent(says) : says}{' '}
        {trace.kind === 'leaf' ? null : (
          <span className="group">{words[language].group[trace.kind]}</span>
        )}{' '}
        {trace.provision === above ? null : (
          <RuleLink provision={trace.provision} instrument={instrument} />
        )}
      </p>
      {trace.kind === 'leaf' ? (
        <LeafDetails leaf={trace} isExcepted={isExcepted} />
      ) : (
        <ul className="trace">
          {trace.parts.map((part) => (
            <Part
              key={part.path}
              trace={part}
              instrument={instrument}
              isExcepted={isExcepted !== (trace.kind === 'except')}
              above={trace.provision}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

/** The reasoning of a verdict as a tree. */
export const TraceTree = ({
  trace,
  instrument,
}: {
  readonly trace: Trace
  readonly instrument: string
}) => (
  <ul className="trace">
    {(trace.kind === 'all' ? trace.parts : [trace]).map((part) => (
      <Part key={part.path} trace={part} instrument={instrument} isExcepted={false} above={null} />
    ))}
  </ul>
)
