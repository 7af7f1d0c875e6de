import type { CodeIndex } from '@huiqi/engine'

/** Turns codes and their names into positions, and knows the codes in the order of their positions. */
export interface CodeReader {
  readonly list: string
  /** -1 when the list has no such code. */
  readonly positionOf: (text: string) => number
  /** A few listed codes that begin alike. */
  readonly similarTo: (text: string) => readonly string[]
  readonly codes: () => readonly string[]
}

const LETTER_FIRST = /^([A-Z])(\d{2,4})$/
const CLASS = /^\d{2,4}$/

/** The prefix code as the list writes it: C40 and 40 are the same division; null when none is listed. */
const prefixCode = ({ ancestors }: CodeIndex, text: string): string | null => {
  const [, letter, digits = text] = LETTER_FIRST.exec(text) ?? []
  if (!CLASS.test(digits)) return null
  const listed = [digits, digits.slice(0, 3), digits.slice(0, 2)].find((code) =>
    ancestors.has(code),
  )
  if (listed === undefined) return null
  const isUnder = letter === undefined || (ancestors.get(listed) ?? []).includes(letter)
  return isUnder ? digits : null
}

const namesOf = ({ list }: CodeIndex): ReadonlyMap<string, string> =>
  new Map(
    list.codes.flatMap(({ code, name }) => [
      [name.zh, code],
      [name.en.toLowerCase(), code],
      [code, code],
    ]),
  )

/** A reader for a code list; codes below a listed prefix take positions after the listed ones. */
export const createCodeReader = (index: CodeIndex): CodeReader => {
  const codes = index.list.codes.map(({ code }) => code)
  const positions = new Map(codes.map((code, position) => [code, position]))
  const names = namesOf(index)
  const add = (code: string): number => {
    const position = codes.push(code) - 1
    positions.set(code, position)
    return position
  }
  const find = (text: string): number => {
    const named = names.get(text) ?? names.get(text.toLowerCase())
    if (named !== undefined) return positions.get(named) ?? -1
    const code = index.list.hasPrefixHierarchy ? prefixCode(index, text.toUpperCase()) : null
    return code === null ? -1 : (positions.get(code) ?? add(code))
  }
  const similarTo = (text: string): readonly string[] =>
    text === '' ? [] : codes.filter((code) => code.startsWith(text.slice(0, 2))).slice(0, 3)
  return {
    list: index.list.id,
    positionOf: (text) => positions.get(text) ?? find(text),
    similarTo,
    codes: () => codes,
  }
}
