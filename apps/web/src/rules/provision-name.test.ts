import { expect, test } from 'vitest'
import { placeOf } from './provision-name.ts'

test.each([
  ['art-7', { instrument: 'shanghai/2024-ten', provision: 'art-7' }],
  ['shanghai/2023-several art-7', { instrument: 'shanghai/2023-several', provision: 'art-7' }],
])('the place of %s', (provision, place) => {
  expect(placeOf(provision, 'shanghai/2024-ten')).toEqual(place)
})
