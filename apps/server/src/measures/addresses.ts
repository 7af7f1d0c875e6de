import type { Language } from '@huiqi/domain'

/** The address of a path in a language; Chinese needs no prefix. */
export const pageAddress = (publicUrl: string, language: Language, path: string): string =>
  `${publicUrl}${language === 'en' ? '/en' : ''}${path}`

/** The address of the page of a measure. */
export const measureAddress = (publicUrl: string, language: Language, id: string): string =>
  pageAddress(publicUrl, language, `/measures/${encodeURI(id)}`)
