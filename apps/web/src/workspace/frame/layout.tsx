import type { ReactNode } from 'react'
import { useSyncExternalStore } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { inBoth, useWords } from './language.tsx'
import { Masthead } from './masthead.tsx'

const WORDS = inBoth({
  zh: {
    skip: '跳到正文',
    offline: '网络已断开。看过的内容还在，改动要等恢复后再提交。',
    mark: '演示',
    demonstration: '演示：企业、人员与数据均为虚构',
  },
  en: {
    skip: 'Skip to the content',
    offline: 'You are offline. What you have seen stays; changes have to wait.',
    mark: 'Demonstration',
    demonstration: 'Demonstration: enterprises, people and figures are invented',
  },
})

const useIsOnline = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed)
      window.addEventListener('offline', changed)
      return () => {
        window.removeEventListener('online', changed)
        window.removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )

const IS_DEMONSTRATION = document.querySelector('meta[name="demonstration"]') !== null

/** Masthead, places to go and the page. */
export const Frame = ({
  places,
  children,
}: {
  readonly places?: ReactNode
  readonly children: ReactNode
}) => {
  const text = useWords(WORDS)
  const isOnline = useIsOnline()
  return (
    <>
      <a className="skip" href="#main">
        {text.skip}
      </a>
      {IS_DEMONSTRATION ? (
        <aside className="demonstration" aria-label={text.mark}>
          {text.demonstration}
        </aside>
      ) : null}
      <Masthead />
      {isOnline ? null : (
        <p className="offline" role="status">
          {text.offline}
        </p>
      )}
      <div className={places === undefined ? 'body' : 'body with-places'}>
        {places}
        <main id="main">{children}</main>
      </div>
    </>
  )
}

/** The frame around the pages for visitors. */
export const OpenLayout = () => (
  <Frame>
    <Outlet />
    <ScrollRestoration />
  </Frame>
)
