import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Moment } from '../../ui/figures.tsx'
import { ROLES } from '../../ui/member-words.ts'
import { Part } from '../../ui/page.tsx'
import { useSay } from '../../ui/say.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { MemberRights, toGrant } from './member-rights.tsx'

const WORDS = inBoth({
  zh: {
    title: '待答复的邀请',
    none: '没有待答复的邀请。',
    invite: '邀请成员',
    email: '对方的邮箱',
    send: '寄出邀请',
    sent: '邀请已寄出。',
    answerBy: '等待答复至',
    withdraw: '撤回',
    withdrawOf: (email: string) => `撤回给 ${email} 的邀请？`,
    required: '请填写',
  },
  en: {
    title: 'Invitations that wait',
    none: 'No invitation waits for an answer.',
    invite: 'Invite a member',
    email: 'Their mail address',
    send: 'Send the invitation',
    sent: 'The invitation is on its way.',
    answerBy: 'waits until',
    withdraw: 'Withdraw',
    withdrawOf: (email: string) => `Withdraw the invitation to ${email}?`,
    required: 'Fill this in',
  },
})

type Grant = Parameters<typeof toGrant>[0]

const FIRST_GRANT: Grant = { role: 'finance', scopes: ['read', 'state-facts'], validUntil: null }

const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(WORDS)
  const say = useSay()
  const enterprise = useEnterpriseId()
  const queries = useQueryClient()
  return (
    <Dialog title={text.invite} onClose={onClose}>
      <SendForm
        initial={{ email: '', ...FIRST_GRANT }}
        submit={text.send}
        send={({ email, ...grant }) =>
          answerOf(
            client.POST('/api/v1/enterprises/{enterprise}/invitations', {
              params: { path: { enterprise } },
              body: { email, ...toGrant(grant) },
            }),
          )
        }
        onDone={() => {
          say(text.sent)
          onClose()
          return queries.invalidateQueries({ queryKey: ['enterprise-invitations', enterprise] })
        }}
      >
        <Form.Item
          name="email"
          label={text.email}
          rules={[{ required: true, message: text.required }]}
        >
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <MemberRights />
      </SendForm>
    </Dialog>
  )
}

/** The invitations that wait for an answer, and a new one. */
export const Invitations = () => {
  const text = useWords(WORDS)
  const roles = useWords(ROLES)
  const enterprise = useEnterpriseId()
  const queries = useQueryClient()
  const [isInviting, setIsInviting] = useState(false)
  const key = ['enterprise-invitations', enterprise]
  const invitations = useQuery({
    queryKey: key,
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/invitations', {
          params: { path: { enterprise } },
        }),
      ),
  })
  const invite = (
    <Button type="primary" onClick={() => setIsInviting(true)}>
      {text.invite}
    </Button>
  )
  return (
    <Part title={text.title} actions={invite}>
      <Answer of={invitations}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul className="rows">
              {entries.map(({ id, email, role, expiresAt }) => (
                <li key={id}>
                  <div className="wide">
                    <strong>{email}</strong>
                    <p className="soft">
                      {roles[role]} · {text.answerBy} <Moment at={expiresAt} />
                    </p>
                  </div>
                  <ConfirmButton
                    label={text.withdraw}
                    question={text.withdrawOf(email)}
                    act={() =>
                      answerOf(
                        client.DELETE('/api/v1/enterprises/{enterprise}/invitations/{id}', {
                          params: { path: { enterprise, id } },
                        }),
                      )
                    }
                    onDone={() => queries.invalidateQueries({ queryKey: key })}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {isInviting ? <InviteDialog onClose={() => setIsInviting(false)} /> : null}
    </Part>
  )
}
