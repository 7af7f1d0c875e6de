import { expect, test } from 'vitest'
import { stemOf } from './stem.ts'

test.each([
  ['compute', 'computing', 'computer', 'computers', 'computed'],
  ['subsidy', 'subsidies'],
  ['voucher', 'vouchers'],
  ['renovation', 'renovations', 'renovate'],
  ['specialised', 'specialized', 'specialise'],
  ['award', 'awards', 'awarded'],
  ['hire', 'hiring', 'hired'],
  ['plan', 'planning', 'planned'],
])('%s is found by its other forms', (word, ...forms) => {
  expect(forms.map(stemOf)).toEqual(forms.map(() => stemOf(word)))
})

test.each([['ai'], ['sme'], ['r&d'], ['2025'], ['企业'], ['bus'], ['press']])(
  '%s stays as it is',
  (word) => {
    expect(stemOf(word)).toBe(word)
  },
)
