import { addressOf } from './address.ts'
import type { Page, PageRequest } from './page.ts'
import { SHELL_WORDS } from './shell-words.ts'

/** The built files of each program of the browser, by its source file. */
export type Assets = Readonly<
  Record<
    string,
    {
      readonly file: string
      readonly css?: readonly string[]
      readonly imports?: readonly string[]
    }
  >
>

const PUBLIC = 'src/public/public.ts'

/** A document in the making. */
export interface DocumentProps {
  readonly request: PageRequest
  readonly page: Page
  readonly assets: Assets
}

/** The entries that an entry imports, itself included. */
const withImports = (assets: Assets, entry: string): readonly string[] => [
  entry,
  ...(assets[entry]?.imports ?? []).flatMap((each) => withImports(assets, each)),
]

const Programs = ({ page, assets }: DocumentProps) => {
  const programs = [PUBLIC, ...(page.scripts ?? [])]
  const entries = [...new Set(programs.flatMap((program) => withImports(assets, program)))]
  const styles = [...new Set(entries.flatMap((entry) => assets[entry]?.css ?? []))]
  const files = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => assets[name]?.file ?? [])
  return (
    <>
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={`/${href}`} />
      ))}
      {files(entries.filter((entry) => !programs.includes(entry))).map((file) => (
        <link key={file} rel="modulepreload" href={`/${file}`} />
      ))}
      {files(programs).map((file) => (
        <script key={file} type="module" src={`/${file}`} />
      ))}
    </>
  )
}

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#b3382a"/><path d="M8 10h16M8 16h16M8 22h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>',
)}`

/** What a document says of itself. */
export const Head = ({ request, page, assets }: DocumentProps) => {
  const { language, path, publicUrl } = request
  const text = SHELL_WORDS[language]
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#10191d" media="(prefers-color-scheme: dark)" />
      <title>{page.title === text.name ? text.fullName : `${page.title} · ${text.name}`}</title>
      <meta name="description" content={page.about} />
      {page.isHidden ? <meta name="robots" content="noindex" /> : null}
      <link rel="icon" href={ICON} />
      <link rel="canonical" href={publicUrl + addressOf(language, path)} />
      <link rel="alternate" hrefLang="zh-CN" href={publicUrl + addressOf('zh', path)} />
      <link rel="alternate" hrefLang="en" href={publicUrl + addressOf('en', path)} />
      {(page.feeds ?? []).map(({ type, href, title }) => (
        <link key={href} rel="alternate" type={type} href={href} title={title} />
      ))}
      <Programs request={request} page={page} assets={assets} />
      {page.markup === undefined ? null : (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped
          dangerouslySetInnerHTML={{
            __html: JSON.stringify(page.markup).replaceAll('<', '\\u003c'),
          }}
        />
      )}
    </head>
  )
}
