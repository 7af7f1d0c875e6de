import type { IsoDate, Language } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import type { Reader } from '@huiqi/wording'
import { createContext, useContext } from 'react'
import { en } from './check-en.ts'
import type { CheckWords } from './check-words.ts'
import { zh } from './check-zh.ts'

/** What every part of the check reads. */
export interface CheckSetting {
  readonly rulebook: Rulebook
  readonly language: Language
  readonly today: IsoDate
  readonly reader: Reader
  readonly text: CheckWords
}

/** The words of the check in both languages. */
export const CHECK_WORDS: Readonly<Record<Language, CheckWords>> = { zh, en }

const Setting = createContext<CheckSetting | null>(null)

/** Hands the setting to the parts inside. */
export const CheckProvider = Setting.Provider

/** The setting of the check; only inside its provider. */
export const useCheck = (): CheckSetting => {
  const setting = useContext(Setting)
  if (setting === null) throw new Error('outside the check')
  return setting
}

/** The setting for a rulebook on a day. */
export const settingOf = (
  rulebook: Rulebook,
  language: Language,
  today: IsoDate,
): CheckSetting => ({
  rulebook,
  language,
  today,
  reader: { rulebook, language, asOf: today },
  text: CHECK_WORDS[language],
})
