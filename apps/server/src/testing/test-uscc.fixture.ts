const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** An invented credit code that passes both checks; another for each number up to 99,999,999. */
export const testUscc = (number: number): string => {
  const body = String(number).padStart(8, '0')
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number(body[at]),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  const first = `91310115${body}${check === 10 ? 'X' : check}`
  const whole = [...first].reduce(
    (total, character, at) => total + ALPHABET.indexOf(character) * (3 ** at % 31),
    0,
  )
  return first + (ALPHABET[(31 - (whole % 31)) % 31] ?? '')
}
