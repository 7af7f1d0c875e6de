import type { Language } from '@huiqi/domain'
import { en } from './en.ts'
import type { WordList } from './word-list.ts'
import { zh } from './zh.ts'

/** What Huiqi says on its own, in both languages. */
export const words: Readonly<Record<Language, WordList>> = { zh, en }
