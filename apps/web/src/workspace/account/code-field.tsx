import { Form, Input } from 'antd'
import { inBoth, useWords } from '../frame/language.tsx'

const WORDS = inBoth({
  zh: { code: '六位验证码', wrong: '验证码是六位数字' },
  en: { code: 'The six digits of the mail', wrong: 'The code has six digits' },
})

/** The six digits that a mail carries. */
export const CodeField = () => {
  const text = useWords(WORDS)
  return (
    <Form.Item
      name="code"
      label={text.code}
      rules={[{ required: true, pattern: /^\d{6}$/, message: text.wrong }]}
    >
      <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="code" />
    </Form.Item>
  )
}
