import {
  type Bilingual,
  type Exact,
  exactToFen,
  formatExact,
  formatMoney,
  formatRate,
} from '@huiqi/domain'
import {
  type FactType,
  type OrderWord,
  type Reference,
  type Rulebook,
  typeOfReference,
} from '@huiqi/engine'
import type { DrawnTest } from './vary-leaf.ts'

const WORDS: Readonly<Record<OrderWord, Bilingual>> = {
  'at-least': { zh: '不低于', en: 'at least' },
  'at-most': { zh: '不超过', en: 'at most' },
  'more-than': { zh: '超过', en: 'more than' },
  'less-than': { zh: '低于', en: 'less than' },
}

const formatBound = (value: Exact, type: FactType): Bilingual => {
  if (type === 'rate') return { zh: formatRate(value), en: formatRate(value) }
  if (type !== 'money') return { zh: formatExact(value), en: formatExact(value) }
  const fen = exactToFen(value, 'down')
  return { zh: formatMoney(fen, 'zh'), en: formatMoney(fen, 'en') }
}

const nameOf = (rulebook: Rulebook, reference: Reference): Bilingual =>
  (reference.kind === 'fact' ? rulebook.facts.get(reference.fact)?.name : undefined) ?? {
    zh: '算出的数',
    en: 'the figure worked out',
  }

/** The words of a comparison of a number. */
export const sayTests = (
  rulebook: Rulebook,
  reference: Reference,
  tests: readonly DrawnTest[],
): Bilingual => {
  const name = nameOf(rulebook, reference)
  const type = typeOfReference(rulebook, reference)
  const parts = tests.map(({ word, bound }) => {
    const value = formatBound(bound.exact, type)
    return { zh: `${WORDS[word].zh} ${value.zh}`, en: `${WORDS[word].en} ${value.en}` }
  })
  return {
    zh: `${name.zh}${parts.map(({ zh }) => zh).join('，')}`,
    en: `${name.en}: ${parts.map(({ en }) => en).join(' and ')}`,
  }
}

/** The words of a list of codes. */
export const sayCodes = (rulebook: Rulebook, fact: string, codes: readonly string[]): Bilingual => {
  const definition = rulebook.facts.get(fact)
  const list = definition?.codes ? rulebook.codeLists.get(definition.codes)?.list : undefined
  const names = codes.map((code) => list?.codes.find((entry) => entry.code === code)?.name)
  return {
    zh: `${definition?.name.zh ?? fact}：${names.map((name, at) => name?.zh ?? codes[at]).join('、')}`,
    en: `${definition?.name.en ?? fact}: ${names.map((name, at) => name?.en ?? codes[at]).join(', ')}`,
  }
}
