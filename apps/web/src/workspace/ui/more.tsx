import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { inBoth, useWords } from '../frame/language.tsx'
import { Loading } from './answer.tsx'
import { ProblemNote } from './problem-note.tsx'

const WORDS = inBoth({
  zh: {
    more: '再看一些',
    shown: (shown: number, total: number) =>
      shown === total ? `共 ${total} 条` : `共 ${total} 条，已显示 ${shown} 条`,
  },
  en: {
    more: 'Show more',
    shown: (shown: number, total: number) =>
      shown === total ? `${total} in all` : `${shown} of ${total} shown`,
  },
})

interface PageOf<Entry> {
  readonly entries: readonly Entry[]
  readonly next: string | null
  readonly total: number
}

/** A list that is read page by page. */
export const PagedList = <Entry,>({
  queryKey,
  ask,
  empty,
  children,
}: {
  readonly queryKey: readonly unknown[]
  readonly ask: (after: string | undefined) => Promise<PageOf<Entry>>
  readonly empty: ReactNode
  readonly children: (entries: readonly Entry[]) => ReactNode
}) => {
  const text = useWords(WORDS)
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (pages.data === undefined) {
    return pages.error === null ? (
      <Loading />
    ) : (
      <ProblemNote error={pages.error} onAgain={pages.refetch} />
    )
  }
  const entries = pages.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) return empty
  const total = pages.data.pages.at(-1)?.total ?? entries.length
  return (
    <>
      {children(entries)}
      <div className="more">
        <p role="status">{text.shown(entries.length, total)}</p>
        {pages.hasNextPage ? (
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {text.more}
          </Button>
        ) : null}
      </div>
      {pages.error === null ? null : <ProblemNote error={pages.error} />}
    </>
  )
}
