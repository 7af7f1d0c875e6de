/** The languages the product speaks. */
export type Language = 'zh' | 'en'

/** The same words in Chinese and in English. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** The words of `text` in `language`. */
export const pick = (text: Bilingual, language: Language): string => text[language]

const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const FULL_WIDTH_OFFSET = 0xfee0

const narrow = (character: string): string =>
  String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET)

/**
 * `text` with full-width letters, digits, punctuation, yen signs and spaces turned into their
 * half-width twins; everything else stays.
 */
export const toHalfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, narrow).replaceAll('\u3000', ' ').replaceAll('\uFFE5', '\u00A5')
