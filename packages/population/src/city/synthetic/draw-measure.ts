import type { Bilingual } from '@huiqi/domain'
import type { Condition, Group, Leaf, Rulebook } from '@huiqi/engine'
import { createPicker, type Picker, zipfWeights } from '../picker.ts'
import type { Random } from '../random.ts'
import { type Bits, everyRow, keepCommon, shareOf, union } from './bits.ts'
import type { MeasureLeaves, PoolLeaf } from './leaf-pool.ts'
import type { SampleBits } from './sample-bits.ts'
import { sayCodes, sayTests } from './say-condition.ts'
import { type Bound, drawTests, withTests } from './vary-leaf.ts'

/** What conditions are drawn from. */
export interface DrawingRoom {
  readonly rulebook: Rulebook
  readonly random: Random
  readonly bits: SampleBits
  readonly pool: readonly PoolLeaf[]
  readonly ladders: ReadonlyMap<string, readonly Bound[]>
  readonly districts: readonly string[]
  readonly industries: readonly (readonly string[])[]
  readonly pickers: {
    readonly count: Picker
    readonly leaf: Picker
    readonly bound: Picker
    readonly district: Picker
    readonly industry: Picker
  }
}

/** Conditions with the rows of the sample they hold for. */
export interface DrawnCondition {
  readonly condition: Condition
  readonly share: number
}

interface Part {
  readonly key: string
  readonly make: (path: string) => Condition
  readonly bits: Bits
}

const PROVISION = 'synthetic'
const COUNTS = [16, 28, 22, 16, 11, 8]
const LEAST = 2
const DISTRICT = 'enterprise.district'
const INDUSTRY = 'enterprise.industry'
const BOUNDS = 50
const NUMERIC_SHARE = 0.66

/** The pickers of a room, of which the sizes are known. */
export const createPickers = (sizes: {
  readonly pool: number
  readonly districts: number
  readonly industries: number
}): DrawingRoom['pickers'] => ({
  count: createPicker(COUNTS),
  leaf: createPicker(zipfWeights(sizes.pool, 0.5)),
  bound: createPicker(zipfWeights(BOUNDS, 0.9)),
  district: createPicker(zipfWeights(Math.max(1, sizes.districts), 0.4)),
  industry: createPicker(zipfWeights(Math.max(1, sizes.industries), 0.9)),
})

const codesPart = (room: DrawingRoom, fact: string, codes: readonly string[]): Part => {
  const says = sayCodes(room.rulebook, fact, codes)
  const reference = { kind: 'fact', fact, year: null } as const
  const tests = [{ word: 'one-of', values: codes }] as const
  return {
    key: fact,
    make: (path) => ({ kind: 'leaf', path, provision: PROVISION, says, reference, tests }),
    bits: room.bits.ofCodes(fact, codes),
  }
}

const someOf = <Value>(
  values: readonly Value[],
  count: number,
  random: Random,
): readonly Value[] => {
  const left = [...values]
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.below(left.length), 1),
  ).flat()
}

const districtParts = (room: DrawingRoom): readonly Part[] => {
  const { random, districts, pickers } = room
  const kind = random.unit()
  if (kind >= 0.74 || districts.length === 0) return []
  const one = districts[pickers.district(random.unit())] ?? ''
  const several = someOf(districts, 2 + random.below(3), random).toSorted()
  return [codesPart(room, DISTRICT, kind < 0.68 ? [one] : several)]
}

const industryParts = (room: DrawingRoom): readonly Part[] => {
  const { random, industries, pickers } = room
  const isAsked = random.chance(0.56)
  const codes = industries[pickers.industry(random.unit())]
  return isAsked && codes !== undefined ? [codesPart(room, INDUSTRY, codes)] : []
}

const placed = (leaf: Leaf, path: string): Leaf => ({ ...leaf, path, provision: PROVISION })

const variedPart = (room: DrawingRoom, pool: PoolLeaf): Part | null => {
  const { random, pickers, rulebook } = room
  const ladder = room.ladders.get(pool.key) ?? []
  if (ladder.length === 0) return null
  const tests = drawTests(ladder, (length) => pickers.bound(random.unit()) % length, random)
  const says = sayTests(rulebook, pool.leaf.reference, tests)
  const leaf = { ...withTests(pool, tests), says }
  return {
    key: pool.key,
    make: (path) => placed(leaf, path),
    bits: room.bits.ofTests(pool, tests),
  }
}

const leafPart = (room: DrawingRoom, pool: PoolLeaf): Part | null =>
  pool.isNumeric
    ? variedPart(room, pool)
    : {
        key: pool.key,
        make: (path) => placed(pool.leaf, path),
        bits: room.bits.ofLeaf(pool.leaf),
      }

const drawLeaf = (room: DrawingRoom, own: readonly PoolLeaf[]): Part | null => {
  const { random, pool, pickers } = room
  const isOwn = random.chance(0.4)
  const isNumeric = random.chance(NUMERIC_SHARE)
  const fromOwn = own[random.below(own.length)]
  const fromAll = pool[pickers.leaf(random.unit())]
  const chosen = isOwn ? fromOwn : fromAll
  return chosen === undefined || chosen.isNumeric !== isNumeric ? null : leafPart(room, chosen)
}

const drawLeaves = (
  room: DrawingRoom,
  own: readonly PoolLeaf[],
  { count, taken }: { readonly count: number; readonly taken: Set<string> },
): readonly Part[] => {
  const parts: Part[] = []
  for (let turn = 0; turn < 60 && parts.length < count; turn += 1) {
    const part = drawLeaf(room, own)
    if (part === null || taken.has(part.key)) continue
    taken.add(part.key)
    parts.push(part)
  }
  return parts
}

const ANY_SAYS: Bilingual = { zh: '下列条件之一', en: 'one of the following' }
const ALL_SAYS: Bilingual = { zh: '下列条件全部满足', en: 'all of the following' }

const group = (kind: Group['kind'], path: string, made: readonly Condition[]): Group => ({
  kind,
  path,
  provision: PROVISION,
  says: kind === 'any' ? ANY_SAYS : ALL_SAYS,
  parts: made,
})

const anyParts = (
  room: DrawingRoom,
  own: readonly PoolLeaf[],
  taken: Set<string>,
): readonly Part[] => {
  const { random } = room
  const isAsked = random.chance(0.24)
  const count = 2 + random.below(2)
  const parts = isAsked ? drawLeaves(room, own, { count, taken }) : []
  if (parts.length < 2) return parts
  const make = (path: string): Condition =>
    group(
      'any',
      path,
      parts.map((part, at) => part.make(`${path}.any[${at}]`)),
    )
  return [{ key: 'any', make, bits: union(parts.map(({ bits }) => bits)) }]
}

/** How many conditions a measure has. */
export const drawCount = ({ pickers, random }: DrawingRoom): number =>
  LEAST + pickers.count(random.unit())

/** Draws so many conditions after those of a real measure; null when too few were found. */
export const drawCondition = (
  room: DrawingRoom,
  { leaves }: MeasureLeaves,
  wanted: number,
): DrawnCondition | null => {
  const district = districtParts(room)
  const taken = new Set([DISTRICT, INDUSTRY].map((fact) => `${fact} `))
  const others = [...industryParts(room), ...anyParts(room, leaves, taken)]
  const count = wanted - district.length - others.length
  const parts = [...district, ...others, ...drawLeaves(room, leaves, { count, taken })]
  if (parts.length < Math.max(LEAST, wanted - 1)) return null
  const rows = everyRow()
  for (const part of parts.slice(district.length)) keepCommon(rows, part.bits)
  const local = district.reduce((share, { bits }) => share * shareOf(bits), 1)
  const made = parts.map((part, at) => part.make(`eligible.all[${at}]`))
  return { condition: group('all', 'eligible', made), share: shareOf(rows) * local }
}
