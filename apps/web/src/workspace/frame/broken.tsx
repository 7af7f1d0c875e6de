import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { inBoth, useWords } from './language.tsx'
import { Frame } from './layout.tsx'

const WORDS = inBoth({
  zh: { missing: '没有这个页面', broken: '页面出错了', home: '回到工作台' },
  en: { missing: 'There is no such page', broken: 'This page is broken', home: 'To the workspace' },
})

/** No page is at this address. */
export const Missing = () => {
  const text = useWords(WORDS)
  return (
    <Page title={text.missing}>
      <p>
        <Link className="button" to="/">
          {text.home}
        </Link>
      </p>
    </Page>
  )
}

/** What is shown when a page cannot be made. */
export const Broken = () => {
  const text = useWords(WORDS)
  const error = useRouteError()
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  return (
    <Frame>
      {isMissing ? (
        <Missing />
      ) : (
        <Page title={text.broken}>
          <ProblemNote error={error} onAgain={() => window.location.reload()} />
        </Page>
      )}
    </Frame>
  )
}
