import type { Measure, Rulebook } from '@huiqi/engine'
import { codesAsked, relatedCodes, titlesOf } from './measure-traits.ts'

/** What measures are filtered and counted by, whatever the day. */
export type Trait =
  | 'agency'
  | 'district'
  | 'industry'
  | 'title'
  | 'kind'
  | 'delivery'
  | 'instrument'
  | 'about'

/** Makes something for each trait. */
export const eachTrait = <Made>(make: (trait: Trait) => Made): Readonly<Record<Trait, Made>> => ({
  agency: make('agency'),
  district: make('district'),
  industry: make('industry'),
  title: make('title'),
  kind: make('kind'),
  delivery: make('delivery'),
  instrument: make('instrument'),
  about: make('about'),
})

type ValuesOf = (measure: Measure) => Iterable<string>

/** The codes of the list that are offered for filtering. */
const codesOf = (rulebook: Rulebook, fact: string): readonly string[] => {
  const list = rulebook.facts.get(fact)?.codes ?? ''
  return rulebook.codeLists.get(list)?.list.codes.map(({ code }) => code) ?? []
}

/** The codes that may take a measure: those it names with what belongs to them, else every one. */
const openTo = (rulebook: Rulebook, fact: string): ValuesOf => {
  const list = rulebook.facts.get(fact)?.codes ?? ''
  const all = codesOf(rulebook, fact)
  const listed = new Set(all)
  const related = new Map<string, readonly string[]>()
  const relatedTo = (code: string): readonly string[] => {
    const codes =
      related.get(code) ?? relatedCodes(rulebook, list, code).filter((one) => listed.has(one))
    related.set(code, codes)
    return codes
  }
  const lists = new Map<string, readonly string[]>()
  return ({ eligible }) => {
    const asked = codesAsked(eligible, fact)
    if (asked === null) return all
    const key = [...asked].join(' ')
    const list = lists.get(key) ?? [...new Set([...asked].flatMap(relatedTo))]
    lists.set(key, list)
    return list
  }
}

/** The values of a measure for each trait. */
export const traitsOf = (rulebook: Rulebook): Readonly<Record<Trait, ValuesOf>> => ({
  agency: ({ lead, agencies }) => new Set([lead, ...agencies]),
  district: openTo(rulebook, 'enterprise.district'),
  industry: openTo(rulebook, 'enterprise.industry'),
  title: titlesOf,
  kind: ({ benefit }) => (benefit === null ? [] : [benefit.kind]),
  delivery: ({ delivery }) => [delivery],
  instrument: ({ instrument }) => [instrument],
  about: ({ about }) => [about],
})
