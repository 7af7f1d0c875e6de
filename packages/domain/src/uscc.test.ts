import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeUscc, organisationCheckCharacter, parseUscc, usccCheckCharacter } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const DIGITS = '0123456789'

const codesInUse = [
  '91310000132260250X',
  '91310000631696382C',
  '9131000013221158XC',
  '914403001922038216',
]
const codesMadeUp = [
  '91310115MA1K00007Q',
  '91310104MA1F12345M',
  '92310112MA1GX9T290',
  '91310000000000000U',
]
const examples = [...codesInUse, ...codesMadeUp]

const characterAt = (place: number) =>
  fc.constantFrom(...(place >= 2 && place <= 7 ? DIGITS : ALPHABET))
const validCode = fc
  .tuple(...Array.from({ length: 17 }, (_, place) => characterAt(place)))
  .map((characters) => characters.join(''))
  .map((first17) => first17 + usccCheckCharacter(first17))

const replaceAt = (code: string, place: number, character: string): string =>
  code.slice(0, place) + character + code.slice(place + 1)
const swap = (code: string, a: number, b: number): string =>
  replaceAt(replaceAt(code, a, code.charAt(b)), b, code.charAt(a))
const isAccepted = (code: string): boolean => parseUscc(code).ok

describe('parseUscc', () => {
  test.each(examples)('%s is valid without a warning', (code) => {
    expect(parseUscc(code)).toEqual({
      ok: true,
      uscc: code,
      department: '9',
      category: code.charAt(1),
      registeredAt: code.slice(2, 8),
      organisationCode: code.slice(8, 17),
      warnings: [],
    })
  })

  test('a wrong inner check is only a warning', () => {
    const first17 = '91310115MA1K00008'
    expect(parseUscc(first17 + usccCheckCharacter(first17))).toMatchObject({
      ok: true,
      warnings: ['organisation-code-check'],
    })
  })

  test.each([
    ['lower case', '91310115ma1k00007q'],
    ['full width', '９１３１０１１５ＭＡ１Ｋ００００７Ｑ'],
    ['full-width lower case', '９１３１０１１５ｍａ１ｋ００００７ｑ'],
    ['spaces', ' 9131 0115 MA1K 0000 7Q\n'],
    ['hyphens', '913101-15MA1K00007－Q'],
    ['invisible characters', '\uFEFF91310115\u200BMA1K00007Q'],
  ])('%s is normalised', (_name, text) => {
    expect(normalizeUscc(text)).toBe('91310115MA1K00007Q')
    expect(isAccepted(text)).toBe(true)
  })

  test.each([
    [
      'one character short',
      '91310115MA1K00007',
      [{ code: 'uscc.length', params: { length: 17, expected: 18 } }],
    ],
    [
      'one too many',
      '91310115MA1K00007QQ',
      [{ code: 'uscc.length', params: { length: 19, expected: 18 } }],
    ],
    ['nothing', '', [{ code: 'uscc.length', params: { length: 0, expected: 18 } }]],
    [
      'letters that look like digits, and a letter in the division',
      '9131O115MA1KA0I07Q',
      [
        { code: 'uscc.alphabet', params: { position: 5, character: 'O', allowed: DIGITS } },
        { code: 'uscc.alphabet', params: { position: 15, character: 'I', allowed: ALPHABET } },
      ],
    ],
    [
      'a letter of the alphabet where the division stands',
      '913101A5MA1K00007Q',
      [{ code: 'uscc.alphabet', params: { position: 7, character: 'A', allowed: DIGITS } }],
    ],
    [
      'length and alphabet at once',
      '沪',
      [
        { code: 'uscc.length', params: { length: 1, expected: 18 } },
        { code: 'uscc.alphabet', params: { position: 1, character: '沪', allowed: ALPHABET } },
      ],
    ],
    [
      'a wrong check character',
      '91310115MA1K00007R',
      [{ code: 'uscc.check-digit', params: { position: 18, character: 'R', expected: 'Q' } }],
    ],
  ])('%s', (_name, text, issues) => {
    expect(parseUscc(text)).toEqual({
      ok: false,
      issues: issues.map((issue) => ({ severity: 'error', ...issue })),
    })
  })
})

describe('the division stands at positions 3 to 8', () => {
  test.each([
    [2, 'uscc.check-digit'],
    [3, 'uscc.alphabet'],
    [8, 'uscc.alphabet'],
    [9, 'uscc.check-digit'],
  ])('a letter at position %i', (position, code) => {
    const parsed = parseUscc(replaceAt('91310115MA1K00007Q', position - 1, 'A'))
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.code)).toEqual([code])
  })
})

describe('check characters', () => {
  test.each(examples)('of %s', (code) => {
    expect(usccCheckCharacter(code.slice(0, 17))).toBe(code.charAt(17))
    expect(organisationCheckCharacter(code.slice(8, 16))).toBe(code.charAt(16))
  })

  test.each([
    ['ten is X', '13221158', 'X'],
    ['eleven is 0', '00000000', '0'],
  ])('%s', (_name, first8, expected) => {
    expect(organisationCheckCharacter(first8)).toBe(expected)
  })

  test.each(['', '91310115MA1K0000', '91310115MA1K00007Q', '91310115MA1K0000O'])(
    'no check character for "%s"',
    (text) => expect(() => usccCheckCharacter(text)).toThrow(RangeError),
  )

  test.each(['', '1322115', '132211588', '1322115-'])('no organisation check for "%s"', (text) => {
    expect(() => organisationCheckCharacter(text)).toThrow(RangeError)
  })
})

describe('mistakes in a valid code', () => {
  test('every replaced character is refused', () => {
    for (const code of examples) {
      for (const [place, kept] of [...code].entries()) {
        const others = [...ALPHABET].filter((character) => character !== kept)
        const accepted = others.filter((character) => isAccepted(replaceAt(code, place, character)))
        expect({ code, place, accepted }).toEqual({ code, place, accepted: [] })
      }
    }
  })

  test('a replaced character is refused in any code', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, place, character) => {
        expect(isAccepted(replaceAt(code, place, character))).toBe(character === code.charAt(place))
      }),
      { numRuns: 500 },
    )
  })

  test('two characters that change places are refused, except the first and the last', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.nat(17), (code, a, b) => {
        const swapped = swap(code, a, b)
        const isEnds = Math.min(a, b) === 0 && Math.max(a, b) === 17
        expect(isAccepted(swapped)).toBe(swapped === code || isEnds)
      }),
      { numRuns: 1000 },
    )
  })

  test.each(examples)('every adjacent pair of %s', (code) => {
    const accepted = Array.from({ length: 17 }, (_, place) => swap(code, place, place + 1)).filter(
      (swapped) => swapped !== code && isAccepted(swapped),
    )
    expect(accepted).toEqual([])
  })
})
