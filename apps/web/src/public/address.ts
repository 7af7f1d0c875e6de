import type { Language } from '@huiqi/domain'

/** The address of a path in a language; Chinese needs no prefix. */
export const addressOf = (language: Language, path: string): string =>
  language === 'en' ? `/en${path === '/' ? '' : path}` : path

/** The path of the page about a measure. */
export const measurePath = (id: string): string => `/measures/${id}`

/** The path of the page about an instrument, or of a provision on it. */
export const instrumentPath = (id: string, provision: string | null = null): string =>
  `/instruments/${id}${provision === null ? '' : `#${provision}`}`
