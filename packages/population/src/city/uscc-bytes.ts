const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = 31
const LENGTH = 18
const ORGANISATION_FROM = 8
const ORGANISATION_WEIGHTS = Uint8Array.of(3, 7, 9, 10, 5, 8, 4, 2)
const ZERO = 48
const LETTER_X = 88
const LETTER_A = 65
const NONE = 255

const BYTES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0))

const WEIGHTS = Uint8Array.from({ length: LENGTH - 1 }, (_, place) =>
  Array.from({ length: place }).reduce((weight: number) => (weight * 3) % MODULUS, 1),
)

const VALUES = new Uint8Array(256).fill(NONE)
for (const [value, byte] of BYTES.entries()) VALUES[byte] = value

/** Bytes of a credit code. */
export const USCC_BYTES = LENGTH

/** The character for a value from 0 to 30 in the alphabet of credit codes. */
export const usccByte = (value: number): number => BYTES[value] ?? ZERO

/** The check byte of the code whose first 17 bytes stand at `at`; 0 when one of them is not in the alphabet. */
export const usccCheckByte = (bytes: Uint8Array, at: number): number => {
  let sum = 0
  for (let place = 0; place < LENGTH - 1; place += 1) {
    const value = VALUES[bytes[at + place] ?? 0] ?? NONE
    if (value === NONE) return 0
    sum += value * (WEIGHTS[place] ?? 0)
  }
  return usccByte((MODULUS - (sum % MODULUS)) % MODULUS)
}

/** The check byte of the organisation code whose first eight bytes stand at `at` (GB 11714). */
export const organisationCheckByte = (bytes: Uint8Array, at: number): number => {
  let sum = 0
  for (let place = 0; place < ORGANISATION_WEIGHTS.length; place += 1) {
    const byte = bytes[at + place] ?? ZERO
    const value = byte < LETTER_A ? byte - ZERO : byte - LETTER_A + 10
    sum += value * (ORGANISATION_WEIGHTS[place] ?? 0)
  }
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? LETTER_X : ZERO + check
}

/** Writes the two check bytes of the code at `at`, whose other bytes are there. */
export const sealUscc = (bytes: Uint8Array, at: number): void => {
  const organisation = at + ORGANISATION_FROM
  bytes[organisation + ORGANISATION_WEIGHTS.length] = organisationCheckByte(bytes, organisation)
  bytes[at + LENGTH - 1] = usccCheckByte(bytes, at)
}
