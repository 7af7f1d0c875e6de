import type { components } from '@huiqi/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Given } from '../../../rules/given.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { Answer } from '../../ui/answer.tsx'
import { Moment } from '../../ui/figures.tsx'
import { Part } from '../../ui/page.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'

const WORDS = inBoth({
  zh: {
    title: '数据使用同意',
    note: '每项都可随时撤回；撤回不影响之前已作的决定。',
    given: '同意于',
    by: (name: string) => `由 ${name} 同意`,
    match: '主动匹配：有新措施适合我们时来通知',
    automatic: '免申即享：用档案里的数据直接兑现',
    'share-with-banks': '与银行共享：用于贷款、贴息、担保',
  },
  en: {
    title: 'Consent',
    note: 'Each can be withdrawn at any time; what was decided before stays.',
    given: 'given',
    by: (name: string) => `by ${name}`,
    match: 'Match us: tell us when a new measure fits',
    automatic: 'Pay us without an application, from what the file holds',
    'share-with-banks': 'Share with banks, for loans, interest subsidies and guarantees',
  },
})

type Consent = components['schemas']['Consent']

const ConsentLine = ({
  consent,
  mayState,
}: {
  readonly consent: Consent
  readonly mayState: boolean
}) => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const { purpose, isGiven, givenAt, givenBy } = consent
  const changing = useMutation({
    mutationFn: (wanted: boolean) =>
      answerOf(
        client.PUT('/api/v1/enterprises/{enterprise}/consents/{purpose}', {
          params: { path: { enterprise, purpose } },
          body: { isGiven: wanted },
        }),
      ),
    onSuccess: refresh,
  })
  return (
    <li>
      <label className="tick wide">
        <input
          type="checkbox"
          checked={isGiven}
          disabled={!mayState || changing.isPending}
          onChange={({ currentTarget }) => changing.mutate(currentTarget.checked)}
        />
        <span>
          {text[purpose]}
          {givenAt === null ? null : (
            <span className="soft">
              {' '}
              {text.given} <Moment at={givenAt} />{' '}
              {givenBy === null ? null : <Given>{text.by(givenBy)}</Given>}
            </span>
          )}
        </span>
      </label>
      {changing.error === null ? null : <ProblemNote error={changing.error} />}
    </li>
  )
}

/** What the file may be used for. */
export const Consents = ({ mayState }: { readonly mayState: boolean }) => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const consents = useQuery({
    queryKey: ['consents', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/consents', {
          params: { path: { enterprise } },
        }),
      ),
  })
  return (
    <Part title={text.title} note={text.note}>
      <Answer of={consents}>
        {({ entries }) => (
          <ul className="rows">
            {entries.map((consent) => (
              <ConsentLine key={consent.purpose} consent={consent} mayState={mayState} />
            ))}
          </ul>
        )}
      </Answer>
    </Part>
  )
}
