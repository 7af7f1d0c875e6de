import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { useLeave, useMe } from '../frame/me.ts'
import { Answer } from '../ui/answer.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { Moment } from '../ui/figures.tsx'
import { Page, Part } from '../ui/page.tsx'
import { useSay } from '../ui/say.tsx'
import { SendForm } from '../ui/send-form.tsx'
import { deviceOf } from './device-of.ts'
import { NewPasswordField } from './new-password-field.tsx'

const WORDS = inBoth({
  zh: {
    title: '账号设置',
    profile: '姓名与来信语言',
    name: '姓名',
    mails: (language: string) => `邮件以当前界面语言（${language}）寄送。`,
    language: '中文',
    save: '保存',
    saved: '已保存',
    password: '更改密码',
    old: '现在的密码',
    change: '更改密码',
    changed: '密码已更改，其他设备均已退出。',
    sessions: '登录中的设备',
    thisOne: '本机',
    seen: '最近活动',
    end: '退出该设备',
    endQuestion: '让该设备退出登录？',
    everywhere: '退出所有设备',
    everywhereQuestion: '在所有设备上退出登录？',
    required: '请填写',
  },
  en: {
    title: 'Account',
    profile: 'Name and language of mails',
    name: 'Your name',
    mails: (language: string) => `Mails come in the language of the screen (${language}).`,
    language: 'English',
    save: 'Save',
    saved: 'Saved',
    password: 'Change the password',
    old: 'The password so far',
    change: 'Change the password',
    changed: 'The password is changed; all other devices are signed out.',
    sessions: 'Devices signed in',
    thisOne: 'this one',
    seen: 'Last seen',
    end: 'Sign it out',
    endQuestion: 'Sign this device out?',
    everywhere: 'Sign out everywhere',
    everywhereQuestion: 'Sign out on all devices?',
    required: 'Fill this in',
  },
})

const Profile = () => {
  const text = useWords(WORDS)
  const say = useSay()
  const queries = useQueryClient()
  const { language } = useLanguage()
  const { account } = useMe()
  if (account === null) return null
  return (
    <Part title={text.profile} note={text.mails(text.language)} className="sheet narrow">
      <p>{account.email}</p>
      <SendForm
        initial={{ name: account.name }}
        submit={text.save}
        send={(values) => answerOf(client.PATCH('/api/v1/me', { body: { ...values, language } }))}
        onDone={() => {
          say(text.saved)
          return queries.invalidateQueries({ queryKey: ['me'] })
        }}
      >
        <Form.Item
          name="name"
          label={text.name}
          rules={[{ required: true, message: text.required }]}
        >
          <Input autoComplete="name" maxLength={80} />
        </Form.Item>
      </SendForm>
    </Part>
  )
}

const Password = () => {
  const text = useWords(WORDS)
  const say = useSay()
  const queries = useQueryClient()
  return (
    <Part title={text.password} className="sheet narrow">
      <SendForm
        initial={{ password: '', newPassword: '' }}
        submit={text.change}
        send={(body) => answerOf(client.PUT('/api/v1/me/password', { body }))}
        onDone={() => {
          say(text.changed)
          return queries.invalidateQueries({ queryKey: ['sessions'] })
        }}
      >
        <Form.Item
          name="password"
          label={text.old}
          rules={[{ required: true, message: text.required }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPasswordField name="newPassword" />
      </SendForm>
    </Part>
  )
}

const Sessions = () => {
  const text = useWords(WORDS)
  const queries = useQueryClient()
  const leave = useLeave()
  const navigate = useNavigate()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => answerOf(client.GET('/api/v1/sessions')),
  })
  const everywhere = (
    <ConfirmButton
      label={text.everywhere}
      question={text.everywhereQuestion}
      act={() => answerOf(client.DELETE('/api/v1/sessions'))}
      onDone={async () => {
        await leave()
        await navigate('/sign-in')
      }}
    />
  )
  return (
    <Part title={text.sessions} actions={everywhere}>
      <Answer of={sessions}>
        {({ entries }) => (
          <ul className="rows">
            {entries.map(({ id, agent, address, lastSeenAt, isThisOne }) => (
              <li key={id}>
                <div>
                  <strong title={agent}>{deviceOf(agent) ?? address}</strong>{' '}
                  {isThisOne ? <span className="mark good">{text.thisOne}</span> : null}
                  <p className="soft">
                    {address} · {text.seen} <Moment at={lastSeenAt} />
                  </p>
                </div>
                {isThisOne ? null : (
                  <ConfirmButton
                    label={text.end}
                    question={text.endQuestion}
                    act={() =>
                      answerOf(client.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }))
                    }
                    onDone={() => queries.invalidateQueries({ queryKey: ['sessions'] })}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Part>
  )
}

/** One's own account: name, password and the devices that are signed in. */
export const Component = () => {
  const text = useWords(WORDS)
  return (
    <Page title={text.title}>
      <div className="columns">
        <Profile />
        <Password />
      </div>
      <Sessions />
    </Page>
  )
}
