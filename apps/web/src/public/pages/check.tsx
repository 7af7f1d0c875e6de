import type { MakePage } from '../page.ts'

const WORDS = {
  zh: {
    title: '看看能享什么',
    about:
      '不用登录，答几个问题，算出企业确定能享受的和可能享受的政策资金。全部在浏览器里计算，回答不离开您的设备。',
    lead: '答几个问题，算出确定能拿的和可能能拿的。每个结论都写明条款和差距。',
    loading: '正在准备…',
    noScript: '测算要在您的设备上计算，需要打开 JavaScript。不打开也可以：',
    search: '搜索政策措施',
    how: '看结论怎么得出',
  },
  en: {
    title: 'What can we get?',
    about:
      'Answer a few questions without an account and see what your enterprise is sure to get and what is possible. Worked out in your browser; your answers stay on your device.',
    lead: 'Answer a few questions: what is sure, what is possible, and for each the provision and the distance.',
    loading: 'Getting ready…',
    noScript: 'The check works on your own device and needs JavaScript. Without it you can still:',
    search: 'search the measures',
    how: 'see how a verdict comes about',
  },
} as const

/** The public check: the browser's program fills it in. */
export const checkPage: MakePage = ({ language, corpusPath, today }) => {
  const text = WORDS[language]
  const prefix = language === 'en' ? '/en' : ''
  return {
    status: 200,
    title: text.title,
    about: text.about,
    scripts: ['src/check/check.tsx'],
    body: (
      <div className="wrap page check-page">
        <header className="check-head">
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </header>
        <noscript>
          <p className="hint">{text.noScript}</p>
          <ul>
            <li>
              <a href={`${prefix}/measures`}>{text.search}</a>
            </li>
            <li>
              <a href={`${prefix}/about`}>{text.how}</a>
            </li>
          </ul>
        </noscript>
        <div id="check" data-corpus={corpusPath} data-today={today} data-language={language}>
          <p className="soft needs-script">{text.loading}</p>
        </div>
      </div>
    ),
  }
}
