import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { UnreachableError } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { ProblemNote } from './problem-note.tsx'

const WORDS = inBoth({
  zh: { loading: '正在读取', stale: '连不上服务，下面是上次读到的内容。' },
  en: { loading: 'Loading', stale: 'The service cannot be reached; this is what was read last.' },
})

/** What is seen while the service has not answered yet. */
export const Loading = () => {
  const { loading } = useWords(WORDS)
  return (
    <div className="loading" role="status">
      <span className="for-ears">{loading}</span>
      <Skeleton active paragraph={{ rows: 4 }} aria-hidden />
    </div>
  )
}

/** Shows an answer of the service once it is there, and what went wrong when it is not. */
export const Answer = <Data,>({
  of,
  children,
}: {
  readonly of: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}) => {
  const { stale } = useWords(WORDS)
  if (of.data === undefined) {
    return of.error === null ? <Loading /> : <ProblemNote error={of.error} onAgain={of.refetch} />
  }
  return (
    <>
      {of.error instanceof UnreachableError ? (
        <p className="notice warn" role="status">
          {stale}
        </p>
      ) : null}
      {children(of.data)}
    </>
  )
}

/** Nothing is there, and what to do about it. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <div className="nothing">{children}</div>
)
