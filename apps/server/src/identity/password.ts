import { randomBytes } from 'node:crypto'
import { AppError } from '@huiqi/domain'
import { hash, verify } from '@node-rs/argon2'

/** What OWASP asks of argon2id at least: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const DIFFERENT_AT_LEAST = 6
const REST_AT_LEAST = 8
const WORN = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'admin',
  'welcome',
  'iloveyou',
  'woaini',
  'huiqi',
  'shanghai',
]
const RUN =
  /(?:0123456789|1234567890|123456789|12345678|1234567|123456|12345|987654321|87654321|654321|54321|abcdefgh|abcdef)/g

/** The argon2id hash to keep of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST)

let decoy: Promise<string> | null = null

const decoyHash = (): Promise<string> => {
  decoy ??= hashPassword(randomBytes(24).toString('base64'))
  return decoy
}

/**
 * Whether the password is the one of the hash. Null, for an account that does not exist or has no password,
 * costs the same work and is never right.
 */
export const verifyPassword = async (kept: string | null, password: string): Promise<boolean> => {
  const isRight = await verify(kept ?? (await decoyHash()), password)
  return isRight && kept !== null
}

const without = (password: string, words: readonly string[]): string =>
  words
    .filter((word) => word.length >= 3)
    .reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ''), password.toLowerCase())
    .replace(RUN, '')

/**
 * Whether a password of sufficient length is still easy to guess: few different characters, or little more
 * than the person's own name and address, worn words and runs of the keyboard.
 */
export const isGuessable = (password: string, own: readonly string[]): boolean => {
  if (new Set(password).size < DIFFERENT_AT_LEAST) return true
  return without(password, [...own, ...WORN]).length < REST_AT_LEAST
}

/** Refuses a password that is easy to guess. Throws AppError `invalid-input` with `weak-password` at the path. */
export const refuseGuessable = (
  password: string,
  person: { readonly email: string; readonly name: string },
  path: string,
): void => {
  const [local = ''] = person.email.split('@')
  if (!isGuessable(password, [person.email, local, person.name])) return
  throw new AppError('invalid-input', {
    issues: [{ code: 'weak-password', severity: 'error', path, params: {} }],
  })
}
