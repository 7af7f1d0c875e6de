import type { Report } from '../finding.ts'
import type { Path } from '../place.ts'
import type { Value } from '../reader/yaml-document.ts'

const HAN = /\p{Script=Han}/u
const LETTER = /\p{L}/u
const HAN_RUN = /\p{Script=Han}[\p{Script=Han}\p{P}\d]*/u
const QUOTED = /"[^"]*"|“[^”]*”|‘[^’]*’|《[^》]*》|\([^)]*\)|（[^）]*）/g

const checkChinese = (report: Report, text: string, path: Path): void => {
  if (text.trim() === '') report({ code: 'text.empty', path, params: { language: 'zh' } })
  else if (!HAN.test(text) && LETTER.test(text)) report({ code: 'text.no-han', path })
}

const checkEnglish = (report: Report, text: string, path: Path): void => {
  if (text.trim() === '') report({ code: 'text.empty', path, params: { language: 'en' } })
  const found = HAN_RUN.exec(text.replace(QUOTED, ''))
  if (found !== null) report({ code: 'text.han-in-english', path, params: { found: found[0] } })
}

/** Looks at every `zh`/`en` pair of a document: neither is empty, each is in its language. */
export const checkTexts = (report: Report, value: Value, path: Path = []): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (typeof inner === 'string' && key === 'zh') checkChinese(report, inner, at)
    else if (typeof inner === 'string' && key === 'en') checkEnglish(report, inner, at)
    else checkTexts(report, inner, at)
  }
}
