/** Parts of the city that differ in what is done there. */
export type Zone = 'core' | 'pudong' | 'ring' | 'outer' | 'island'

/** What is assumed of a district: its part of the registered entities, and the zone it lies in. */
export interface DistrictAssumption {
  readonly weight: number
  readonly zone: Zone
}

/** The districts of Shanghai by GB/T 2260 code; the weights are assumptions. */
export const DISTRICTS: Readonly<Record<string, DistrictAssumption>> = {
  '310101': { weight: 1.7, zone: 'core' },
  '310104': { weight: 2.5, zone: 'core' },
  '310105': { weight: 1.7, zone: 'core' },
  '310106': { weight: 2.3, zone: 'core' },
  '310107': { weight: 2.8, zone: 'core' },
  '310109': { weight: 1.9, zone: 'core' },
  '310110': { weight: 2.6, zone: 'core' },
  '310112': { weight: 8.2, zone: 'ring' },
  '310113': { weight: 8, zone: 'ring' },
  '310114': { weight: 9, zone: 'ring' },
  '310115': { weight: 19.5, zone: 'pudong' },
  '310116': { weight: 6.3, zone: 'outer' },
  '310117': { weight: 8.3, zone: 'outer' },
  '310118': { weight: 7.6, zone: 'outer' },
  '310120': { weight: 10.6, zone: 'outer' },
  '310151': { weight: 7, zone: 'island' },
}

const EVEN: Readonly<Record<Zone, number>> = { core: 1, pudong: 1, ring: 1, outer: 1, island: 1 }

const PLANTS: Readonly<Record<Zone, number>> = {
  core: 0.12,
  pudong: 0.7,
  ring: 1.3,
  outer: 1.6,
  island: 0.5,
}

const OFFICES: Readonly<Record<Zone, number>> = {
  core: 1.7,
  pudong: 1.2,
  ring: 0.9,
  outer: 0.8,
  island: 1,
}

const TILTS: Readonly<Record<string, Readonly<Record<Zone, number>>>> = {
  A: { core: 0.02, pudong: 1, ring: 0.7, outer: 1.6, island: 3.5 },
  B: PLANTS,
  C: PLANTS,
  D: PLANTS,
  G: { core: 0.6, pudong: 1.5, ring: 1.2, outer: 0.9, island: 0.5 },
  H: { core: 2, pudong: 1.1, ring: 1, outer: 0.7, island: 0.6 },
  I: OFFICES,
  J: { core: 2.5, pudong: 2, ring: 0.3, outer: 0.3, island: 0.3 },
  L: OFFICES,
  M: OFFICES,
}

/** How much commoner a section is in a zone than in the city. */
export const tiltOf = (section: string, zone: Zone): number => (TILTS[section] ?? EVEN)[zone]

/** Added to the logarithm of revenue in a zone. */
export const SIZE_TILT: Readonly<Record<Zone, number>> = {
  core: 0.3,
  pudong: 0.15,
  ring: 0,
  outer: -0.05,
  island: -0.3,
}
