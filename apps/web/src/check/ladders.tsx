import type { LadderView, RungView, Verdict } from '@huiqi/engine'
import { showGaps, showNeeds, showTitleState, words } from '@huiqi/wording'
import { type CheckSetting, useCheck } from './check-context.ts'
import { FailingList } from './failing-list.tsx'
import type { Result } from './result.ts'

const isHeld = ({ held }: RungView): boolean => held.kind === 'known' && held.value === true

const openLines = (
  { reader, language, text }: CheckSetting,
  { why }: Verdict,
): readonly string[] => {
  const { label } = words[language].punctuation
  return [
    why.missing.length > 0 ? label(text.supply, showNeeds(reader, why.missing)) : null,
    why.reviews.length > 0 ? label(text.judge, showNeeds(reader, why.reviews)) : null,
    why.gaps.length > 0 ? label(text.hole, showGaps(reader, why.gaps)) : null,
  ].filter((line) => line !== null)
}

const GapLines = ({ verdict }: { readonly verdict: Verdict }) => {
  const setting = useCheck()
  if (verdict.outcome === 'unmet') return <FailingList verdict={verdict} />
  return (
    <ul className="failing">
      {openLines(setting, verdict).map((line) => (
        <li key={line} className="soft small">
          {line}
        </li>
      ))}
    </ul>
  )
}

const Gap = ({ next }: { readonly next: RungView }) => {
  const { language, text } = useCheck()
  return (
    <div className="gap">
      <p>
        <strong>{text.gap(next.rung.name[language])}</strong>
      </p>
      {next.verdicts.length === 0 ? <p className="soft">{text.noRule}</p> : null}
      {next.verdicts.map((verdict) => (
        <div key={verdict.measure.id}>
          <p className="gap-measure">
            {verdict.measure.name[language]}{' '}
            <span className="mark">{words[language].outcome[verdict.outcome]}</span>
          </p>
          <GapLines verdict={verdict} />
        </div>
      ))}
    </div>
  )
}

const Rung = ({ view, isNext }: { readonly view: RungView; readonly isNext: boolean }) => {
  const { reader, language, text } = useCheck()
  const state = showTitleState(reader, view.rung.held, view.held.uses)
  const said = isHeld(view) ? text.rungHeld : isNext ? text.rungNext : null
  return (
    <li className={isHeld(view) ? 'rung held' : isNext ? 'rung next' : 'rung'}>
      <span>{view.rung.name[language]}</span>
      <span className="soft small">
        {[said, state].filter((part) => part !== null).join(' · ')}
      </span>
    </li>
  )
}

const Ladder = ({ view }: { readonly view: LadderView }) => {
  const { language, text } = useCheck()
  return (
    <div className="ladder">
      <h3>{view.ladder.name[language]}</h3>
      <ol className="rungs">
        {view.rungs.map((rung) => (
          <Rung key={rung.rung.id} view={rung} isNext={rung === view.next} />
        ))}
      </ol>
      {view.next === null ? <p className="soft">{text.top}</p> : <Gap next={view.next} />}
    </div>
  )
}

/** The ladders: which rung is held, and what is missing for the next. */
export const Ladders = ({ result }: { readonly result: Result }) => {
  const { text } = useCheck()
  return (
    <section className="ladders" aria-label={text.ladders}>
      <h2>{text.ladders}</h2>
      <div className="ladder-grid">
        {result.ladders.map((view) => (
          <Ladder key={view.ladder.id} view={view} />
        ))}
      </div>
    </section>
  )
}
