import { Form, Input } from 'antd'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { useEnter, useMe } from '../frame/me.ts'
import { Page } from '../ui/page.tsx'
import { SendForm } from '../ui/send-form.tsx'
import { DemonstrationSignIns } from './demonstration-sign-ins.tsx'
import { returnPathOf } from './return-path.ts'

const WORDS = inBoth({
  zh: {
    title: '登录',
    email: '邮箱',
    password: '密码',
    submit: '登录',
    oidc: '用一网通办账号登录',
    or: '或',
    forgotten: '忘记密码',
    none: '还没有账号？',
    signUp: '注册',
    problem: '通过城市账号登录没有成功，请重试或改用密码。',
    required: '请填写',
  },
  en: {
    title: 'Sign in',
    email: 'Mail address',
    password: 'Password',
    submit: 'Sign in',
    oidc: 'Sign in with the city’s account',
    or: 'or',
    forgotten: 'Forgotten password',
    none: 'No account yet?',
    signUp: 'Sign up',
    problem: 'Signing in with the city’s account did not work; try again or use a password.',
    required: 'Fill this in',
  },
})

const PasswordForm = ({ onward }: { readonly onward: string }) => {
  const text = useWords(WORDS)
  const enter = useEnter()
  const navigate = useNavigate()
  const rules = [{ required: true, message: text.required }]
  return (
    <SendForm
      initial={{ email: '', password: '' }}
      submit={text.submit}
      send={(body) => answerOf(client.POST('/api/v1/session', { body }))}
      onDone={(me) => {
        enter(me)
        return navigate(onward, { replace: true })
      }}
      other={<Link to="/forgotten-password">{text.forgotten}</Link>}
    >
      <Form.Item name="email" label={text.email} rules={rules}>
        <Input type="email" autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={text.password} rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </SendForm>
  )
}

const OidcLink = ({ onward }: { readonly onward: string }) => {
  const text = useWords(WORDS)
  const back = encodeURIComponent(`/workspace${onward}`)
  return (
    <p className="oidc">
      <a className="button quiet" href={`/api/v1/oidc/start?return=${back}`}>
        {text.oidc}
      </a>
      <span>{text.or}</span>
    </p>
  )
}

/** Sign in by password, by the city's account, or as one of the people of a demonstration. */
export const Component = () => {
  const text = useWords(WORDS)
  const me = useMe()
  const [search] = useSearchParams()
  const onward = returnPathOf(search.get('return'))
  if (me.account !== null) return <Navigate to={onward} replace />
  return (
    <Page title={text.title}>
      <div className="narrow sheet">
        {search.has('problem') ? (
          <p className="notice bad" role="alert">
            {text.problem}
          </p>
        ) : null}
        {me.hasOidc ? <OidcLink onward={onward} /> : null}
        <PasswordForm onward={onward} />
        <p>
          {text.none} <Link to="/sign-up">{text.signUp}</Link>
        </p>
      </div>
      <DemonstrationSignIns onward={onward} />
    </Page>
  )
}
