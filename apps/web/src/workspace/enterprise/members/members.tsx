import type { components } from '@huiqi/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Given } from '../../../rules/given.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { mayAsMember, useMe } from '../../frame/me.ts'
import { Answer } from '../../ui/answer.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ROLES, SCOPES } from '../../ui/member-words.ts'
import { Page, Part } from '../../ui/page.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { Invitations } from './invitations.tsx'
import { MemberRights, toGrant } from './member-rights.tsx'

const WORDS = inBoth({
  zh: {
    title: '成员与授权',
    members: '成员',
    you: '您',
    from: (day: string) => `自 ${day}`,
    until: (day: string) => `至 ${day}`,
    over: '已到期',
    change: '更改授权',
    changeOf: (name: string) => `更改 ${name} 的授权`,
    save: '保存',
    remove: '移除',
    removeOf: (name: string) => `将 ${name} 从成员中移除？`,
    list: '、',
  },
  en: {
    title: 'Members',
    members: 'Members',
    you: 'you',
    from: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
    over: 'over',
    change: 'Change rights',
    changeOf: (name: string) => `Rights of ${name}`,
    save: 'Save',
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name} from the members?`,
    list: ', ',
  },
})

type Member = components['schemas']['Member']

const ChangeDialog = ({
  member,
  onClose,
}: {
  readonly member: Member
  readonly onClose: () => void
}) => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const queries = useQueryClient()
  const { role, scopes, validUntil, account, id } = member
  return (
    <Dialog title={text.changeOf(account.name)} onClose={onClose}>
      <SendForm
        initial={{ role, scopes, validUntil }}
        submit={text.save}
        send={(values) =>
          answerOf(
            client.PUT('/api/v1/enterprises/{enterprise}/members/{id}', {
              params: { path: { enterprise, id } },
              body: toGrant(values),
            }),
          )
        }
        onDone={() => {
          onClose()
          return queries.invalidateQueries({ queryKey: ['members', enterprise] })
        }}
      >
        <MemberRights />
      </SendForm>
    </Dialog>
  )
}

const MemberRow = ({
  member,
  mayManage,
}: {
  readonly member: Member
  readonly mayManage: boolean
}) => {
  const text = useWords(WORDS)
  const roles = useWords(ROLES)
  const scopeWords = useWords(SCOPES)
  const me = useMe()
  const enterprise = useEnterpriseId()
  const queries = useQueryClient()
  const [isChanging, setIsChanging] = useState(false)
  const { account, role, scopes, validFrom, validUntil, isOver, id } = member
  return (
    <li>
      <div className="wide">
        <strong>
          <Given>{account.name}</Given>
        </strong>{' '}
        {account.id === me.account?.id ? <span className="mark">{text.you}</span> : null}{' '}
        {isOver ? <span className="mark warn">{text.over}</span> : null}
        <p>
          {roles[role]} · {scopes.map((scope) => scopeWords[scope]).join(text.list)}
        </p>
        <p className="soft">
          {account.email} · {text.from(validFrom)}
          {validUntil === null ? null : ` · ${text.until(validUntil)}`}
        </p>
      </div>
      {mayManage ? (
        <div className="form-actions">
          <Button onClick={() => setIsChanging(true)}>{text.change}</Button>
          <ConfirmButton
            label={text.remove}
            question={text.removeOf(account.name)}
            act={() =>
              answerOf(
                client.DELETE('/api/v1/enterprises/{enterprise}/members/{id}', {
                  params: { path: { enterprise, id } },
                }),
              )
            }
            onDone={() => queries.invalidateQueries({ queryKey: ['members', enterprise] })}
          />
        </div>
      ) : null}
      {isChanging ? <ChangeDialog member={member} onClose={() => setIsChanging(false)} /> : null}
    </li>
  )
}

/** Who acts for the enterprise, in what and until when; owners choose them. */
export const Component = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const mayManage = mayAsMember(useMe(), 'manage-members', enterprise)
  const members = useQuery({
    queryKey: ['members', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/members', {
          params: { path: { enterprise } },
        }),
      ),
  })
  return (
    <Page title={text.title}>
      <Part title={text.members}>
        <Answer of={members}>
          {({ entries }) => (
            <ul className="rows">
              {entries.map((member) => (
                <MemberRow key={member.id} member={member} mayManage={mayManage} />
              ))}
            </ul>
          )}
        </Answer>
      </Part>
      {mayManage ? <Invitations /> : null}
    </Page>
  )
}
