import { addressOf } from './address.ts'
import { type DocumentProps, Head } from './head.tsx'
import type { PageRequest } from './page.ts'
import { SHELL_WORDS } from './shell-words.ts'

const isHere = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)

const Links = ({
  request: { language, path },
  of,
}: {
  readonly request: PageRequest
  readonly of: 'links' | 'footLinks'
}) => (
  <ul>
    {SHELL_WORDS[language][of].map(({ href, label }) => (
      <li key={href}>
        <a href={addressOf(language, href)} aria-current={isHere(path, href) ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)

const Masthead = ({ request }: { readonly request: PageRequest }) => {
  const { language, path, query } = request
  const text = SHELL_WORDS[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const search = query.size === 0 ? '' : `?${query}`
  return (
    <header className="masthead">
      {request.isDemonstration ? <p className="demonstration">{text.demonstration}</p> : null}
      <div className="wrap">
        <a className="brand" href={addressOf(language, '/')}>
          <span className="seal" aria-hidden="true" lang="zh-CN">
            惠
          </span>
          <span>{text.name}</span>
        </a>
        <nav aria-label={text.navigation}>
          <Links request={request} of="links" />
        </nav>
        <p className="masthead-side">
          <a
            href={addressOf(other, path) + search}
            hrefLang={other === 'zh' ? 'zh-CN' : 'en'}
            lang={other === 'zh' ? 'zh-CN' : 'en'}
          >
            {text.otherLanguage}
          </a>
          <a className="button quiet small" href={`/workspace?lang=${language}`}>
            {text.signIn}
          </a>
        </p>
      </div>
    </header>
  )
}

const Foot = ({ request }: { readonly request: PageRequest }) => {
  const text = SHELL_WORDS[request.language]
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="motto">{text.motto}</p>
        <nav aria-label={text.footNavigation}>
          <Links request={request} of="footLinks" />
        </nav>
        <p className="soft">{text.notice}</p>
      </div>
    </footer>
  )
}

/** A whole HTML document. */
export const Document = ({ request, page, assets }: DocumentProps) => (
  <html lang={request.language === 'zh' ? 'zh-CN' : 'en'}>
    <Head request={request} page={page} assets={assets} />
    <body>
      <a className="skip" href="#main">
        {SHELL_WORDS[request.language].skip}
      </a>
      <Masthead request={request} />
      <main id="main" tabIndex={-1}>
        {page.body}
      </main>
      <Foot request={request} />
    </body>
  </html>
)
