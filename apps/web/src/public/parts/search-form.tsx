import type { Language } from '@huiqi/domain'
import type { ReactNode } from 'react'
import { addressOf } from '../address.ts'

const WORDS = {
  zh: {
    label: '搜索政策措施',
    placeholder: '算力券、研发补贴、贷款贴息……',
    search: '搜索',
  },
  en: {
    label: 'Search the measures',
    placeholder: 'computing power, loan interest …',
    search: 'Search',
  },
} as const

/** The search box; works by plain GET. */
export const SearchForm = ({
  language,
  text = '',
  children,
}: {
  readonly language: Language
  readonly text?: string
  /** Hidden fields that keep what else was asked for. */
  readonly children?: ReactNode
}) => {
  const said = WORDS[language]
  return (
    <search>
      <form className="search" action={addressOf(language, '/measures')}>
        <label htmlFor="text" className="unseen">
          {said.label}
        </label>
        <input
          id="text"
          name="text"
          type="search"
          defaultValue={text}
          placeholder={said.placeholder}
          maxLength={200}
          autoComplete="off"
        />
        {children}
        <button type="submit" className="button">
          {said.search}
        </button>
      </form>
    </search>
  )
}
