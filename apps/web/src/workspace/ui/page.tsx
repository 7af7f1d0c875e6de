import { type ReactNode, useEffect, useRef } from 'react'
import { Given } from '../../rules/given.tsx'
import { inBoth, useWords } from '../frame/language.tsx'

const WORDS = inBoth({
  zh: { name: '惠企' },
  en: { name: 'Huiqi' },
})

/** A page with its one heading, which takes the focus when the page is come to. */
export const Page = ({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => {
  const { name } = useWords(WORDS)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <Given>{title}</Given>
          </h1>
          {lead === undefined ? null : <div className="lead">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page under a heading of its own. */
export const Part = ({
  title,
  note,
  actions,
  children,
  className = '',
}: {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}) => (
  <section className={`part ${className}`}>
    <header className="part-head">
      <h2>{title}</h2>
      {actions}
    </header>
    {note === undefined ? null : <p className="note">{note}</p>}
    {children}
  </section>
)
