import type { components } from '@huiqi/client'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { answerOf, client } from '../../frame/api.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { mayAsMember, useMe } from '../../frame/me.ts'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { DayText, Money } from '../../ui/figures.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { ChangeList } from '../../verdicts/change-list.tsx'
import { FenRange } from '../../verdicts/fen-range.tsx'
import { MeasureStatus } from '../../verdicts/measure-status.tsx'
import { OutcomeMark } from '../../verdicts/outcome-mark.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { Evidence } from './evidence.tsx'
import { EXPLANATION_WORDS } from './explanation-words.ts'
import { MissingFacts } from './missing-facts.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { Trace } from './trace.tsx'

type Explanation = components['schemas']['Explanation']

const Head = ({ explanation }: { readonly explanation: Explanation }) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const { verdict, amountRule } = explanation
  const { measure, amount, amountText, outcome, handling } = verdict
  const said = amountText ?? measure.amount
  return (
    <dl className="sheet about first-things">
      <div>
        <dt>{text.amount}</dt>
        <dd className="total">
          {amount === null ? (said?.[language] ?? '—') : <FenRange range={amount} inYuan />}
        </dd>
        {amountRule === null || amount === null ? null : (
          <dd className="soft">
            {text.rule}
            {text.colon}
            {amountRule[language]}
          </dd>
        )}
      </div>
      <div>
        <dt>{text.deadline}</dt>
        <dd>
          <MeasureStatus measure={measure} />
          {measure.delivery === 'automatic' ? text.automatic : null}
        </dd>
      </div>
      <div>
        <dt>{text.verdict}</dt>
        <dd>
          <OutcomeMark outcome={outcome} /> {handling === null ? null : text[handling]}
        </dd>
      </div>
      <div>
        <dt>{measure.lead.name[language]}</dt>
        <dd>{measure.instrument.name[language]}</dd>
      </div>
    </dl>
  )
}

const Conditions = ({ explanation }: { readonly explanation: Explanation }) => {
  const text = useWords(EXPLANATION_WORDS)
  const { trace, changes, verdict } = explanation
  return (
    <>
      {verdict.outcome === 'unmet' ? (
        <Part
          title={text.changes}
          note={changes === null || changes.length === 0 ? text.noChange : text.changesSay}
          className="sheet"
        >
          {changes === null ? null : (
            <ChangeList changes={changes} instrument={verdict.measure.instrument.id} />
          )}
        </Part>
      ) : null}
      <Part title={text.conditions} note={text.conditionsSay}>
        {trace === null ? (
          <Nothing>{text.noTrace}</Nothing>
        ) : (
          <ul className="tree sheet">
            <Trace node={trace} instrument={verdict.measure.instrument.id} />
          </ul>
        )}
      </Part>
    </>
  )
}

const Rest = ({ explanation }: { readonly explanation: Explanation }) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const { usedUpBy, verdict } = explanation
  return (
    <>
      {verdict.leftOut.length === 0 ? null : (
        <Part title={text.leftOut}>
          <ul className="reasons">
            {verdict.leftOut.map((reason) => (
              <li key={reason.zh}>{reason[language]}</li>
            ))}
          </ul>
        </Part>
      )}
      {usedUpBy.length === 0 ? null : (
        <Part title={text.usedUp}>
          <ul className="rows">
            {usedUpBy.map(({ measure, grantedOn, amountFen }) => (
              <li key={`${measure.id} ${grantedOn}`}>
                <span className="wide">{measure.name[language]}</span>
                <DayText day={grantedOn} />
                {amountFen === null ? null : <Money fen={amountFen} />}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

/** One measure explained for the enterprise. */
export const Component = () => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const { '*': measure = '' } = useParams()
  const [search] = useSearchParams()
  const thing = search.get('thing')
  const mayState = mayAsMember(useMe(), 'state-facts', enterprise)
  const explanation = useQuery({
    queryKey: ['explanation', enterprise, measure, thing],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/verdicts/{measure}', {
          params: {
            path: { enterprise, measure },
            query: thing === null ? {} : { thing },
          },
        }),
      ),
  })
  const publicPage = `${language === 'en' ? '/en' : ''}/measures/${measure}`
  const name = explanation.data?.verdict.measure.name[language]
  return (
    <Page
      title={name ?? text.title}
      lead={
        <>
          <p>{explanation.data?.verdict.measure.plain[language]}</p>
          <p className="no-print">
            <Link to={`/e/${enterprise}/verdicts`}>{text.back}</Link> ·{' '}
            <a href={publicPage}>{text.publicPage}</a> ·{' '}
            <Link to={`/e/${enterprise}/file`}>{text.correct}</Link>
          </p>
        </>
      }
      actions={
        <>
          <SaveButtons measure={measure} />
          <Button onClick={() => window.print()}>{text.print}</Button>
        </>
      }
    >
      <Answer of={explanation}>
        {(found) => (
          <>
            <Head explanation={found} />
            <MissingFacts
              missing={found.missing}
              thing={found.verdict.thing?.id ?? null}
              mayState={mayState}
            />
            <Conditions explanation={found} />
            <Evidence evidence={found.evidence} />
            <Rest explanation={found} />
          </>
        )}
      </Answer>
    </Page>
  )
}
