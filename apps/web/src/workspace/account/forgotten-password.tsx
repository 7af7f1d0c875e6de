import { Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { Page } from '../ui/page.tsx'
import { useSay } from '../ui/say.tsx'
import { SendForm } from '../ui/send-form.tsx'
import { CodeField } from './code-field.tsx'
import { NewPasswordField } from './new-password-field.tsx'

const WORDS = inBoth({
  zh: {
    title: '忘记密码',
    email: '邮箱',
    submit: '获取验证码',
    sent: '如果该邮箱有账号，验证码已寄出，15 分钟内有效。',
    confirm: '设定新密码',
    done: '新密码已设定，请登录。',
    required: '请填写',
  },
  en: {
    title: 'Forgotten password',
    email: 'Mail address',
    submit: 'Send the code',
    sent: 'If there is an account with this address, a code is on its way; it holds for 15 minutes.',
    confirm: 'Set the new password',
    done: 'The new password is set; sign in with it.',
    required: 'Fill this in',
  },
})

const NewPassword = ({ id }: { readonly id: string }) => {
  const text = useWords(WORDS)
  const say = useSay()
  const navigate = useNavigate()
  return (
    <>
      <p role="status">{text.sent}</p>
      <SendForm
        initial={{ code: '', password: '' }}
        submit={text.confirm}
        send={(body) =>
          answerOf(
            client.POST('/api/v1/password-resets/{id}/confirm', { params: { path: { id } }, body }),
          )
        }
        onDone={() => {
          say(text.done)
          return navigate('/sign-in')
        }}
      >
        <CodeField />
        <NewPasswordField name="password" />
      </SendForm>
    </>
  )
}

/** A new password by a code to the mail address. */
export const Component = () => {
  const text = useWords(WORDS)
  const [id, setId] = useState<string | null>(null)
  return (
    <Page title={text.title}>
      <div className="narrow sheet">
        {id === null ? (
          <SendForm
            initial={{ email: '' }}
            submit={text.submit}
            send={(body) => answerOf(client.POST('/api/v1/password-resets', { body }))}
            onDone={(sent) => setId(sent.id)}
          >
            <Form.Item
              name="email"
              label={text.email}
              rules={[{ required: true, message: text.required }]}
            >
              <Input type="email" autoComplete="username" />
            </Form.Item>
          </SendForm>
        ) : (
          <NewPassword id={id} />
        )}
      </div>
    </Page>
  )
}
