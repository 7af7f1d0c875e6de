import type { Language } from '@huiqi/domain'
import {
  type Clock,
  type CodeIndex,
  type FactType,
  NOT_FOUND,
  type Operand,
  type Rulebook,
  resolveOperand,
  type Scalar,
  situationOf,
  type Test,
} from '@huiqi/engine'
import type { Place, PlaceValue } from '@huiqi/population'
import { showCode, showExact, words } from '@huiqi/wording'
import { SIMULATION_WORDS } from './simulation-words.ts'

/** For whom places are shown, and on which day parameters are looked up. */
export interface PlaceReader {
  readonly rulebook: Rulebook
  readonly language: Language
  readonly clock: Clock
}

const NO_ONE = { uscc: null, name: '', facts: {}, things: {}, awards: [] }

const valueOn = ({ rulebook, clock }: PlaceReader, operand: Operand): Scalar | null =>
  resolveOperand(situationOf(rulebook, NO_ONE, { clock }), operand)

const codeIn = (
  { rulebook, language }: PlaceReader,
  index: CodeIndex | null,
  code: string,
): string => showCode(rulebook, index?.list.id ?? null, { code, language })

const showScalar = (
  reader: PlaceReader,
  value: Scalar,
  { type, index }: { readonly type: FactType; readonly index: CodeIndex | null },
): string => {
  const { language } = reader
  if (typeof value === 'object') return showExact(type, value, language)
  if (typeof value === 'boolean') return words[language].truth(value)
  return type === 'code' ? codeIn(reader, index, value) : value
}

const showOperand = (
  reader: PlaceReader,
  operand: Operand,
  expected: { readonly type: FactType; readonly index: CodeIndex | null },
): string => {
  const text = SIMULATION_WORDS[reader.language]
  const value = valueOn(reader, operand)
  const said = value === null ? text.hole : showScalar(reader, value, expected)
  return operand.kind === 'parameter' ? text.parameter(said, operand.parameter) : said
}

/** A value of a place in words. */
export const showPlaceValue = (
  reader: PlaceReader,
  { expected }: Pick<Place, 'expected'>,
  value: PlaceValue,
): string => {
  const text = SIMULATION_WORDS[reader.language]
  const { punctuation } = words[reader.language]
  switch (value.kind) {
    case 'figure':
      return expected.kind === 'figure' ? showOperand(reader, value.operand, expected) : ''
    case 'codes': {
      const index = expected.kind === 'codes' ? expected.index : null
      return punctuation.list(value.codes.map((code) => codeIn(reader, index, code)))
    }
    case 'day':
      return value.day === NOT_FOUND ? text.hole : value.day
    case 'condition':
      return text.whole
    case 'none':
      return expected.kind === 'condition' ? text.leftOut : text.none
  }
}

const ELLIPSIS = '…'

const figureName = (path: string, language: Language): string => {
  const names: Readonly<Record<string, string>> = SIMULATION_WORDS[language].figures
  const last = path.slice(path.lastIndexOf('.') + 1)
  return names[path] ?? names[path.replace(/^calls\[\d+\]/, 'calls')] ?? names[last] ?? path
}

const EQUALITY: readonly string[] = ['is', 'is-not']

/** A comparison of a fact in words. */
const showComparison = (
  { rulebook, language }: PlaceReader,
  { fact, word }: { readonly fact: string; readonly word: Test['word'] },
  bound: string,
): string => {
  const { comparator, punctuation } = words[language]
  const name = rulebook.facts.get(fact)?.name[language] ?? fact
  if (EQUALITY.includes(word)) return punctuation.label(name, bound)
  return [name, comparator[word](bound)].join(language === 'zh' ? '' : ' ')
}

/** What a place is about: the fact and how it is compared, a statement, or what the figure is. */
export const showPlaceName = (reader: PlaceReader, { says, path, compares }: Place): string => {
  const { language } = reader
  if (compares?.reference.kind === 'fact') {
    const { fact } = compares.reference
    return showComparison(reader, { fact, word: compares.word }, ELLIPSIS)
  }
  return says === null ? figureName(path, language) : says[language]
}

/** A place with its value: `Total investment at least CNY 10,000,000`, `Rate: 10%`. */
export const showPlaceWith = (reader: PlaceReader, place: Place, value: PlaceValue): string => {
  const { compares } = place
  const said = showPlaceValue(reader, place, value)
  if (compares?.reference.kind === 'fact' && value.kind !== 'none') {
    const { fact } = compares.reference
    return showComparison(reader, { fact, word: compares.word }, said)
  }
  return words[reader.language].punctuation.label(showPlaceName(reader, place), said)
}
