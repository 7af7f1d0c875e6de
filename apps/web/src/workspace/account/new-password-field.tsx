import { Form, Input } from 'antd'
import { inBoth, useWords } from '../frame/language.tsx'

const WORDS = inBoth({
  zh: {
    password: '密码',
    newPassword: '新密码',
    hint: '至少 12 个字符；几个不相干的词连起来就好。',
    short: '至少 12 个字符',
  },
  en: {
    password: 'Password',
    newPassword: 'New password',
    hint: 'At least 12 characters; a few words that have nothing to do with each other will do.',
    short: 'At least 12 characters',
  },
})

const LENGTH = 12

/** A password to be set. */
export const NewPasswordField = ({ name }: { readonly name: 'password' | 'newPassword' }) => {
  const text = useWords(WORDS)
  return (
    <Form.Item
      name={name}
      label={text[name]}
      extra={text.hint}
      rules={[{ required: true, min: LENGTH, message: text.short }]}
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  )
}
