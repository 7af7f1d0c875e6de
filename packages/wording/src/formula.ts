import { formatMoney, type Language, parseMoney } from '@huiqi/domain'
import type { Reader } from './reader.ts'
import { showCode } from './value.ts'
import { words } from './words.ts'

const TEXT = {
  zh: {
    yearsAgo: (fact: string, years: number) =>
      `${years === 1 ? '上年' : years === 2 ? '前年' : `${years} 年前`}${fact}`,
    yearBefore: (fact: string) => `上一年${fact}`,
    oneOf: '属于',
  },
  en: {
    yearsAgo: (fact: string, years: number) =>
      years === 1 ? `last year's ${fact}` : `${fact} ${years} years ago`,
    yearBefore: (fact: string) => `${fact} of the year before`,
    oneOf: 'one of',
  },
} as const

const FACT = /[a-z][a-z0-9]*\.[a-z0-9_.]*[a-z0-9_]/g

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/ \* /g, ' × '],
  [/ \/ /g, ' ÷ '],
  [/ - /g, ' − '],
  [/>=/g, '≥'],
  [/<=/g, '≤'],
]

const showYuan = (yuan: string, language: Language): string => {
  const parsed = parseMoney(yuan)
  return parsed.ok ? formatMoney(parsed.fen, language) : yuan
}

/** The codes of a formula by name, looked up in the list of the first coded fact it names. */
const withCodeNames = ({ rulebook, language }: Reader, formula: string): string => {
  const facts = (formula.match(FACT) ?? []).map((id) => rulebook.facts.get(id)?.codes ?? null)
  const list = facts.find((codes) => codes !== null) ?? null
  return formula.replace(/"([^"]+)"/g, (_, code: string) =>
    showCode(rulebook, list, { code, language }),
  )
}

/** A formula in words: the names of its facts for their ids, years and signs as people write them. */
export const showFormula = (reader: Reader, formula: string): string => {
  const { rulebook, language } = reader
  const text = TEXT[language]
  const { inBrackets, list } = words[language].punctuation
  const named = withCodeNames(reader, formula).replace(
    FACT,
    (id) => rulebook.facts.get(id)?.name[language] ?? id,
  )
  const told = named
    .replace(/previous\(([^()]+)\)/g, (_, fact: string) => text.yearBefore(fact))
    .replace(/last\(([^(),]+)(?:, (\d+))?\)/g, (_, fact: string, years = '1') =>
      text.yearsAgo(fact, Number(years)),
    )
    .replace(/yuan\((\d+)\)/g, (_, yuan: string) => showYuan(yuan, language))
    .replace(/ in \(([^()]+)\)/g, (_, codes: string) =>
      [' ', text.oneOf, inBrackets(list(codes.split(', ')))].join(''),
    )
  return SIGNS.reduce((line, [sign, said]) => line.replace(sign, said), told)
}
