import { exactToFen, type IsoDate } from '@huiqi/domain'
import {
  type Amount,
  type Condition,
  codeLineage,
  type Measure,
  NOT_FOUND,
  type Operand,
  type Rulebook,
} from '@huiqi/engine'

/** A sum of money on a day, in fen; null where the text gives none. */
export const figureOf = (rulebook: Rulebook, operand: Operand, day: IsoDate): number | null => {
  if (operand.kind === 'not-found') return null
  const values =
    operand.kind === 'parameter' ? rulebook.parameters.get(operand.parameter)?.values : []
  const dated = values?.find(({ from, to }) => from <= day && (to === null || day <= to))
  const value = operand.kind === 'literal' ? operand.value : (dated ?? values?.at(-1))?.value
  return typeof value === 'object' ? exactToFen(value, 'down') : null
}

/** The most that an amount can come to on a day, in fen; null where the text sets no end. */
export const mostOf = (rulebook: Rulebook, amount: Amount | null, day: IsoDate): number | null => {
  switch (amount?.kind) {
    case 'fixed':
      return figureOf(rulebook, amount.value, day)
    case 'limited':
      return amount.cap === null
        ? mostOf(rulebook, amount.amount, day)
        : figureOf(rulebook, amount.cap, day)
    case 'at-most':
      return mostOf(rulebook, amount.amount, day)
    case 'first': {
      const all = amount.bands.map((band) => mostOf(rulebook, band.amount, day))
      const known = all.filter((most) => most !== null)
      return known.length < all.length || known.length === 0 ? null : Math.max(...known)
    }
    default:
      return null
  }
}

const codesOfLeaf = (condition: Condition, fact: string): ReadonlySet<string> | null => {
  if (condition.kind !== 'leaf') return null
  const { reference, tests } = condition
  if (reference.kind !== 'fact' || reference.fact !== fact) return null
  const asked = tests.flatMap((test) => {
    if (test.word === 'one-of') return [test.values]
    const isCode = test.word === 'is' && test.value.kind === 'literal'
    return isCode && typeof test.value.value === 'string' ? [[test.value.value]] : []
  })
  const [first] = asked
  return first === undefined ? null : new Set(first)
}

/** The codes of a fact of which a condition asks for one; null when it asks for none in particular. */
export const codesAsked = (
  condition: Condition | null,
  fact: string,
): ReadonlySet<string> | null => {
  if (condition === null || condition.kind === 'except') return null
  if (condition.kind === 'leaf') return codesOfLeaf(condition, fact)
  const parts = condition.parts.map((part) => codesAsked(part, fact))
  const known = parts.filter((part) => part !== null)
  const every = new Set(known.flatMap((part) => [...part]))
  if (known.length === 0) return null
  if (condition.kind === 'any') return known.length < parts.length ? null : every
  return new Set([...every].filter((code) => known.every((part) => part.has(code))))
}

/** Every fact that a condition names outright, those of exceptions left out. */
export const factsAsked = (condition: Condition | null): readonly string[] => {
  if (condition === null || condition.kind === 'except') return []
  if (condition.kind !== 'leaf') return condition.parts.flatMap(factsAsked)
  return condition.reference.kind === 'fact' ? [condition.reference.fact] : []
}

const TITLE = /^qualification\.([a-z0-9_]+)/

/** The titles that a measure asks for or grants. */
export const titlesOf = ({ eligible, benefit }: Measure): ReadonlySet<string> => {
  const asked = factsAsked(eligible).flatMap((fact) => TITLE.exec(fact)?.[1] ?? [])
  return new Set(benefit?.grants == null ? asked : [...asked, benefit.grants])
}

/** The codes of a list that have to do with a code: it, all it belongs to and all that belongs to it. */
export const relatedCodes = (rulebook: Rulebook, list: string, code: string): readonly string[] => {
  const index = rulebook.codeLists.get(list)
  if (index === undefined) return [code]
  const below = index.list.codes.filter((entry) => codeLineage(index, entry.code).includes(code))
  return [...new Set([...codeLineage(index, code), ...below.map((entry) => entry.code)])]
}

/** The last day of a measure; null when it has none or none is known. */
export const lastDayOf = ({ inForce: { to } }: Measure): IsoDate | null =>
  to === NOT_FOUND ? null : to
