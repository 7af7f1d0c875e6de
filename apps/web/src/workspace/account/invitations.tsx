import type { components } from '@huiqi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Given } from '../../rules/given.tsx'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { Answer, Nothing } from '../ui/answer.tsx'
import { Moment } from '../ui/figures.tsx'
import { ROLES, SCOPES } from '../ui/member-words.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

const WORDS = inBoth({
  zh: {
    title: '收到的邀请',
    none: '没有待答复的邀请。',
    by: (name: string) => `${name} 邀请`,
    until: (day: string) => `授权至 ${day}`,
    open: '授权不设期限',
    answerBy: '请在此前答复：',
    accept: '接受',
    decline: '谢绝',
    list: '、',
  },
  en: {
    title: 'Invitations',
    none: 'No invitation waits for an answer.',
    by: (name: string) => `invited by ${name}`,
    until: (day: string) => `until ${day}`,
    open: 'without an end',
    answerBy: 'Answer before',
    accept: 'Accept',
    decline: 'Decline',
    list: ', ',
  },
})

const Invitation = ({
  invitation,
}: {
  readonly invitation: components['schemas']['Invitation']
}) => {
  const text = useWords(WORDS)
  const roles = useWords(ROLES)
  const scopes = useWords(SCOPES)
  const queries = useQueryClient()
  const { id, enterprise, role, validUntil, invitedBy, expiresAt } = invitation
  const params = { path: { id } }
  const answering = useMutation({
    mutationFn: (answer: 'accept' | 'decline') =>
      answer === 'accept'
        ? answerOf(client.POST('/api/v1/invitations/{id}/accept', { params }))
        : answerOf(client.POST('/api/v1/invitations/{id}/decline', { params })),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <li>
      <div className="wide">
        <strong>
          <Given>{enterprise.name}</Given>
        </strong>
        <p>
          {roles[role]} · {invitation.scopes.map((scope) => scopes[scope]).join(text.list)} ·{' '}
          {validUntil === null ? text.open : text.until(validUntil)}
        </p>
        <p className="soft">
          <Given>{text.by(invitedBy)}</Given> · {text.answerBy} <Moment at={expiresAt} />
        </p>
        {answering.error === null ? null : <ProblemNote error={answering.error} />}
      </div>
      <div className="form-actions">
        <Button
          type="primary"
          loading={answering.isPending}
          onClick={() => answering.mutate('accept')}
        >
          {text.accept}
        </Button>
        <Button disabled={answering.isPending} onClick={() => answering.mutate('decline')}>
          {text.decline}
        </Button>
      </div>
    </li>
  )
}

/** Invitations to act for enterprises. */
export const Component = () => {
  const text = useWords(WORDS)
  const invitations = useQuery({
    queryKey: ['invitations'],
    queryFn: () => answerOf(client.GET('/api/v1/invitations')),
  })
  return (
    <Page title={text.title}>
      <Answer of={invitations}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul className="rows">
              {entries.map((invitation) => (
                <Invitation key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  )
}
