import { Link, useNavigate } from 'react-router'
import { Given } from '../../rules/given.tsx'
import { inBoth, useLanguage, useWords } from './language.tsx'
import { useLeave, useMe } from './me.ts'
import { type Lighting, useLighting } from './theme.tsx'

const WORDS = inBoth({
  zh: {
    name: '惠企',
    window: '公开窗口',
    other: 'English',
    lighting: '明暗',
    light: '浅色',
    dark: '深色',
    system: '跟随设备',
    signIn: '登录',
    signOut: '退出',
    account: '我的账号',
  },
  en: {
    name: 'Huiqi',
    window: 'Public window',
    other: '中文',
    lighting: 'Light or dark',
    light: 'Light',
    dark: 'Dark',
    system: 'As the device',
    signIn: 'Sign in',
    signOut: 'Sign out',
    account: 'My account',
  },
})

const LIGHTINGS: readonly Lighting[] = ['system', 'light', 'dark']

const asLighting = (text: string): Lighting => LIGHTINGS.find((known) => known === text) ?? 'system'

/** Light, dark, or as the device has it. */
export const LightingChoice = () => {
  const text = useWords(WORDS)
  const { lighting, setLighting } = useLighting()
  return (
    <label className="lighting">
      <span className="for-ears">{text.lighting}</span>
      <select
        value={lighting}
        onChange={({ currentTarget }) => setLighting(asLighting(currentTarget.value))}
      >
        {LIGHTINGS.map((known) => (
          <option key={known} value={known}>
            {text[known]}
          </option>
        ))}
      </select>
    </label>
  )
}

const LanguageButton = () => {
  const { other } = useWords(WORDS)
  const { language, setLanguage } = useLanguage()
  const next = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="plain"
      lang={next === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLanguage(next)}
    >
      {other}
    </button>
  )
}

const Account = () => {
  const text = useWords(WORDS)
  const { account } = useMe()
  const leave = useLeave()
  const navigate = useNavigate()
  if (account === null) return <Link to="/sign-in">{text.signIn}</Link>
  return (
    <>
      <Link to="/account" title={text.account}>
        <Given>{account.name}</Given>
      </Link>
      <button
        type="button"
        className="plain"
        onClick={async () => {
          await leave()
          await navigate('/sign-in')
        }}
      >
        {text.signOut}
      </button>
    </>
  )
}

/** The top of every page: home, the public window, language, light or dark, and the account. */
export const Masthead = () => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const { account } = useMe()
  return (
    <header className={account === null ? 'masthead' : 'masthead with-account'}>
      <div className="masthead-inner">
        <Link className="brand" to="/">
          <span className="seal" lang="zh-CN" aria-hidden="true">
            惠
          </span>
          <span className="brand-name">{text.name}</span>
        </Link>
        <a className="to-window" href={language === 'en' ? '/en' : '/'}>
          {text.window}
        </a>
        <div className="masthead-tools">
          <LanguageButton />
          <LightingChoice />
          <Account />
        </div>
      </div>
    </header>
  )
}
