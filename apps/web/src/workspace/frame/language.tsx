import type { Language } from '@huiqi/domain'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'

const KEPT_AS = 'huiqi-language'

interface LanguageChoice {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({
  language: 'zh',
  setLanguage: () => undefined,
})

const asLanguage = (text: string | null): Language | null =>
  text === 'zh' || text === 'en' ? text : null

let current: Language = 'zh'

/** The language of the screen, for requests. */
export const currentLanguage = (): Language => current

/** The address says it, else the last choice, else the page as the service sent it. */
export const firstLanguage = (): Language => {
  const inAddress = asLanguage(new URLSearchParams(window.location.search).get('lang'))
  const kept = asLanguage(window.localStorage.getItem(KEPT_AS))
  return inAddress ?? kept ?? (document.documentElement.lang === 'en' ? 'en' : 'zh')
}

/** Says the same in both languages: what is missing in one does not compile. */
export const inBoth = <Words extends object>(words: {
  readonly zh: Words
  readonly en: NoInfer<Words>
}): Readonly<Record<Language, Words>> => words

/** Gives the screen one language. */
export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, choose] = useState(firstLanguage)
  current = language
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    window.localStorage.setItem(KEPT_AS, language)
  }, [language])
  const setLanguage = useCallback((chosen: Language) => {
    current = chosen
    choose(chosen)
  }, [])
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>
}

/** The language of the screen and how to change it. */
export const useLanguage = (): LanguageChoice => useContext(LanguageContext)

/** The words in the language of the screen. */
export const useWords = <Words,>(words: Readonly<Record<Language, Words>>): Words =>
  words[useLanguage().language]
