import type { components } from '@huiqi/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Answer } from '../../ui/answer.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { ChangeList } from '../../verdicts/change-list.tsx'
import { OutcomeMark } from '../../verdicts/outcome-mark.tsx'
import { instrumentOf } from '../../verdicts/provision.tsx'
import { explanationPath } from '../../verdicts/verdict-list.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'

const WORDS = inBoth({
  zh: {
    title: '成长阶梯',
    lead: '现在在哪一级，到下一级还差什么。',
    held: '已取得',
    next: '下一级',
    notKnown: '是否取得未知',
    from: (day: string) => `取得于 ${day}`,
    until: (day: string) => `有效至 ${day}`,
    score: (low: string, high: string, max: string) =>
      low === high ? `评分 ${low} / ${max}` : `评分 ${low} 至 ${high} / ${max}`,
    missing: '还要知道：',
    list: '、',
  },
  en: {
    title: 'Ladders',
    lead: 'On which rung you stand, and what the next one still asks for.',
    held: 'held',
    next: 'next',
    notKnown: 'not known',
    from: (day: string) => `granted ${day}`,
    until: (day: string) => `valid until ${day}`,
    score: (low: string, high: string, max: string) =>
      low === high ? `score ${low} of ${max}` : `score ${low} to ${high} of ${max}`,
    missing: 'Still to be known: ',
    list: ', ',
  },
})

type Ladder = components['schemas']['Ladder']
type Rung = components['schemas']['Rung']

const RungState = ({ rung, isNext }: { readonly rung: Rung; readonly isNext: boolean }) => {
  const text = useWords(WORDS)
  const { isHeld, grantedOn, validUntil, score } = rung
  return (
    <>
      {' '}
      {isHeld === true ? <span className="mark good">{text.held}</span> : null}
      {isHeld === null ? <span className="mark">{text.notKnown}</span> : null}{' '}
      {isNext ? <span className="mark warn">{text.next}</span> : null}
      <p className="soft">
        {[
          isHeld !== true || grantedOn === null ? null : text.from(grantedOn),
          isHeld !== true || validUntil === null ? null : text.until(validUntil),
          score === null ? null : text.score(score.low, score.high, score.max),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </>
  )
}

const Gap = ({ verdict }: { readonly verdict: Rung['verdicts'][number] }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const { measure, outcome, changes, missing } = verdict
  return (
    <div className="gap">
      <Link to={explanationPath(enterprise, measure.id)}>{measure.name[language]}</Link>{' '}
      <OutcomeMark outcome={outcome} />
      {changes === null || changes.length === 0 ? null : (
        <ChangeList changes={changes} instrument={instrumentOf(measure.id)} />
      )}
      {missing.length === 0 ? null : (
        <p className="soft">
          {text.missing}
          {missing.map(({ name }) => name[language]).join(text.list)}
        </p>
      )}
    </div>
  )
}

const LadderPart = ({ ladder }: { readonly ladder: Ladder }) => {
  const { language } = useLanguage()
  return (
    <Part title={ladder.name[language]}>
      <ol className="rows">
        {ladder.rungs.map((rung) => (
          <li key={rung.id}>
            <div className="wide">
              <strong>{rung.name[language]}</strong>
              <RungState rung={rung} isNext={rung.id === ladder.next} />
              {rung.isHeld === true
                ? null
                : rung.verdicts.map((verdict) => (
                    <Gap key={verdict.measure.id} verdict={verdict} />
                  ))}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  )
}

/** Each ladder with its rungs, and the gap to the next one. */
export const Component = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const ladders = useQuery({
    queryKey: ['ladders', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/ladders', {
          params: { path: { enterprise } },
        }),
      ),
  })
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answer of={ladders}>
        {({ entries }) => entries.map((ladder) => <LadderPart key={ladder.id} ladder={ladder} />)}
      </Answer>
    </Page>
  )
}
