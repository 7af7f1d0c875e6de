import { organisationCheckCharacter, usccCheckCharacter } from '@huiqi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { organisationCheckByte, sealUscc, usccCheckByte } from './uscc-bytes.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const textOf = (length: number) =>
  fc.array(fc.constantFrom(...ALPHABET), { minLength: length, maxLength: length })
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0))

test('check characters are those of the domain', () => {
  fc.assert(
    fc.property(textOf(17), (characters) => {
      const text = characters.join('')
      const check = String.fromCharCode(usccCheckByte(bytesOf(text), 0))
      expect(check).toBe(usccCheckCharacter(text))
      const own = String.fromCharCode(organisationCheckByte(bytesOf(text), 8))
      expect(own).toBe(organisationCheckCharacter(text.slice(8, 16)))
    }),
  )
})

test('a letter outside the alphabet has no check character', () => {
  expect(usccCheckByte(bytesOf('91310115XXX00001O'), 0)).toBe(0)
})

test('sealing writes both check characters', () => {
  const bytes = bytesOf('  91310115XXX00001..')
  sealUscc(bytes, 2)
  const text = String.fromCharCode(...bytes.subarray(2))
  expect(text.charAt(16)).toBe(organisationCheckCharacter('XXX00001'))
  expect(text.charAt(17)).toBe(usccCheckCharacter(text.slice(0, 17)))
})
