import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { UnreachableError } from './api.ts'
import { inBoth, useWords } from './language.tsx'
import { Frame } from './layout.tsx'

const WORDS = inBoth({
  zh: {
    missing: '没有这个页面',
    broken: '页面出错了',
    away: '现在打不开这个页面',
    home: '回到工作台',
  },
  en: {
    missing: 'There is no such page',
    broken: 'This page is broken',
    away: 'This page cannot be opened now',
    home: 'To the workspace',
  },
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

/** What browsers say when the program of a page could not be fetched. */
const AWAY = /dynamically imported module|importing a module script|module script failed/i

const isProgramAway = (error: unknown): boolean =>
  error instanceof TypeError && AWAY.test(error.message)

/** What is shown when a page cannot be made. */
export const Broken = () => {
  const text = useWords(WORDS)
  const error = useRouteError()
  const isAway = isProgramAway(error)
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  return (
    <Frame>
      {isMissing ? (
        <Missing />
      ) : (
        <Page title={isAway ? text.away : text.broken}>
          <ProblemNote
            error={isAway ? new UnreachableError('unreachable', { cause: error }) : error}
            onAgain={() => window.location.reload()}
          />
        </Page>
      )}
    </Frame>
  )
}
