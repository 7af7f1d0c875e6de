import { Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { useEnter } from '../frame/me.ts'
import { Page } from '../ui/page.tsx'
import { SendForm } from '../ui/send-form.tsx'
import { CodeField } from './code-field.tsx'
import { NewPasswordField } from './new-password-field.tsx'

const WORDS = inBoth({
  zh: {
    title: '注册',
    email: '邮箱',
    name: '姓名',
    submit: '获取验证码',
    sent: (email: string) => `验证码已寄往 ${email}，15 分钟内有效。`,
    confirm: '完成注册',
    back: '换一个邮箱',
    known: '已有账号？',
    signIn: '登录',
    required: '请填写',
  },
  en: {
    title: 'Sign up',
    email: 'Mail address',
    name: 'Your name',
    submit: 'Send the code',
    sent: (email: string) => `A code is on its way to ${email}; it holds for 15 minutes.`,
    confirm: 'Make the account',
    back: 'Use another address',
    known: 'Have an account?',
    signIn: 'Sign in',
    required: 'Fill this in',
  },
})

interface Begun {
  readonly id: string
  readonly email: string
}

const Begin = ({ onBegun }: { readonly onBegun: (begun: Begun) => void }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const rules = [{ required: true, message: text.required }]
  return (
    <SendForm
      initial={{ email: '', name: '', password: '' }}
      submit={text.submit}
      send={async (values) => {
        const body = { ...values, language }
        const { id } = await answerOf(client.POST('/api/v1/sign-ups', { body }))
        return { id, email: values.email }
      }}
      onDone={onBegun}
    >
      <Form.Item name="email" label={text.email} rules={rules}>
        <Input type="email" autoComplete="email" />
      </Form.Item>
      <Form.Item name="name" label={text.name} rules={rules}>
        <Input autoComplete="name" maxLength={80} />
      </Form.Item>
      <NewPasswordField name="password" />
    </SendForm>
  )
}

/** Sign up: address, name and password, then the code of the mail. */
export const Component = () => {
  const text = useWords(WORDS)
  const enter = useEnter()
  const navigate = useNavigate()
  const [begun, setBegun] = useState<Begun | null>(null)
  return (
    <Page title={text.title}>
      <div className="narrow sheet">
        {begun === null ? (
          <Begin onBegun={setBegun} />
        ) : (
          <>
            <p role="status">{text.sent(begun.email)}</p>
            <SendForm
              initial={{ code: '' }}
              submit={text.confirm}
              send={(body) =>
                answerOf(
                  client.POST('/api/v1/sign-ups/{id}/confirm', {
                    params: { path: { id: begun.id } },
                    body,
                  }),
                )
              }
              onDone={(me) => {
                enter(me)
                return navigate('/', { replace: true })
              }}
              other={
                <button type="button" className="plain" onClick={() => setBegun(null)}>
                  {text.back}
                </button>
              }
            >
              <CodeField />
            </SendForm>
          </>
        )}
        <p>
          {text.known} <Link to="/sign-in">{text.signIn}</Link>
        </p>
      </div>
    </Page>
  )
}
