import { KIND } from './city-frame.ts'
import { at, type Draft } from './draft.ts'
import { districtOf } from './draw-identity.ts'
import { hashText } from './random.ts'
import { sealUscc, USCC_BYTES, usccByte } from './uscc-bytes.ts'

/** The organisation code inside every synthetic credit code begins with this; no real one is known to. */
export const SYNTHETIC_ORGANISATION = 'XXX'

const SERIAL_PLACES = 5
const BASE = 31
const SERIALS = BASE ** SERIAL_PLACES
const STEP = 7_368_787
const PREFIXES: readonly string[] = ['91', '92', '93', '52', '99']
const CITY_LEVEL_SHARE = 16

/** Most entities that can have a synthetic code of their own. */
export const MOST_SYNTHETIC = SERIALS

/** The serial number of the first row of a city. */
export const firstSerial = (seed: number): number => Math.abs(hashText(`serial ${seed}`)) % SERIALS

const writeText = (bytes: Uint8Array, offset: number, text: string): void => {
  for (let place = 0; place < text.length; place += 1) {
    bytes[offset + place] = text.charCodeAt(place)
  }
}

/** The division in the code: that of the district, or the city's own for one in sixteen. */
const registeredAt = (draft: Draft, row: number): string => {
  const { division, cityDivision } = districtOf(draft, row)
  const isEnterprise = at(draft.kind, row) === KIND.enterprise
  const isCityLevel = isEnterprise && (draft.first + row) % CITY_LEVEL_SHARE === 0
  return isCityLevel ? cityDivision : division
}

/**
 * Writes the credit code of a row of the draft: real kind and division, synthetic organisation with a
 * serial number that no other row has, right check characters.
 */
export const writeUscc = (
  draft: Draft,
  row: number,
  { bytes, start }: { readonly bytes: Uint8Array; readonly start: number },
): void => {
  const offset = row * USCC_BYTES
  writeText(bytes, offset, PREFIXES[at(draft.kind, row)] ?? '99')
  writeText(bytes, offset + 2, registeredAt(draft, row))
  writeText(bytes, offset + 8, SYNTHETIC_ORGANISATION)
  let serial = (start + (draft.first + row) * STEP) % SERIALS
  for (let place = SERIAL_PLACES - 1; place >= 0; place -= 1) {
    bytes[offset + 11 + place] = usccByte(serial % BASE)
    serial = Math.floor(serial / BASE)
  }
  sealUscc(bytes, offset)
}
