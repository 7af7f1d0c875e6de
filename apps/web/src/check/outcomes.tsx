import type { LeftOut, LeftOutReason, Measure, Outcome, Verdict } from '@huiqi/engine'
import { opennessOf } from '@huiqi/engine'
import {
  countStillOpen,
  findNear,
  type NearGroup,
  type Pile,
  showNeeds,
  words,
  wordsOfChange,
} from '@huiqi/wording'
import { type CheckSetting, useCheck } from './check-context.ts'
import { FailingList } from './failing-list.tsx'
import { Fold } from './fold.tsx'
import type { Result } from './result.ts'
import { RuleLink } from './rule-link.tsx'
import { nameOfVerdict, VerdictDetails, VerdictRow } from './verdict-row.tsx'

const FIRST: readonly Pile[] = ['automatic', 'apply', 'coming', 'titles', 'finance', 'other']
const LAST: readonly Pile[] = ['reviews', 'closed']

const PileList = ({ pile, result }: { readonly pile: Pile; readonly result: Result }) => {
  const { text } = useCheck()
  const verdicts = result.piles[pile]
  const say = text.pileSay[pile]
  return verdicts.length === 0 ? null : (
    <section className="pile">
      <h3>
        {text.pile[pile]} <span className="count">{verdicts.length}</span>
      </h3>
      {say === undefined ? null : <p className="soft small">{say}</p>}
      <ul className="rows">
        {verdicts.map((verdict) => (
          <VerdictRow
            key={`${verdict.measure.id}#${verdict.thing?.id ?? ''}`}
            verdict={verdict}
            result={result}
          />
        ))}
      </ul>
    </section>
  )
}

const Near = ({ group }: { readonly group: NearGroup }) => {
  const { reader, text } = useCheck()
  const { inBrackets } = words[reader.language].punctuation
  const [first] = group.verdicts
  return (
    <li className="near">
      {group.changes.map((change) => {
        const { says, distance, provision } = wordsOfChange(reader, change)
        return (
          <p key={change.leaf.path}>
            {says}
            {distance === null ? null : <strong className="tone-warn"> — {distance}</strong>}{' '}
            <RuleLink provision={provision} instrument={first?.measure.instrument ?? ''} />
          </p>
        )
      })}
      <ul>
        {group.verdicts.map((verdict) => {
          const open = countStillOpen(verdict)
          return (
            <li key={`${verdict.measure.id}#${verdict.thing?.id ?? ''}`} className="soft">
              {nameOfVerdict(reader, verdict)}
              {open === 0 ? '' : inBrackets(text.stillOpen(open))}
            </li>
          )
        })}
      </ul>
    </li>
  )
}

const NearList = ({ result }: { readonly result: Result }) => {
  const { text } = useCheck()
  const groups = findNear(result.match.verdicts)
  return groups.length === 0 ? null : (
    <section className="pile">
      <h3>
        {text.near} <span className="count">{groups.length}</span>
      </h3>
      <p className="soft small">{text.nearSay}</p>
      <ul className="near-list">
        {groups.map((group) => (
          <Near
            key={group.verdicts.map(({ measure, thing }) => measure.id + thing?.id).join()}
            group={group}
          />
        ))}
      </ul>
    </section>
  )
}

const needsOf = ({ reader, language, text }: CheckSetting, verdict: Verdict): string | null => {
  const { missing, reviews } = opennessOf(verdict)
  const needs = showNeeds(reader, [...missing, ...reviews])
  return needs === '' ? null : words[language].punctuation.label(text.supply, needs)
}

const Folded = ({ verdict }: { readonly verdict: Verdict }) => {
  const setting = useCheck()
  const needs = verdict.outcome === 'unmet' ? null : needsOf(setting, verdict)
  return (
    <li>
      <Fold
        className="fold plain"
        title={<span className="verdict-name">{nameOfVerdict(setting.reader, verdict)}</span>}
      >
        {() => <VerdictDetails verdict={verdict} />}
      </Fold>
      {verdict.outcome === 'unmet' ? <FailingList verdict={verdict} /> : null}
      {needs === null ? null : <p className="soft small">{needs}</p>}
    </li>
  )
}

const OutcomeFold = ({
  title,
  outcome,
  result,
}: {
  readonly title: string
  readonly outcome: Outcome
  readonly result: Result
}) => {
  const verdicts = result.match.verdicts.filter((verdict) => verdict.outcome === outcome)
  return verdicts.length === 0 ? null : (
    <Fold title={title} count={verdicts.length} className="fold outcome">
      {() => (
        <ul className="folded">
          {verdicts.map((verdict) => (
            <Folded key={`${verdict.measure.id}#${verdict.thing?.id ?? ''}`} verdict={verdict} />
          ))}
        </ul>
      )}
    </Fold>
  )
}

const MeasureFold = ({
  title,
  measures,
}: {
  readonly title: string
  readonly measures: readonly Measure[]
}) => {
  const { language } = useCheck()
  const prefix = language === 'en' ? '/en' : ''
  return measures.length === 0 ? null : (
    <Fold title={title} count={measures.length} className="fold outcome">
      {() => (
        <ul className="folded">
          {measures.map(({ id, name }) => (
            <li key={id}>
              <a href={`${prefix}/measures/${id}`}>{name[language]}</a>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  )
}

const reasonText = ({ rulebook, language, text }: CheckSetting, reason: LeftOutReason): string => {
  const { list, label } = words[language].punctuation
  switch (reason.kind) {
    case 'used-up':
      return list(reason.by.map(({ on }) => text.usedUp(on)))
    case 'excluded': {
      const [id = ''] = reason.chosen.split('#')
      const other = rulebook.measures.get(id)?.name[language] ?? id
      return label(text.against(other), reason.exclusion.says[language])
    }
    case 'granted-once':
      return text.once
    case 'group-full':
    case 'group-cap':
      return rulebook.stackingGroups.get(reason.group)?.says[language] ?? reason.group
    case 'adds-nothing':
      return text.addsNothing
  }
}

const LeftOutRow = ({ leftOut: { candidate, reasons } }: { readonly leftOut: LeftOut }) => {
  const setting = useCheck()
  const { rulebook, language } = setting
  return (
    <li>
      {rulebook.measures.get(candidate.measure)?.name[language] ?? candidate.measure}
      {reasons.map((reason) => (
        <p key={reason.kind} className="soft small">
          {reasonText(setting, reason)}
        </p>
      ))}
    </li>
  )
}

/** Every measure by outcome: what can be had first, then what is near, then the rest. */
export const Outcomes = ({ result }: { readonly result: Result }) => {
  const { text } = useCheck()
  const { match } = result
  const { leftOut } = match.combination
  return (
    <>
      {FIRST.map((pile) => (
        <PileList key={pile} pile={pile} result={result} />
      ))}
      <NearList result={result} />
      {LAST.map((pile) => (
        <PileList key={pile} pile={pile} result={result} />
      ))}
      <div className="folds">
        {leftOut.length === 0 ? null : (
          <Fold title={text.leftOutList} count={leftOut.length} className="fold outcome">
            {() => (
              <ul className="folded">
                {leftOut.map((each) => (
                  <LeftOutRow key={each.candidate.key} leftOut={each} />
                ))}
              </ul>
            )}
          </Fold>
        )}
        <OutcomeFold title={text.unknownList} outcome="unknown" result={result} />
        <OutcomeFold title={text.unmetList} outcome="unmet" result={result} />
        <MeasureFold title={text.heldList} measures={match.held.map(({ measure }) => measure)} />
        <MeasureFold title={text.withoutThingList} measures={match.withoutThing} />
        <MeasureFold title={text.servicesList} measures={match.services} />
        <MeasureFold title={text.withoutTextList} measures={match.withoutText} />
      </div>
    </>
  )
}
