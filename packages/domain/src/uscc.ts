import type { Issue } from './issue.ts'
import { toHalfWidth } from './text.ts'

declare const usccBrand: unique symbol

/** A unified social credit code that passed its check character: 18 characters (GB 32100-2015). */
export type Uscc = string & { readonly [usccBrand]: 'uscc' }

/**
 * Something odd about a valid code: the inner organisation code fails its own check (GB 11714), as
 * some codes in use do.
 */
export type UsccWarning = 'organisation-code-check'

/**
 * A code taken apart, or everything wrong with it (`uscc.length`, `uscc.alphabet`,
 * `uscc.check-digit`).
 */
export type ParsedUscc =
  | {
      readonly ok: true
      readonly uscc: Uscc
      /** Registering department: `9` is market regulation. */
      readonly department: string
      /** Kind of body within the department: under `9`, `1` is an enterprise. */
      readonly category: string
      /**
       * Six-digit division of the office that first registered it, which need not be where the body
       * is now.
       */
      readonly registeredAt: string
      /** Nine-character organisation code. */
      readonly organisationCode: string
      readonly warnings: readonly UsccWarning[]
    }
  | { readonly ok: false; readonly issues: readonly Issue[] }

const LENGTH = 18
const DIGITS = '0123456789'
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = ALPHABET.length
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const
const IGNORED = /[\s\u200B-\u200D\u2060\uFEFF\u2010-\u2015\u2212-]/g

/** `text` in half-width upper case without spaces, invisible characters and hyphens. */
export const normalizeUscc = (text: string): string =>
  toHalfWidth(text)
    .replace(IGNORED, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())

const valuesOf = (text: string, alphabet: string, length: number): number[] => {
  const values = [...text].map((character) => alphabet.indexOf(character))
  if (values.length !== length || values.includes(-1)) {
    throw new RangeError(`not ${length} characters of ${alphabet}: ${text}`)
  }
  return values
}

/**
 * The 18th character for the first 17 (GB 32100-2015, weights 3^(i-1) mod 31). Throws RangeError
 * for other text.
 */
export const usccCheckCharacter = (first17: string): string => {
  let weight = 1
  let sum = 0
  for (const value of valuesOf(first17, ALPHABET, LENGTH - 1)) {
    sum += value * weight
    weight = (weight * 3) % MODULUS
  }
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS)
}

/**
 * The 9th character for the first 8 of an organisation code (GB 11714). Throws RangeError for other
 * text.
 */
export const organisationCheckCharacter = (first8: string): string => {
  const values = valuesOf(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS.length)
  const sum = values.reduce(
    (total, value, place) => total + value * (ORGANISATION_WEIGHTS[place] ?? 0),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : check.toString()
}

const issue = (code: string, params: Issue['params']): Issue => ({
  code,
  severity: 'error',
  params,
})

const allowedAt = (position: number): string => (position >= 3 && position <= 8 ? DIGITS : ALPHABET)

const alphabetIssues = (characters: readonly string[]): Issue[] =>
  characters.flatMap((character, place) => {
    const allowed = allowedAt(place + 1)
    if (allowed.includes(character)) return []
    return [issue('uscc.alphabet', { position: place + 1, character, allowed })]
  })

/**
 * Reads a unified social credit code after normalising it; positions in issues count from 1 in the
 * normalised text.
 */
export const parseUscc = (text: string): ParsedUscc => {
  const code = normalizeUscc(text)
  const characters = [...code]
  const issues = alphabetIssues(characters)
  if (characters.length !== LENGTH) {
    issues.unshift(issue('uscc.length', { length: characters.length, expected: LENGTH }))
  }
  if (issues.length > 0) return { ok: false, issues }
  const expected = usccCheckCharacter(code.slice(0, -1))
  if (code.at(-1) !== expected) {
    const params = { position: LENGTH, character: code.slice(-1), expected }
    return { ok: false, issues: [issue('uscc.check-digit', params)] }
  }
  const organisationCode = code.slice(8, 17)
  const isOrganisationSound =
    organisationCheckCharacter(organisationCode.slice(0, -1)) === organisationCode.slice(-1)
  return {
    ok: true,
    uscc: code as Uscc,
    department: code.charAt(0),
    category: code.charAt(1),
    registeredAt: code.slice(2, 8),
    organisationCode,
    warnings: isOrganisationSound ? [] : ['organisation-code-check'],
  }
}
