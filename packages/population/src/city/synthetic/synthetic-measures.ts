import { type IsoDate, isoDate } from '@huiqi/domain'
import {
  type Instrument,
  type Measure,
  NOTHING_FURTHER,
  prepareRulebook,
  type Reference,
  type Rulebook,
} from '@huiqi/engine'
import { createRandom, hashText, type Random } from '../random.ts'
import { runSteps } from '../run-steps.ts'
import {
  createPickers,
  type DrawingRoom,
  type DrawnCondition,
  drawCondition,
  drawCount,
} from './draw-measure.ts'
import { collectLeaves, type MeasureLeaves, type PoolLeaf } from './leaf-pool.ts'
import { sampleReferences } from './reference-sample.ts'
import { createSampleBits } from './sample-bits.ts'
import { drawBenefit } from './synthetic-benefit.ts'
import { ladderOf } from './vary-leaf.ts'

/** What synthetic measures are derived from. */
export interface SyntheticOptions {
  readonly rulebook: Rulebook
  readonly count: number
  readonly seed: number
  /** The day on which all of them are in force. */
  readonly asOf: IsoDate
}

/** Most measures that are derived at a time. */
export const MOST_MEASURES = 34_000

/** The instrument that synthetic measures belong to. */
export const SYNTHETIC_INSTRUMENT: Instrument = {
  id: 'synthetic',
  name: { zh: '合成措施（非真实政策）', en: 'Synthetic measures (no real policy)' },
  number: 'not-found',
  issuers: [],
  issuedOn: 'not-found',
  source: 'derived from the real measures by district, thresholds and amounts',
  grade: 'weak',
  provisions: [{ id: 'synthetic', title: { zh: '合成', en: 'Synthetic' } }],
}

/** Upper ends of the shares of the population that measures reach, and how many measures each range gets. */
const RANGES = [
  { upTo: 0.000_1, part: 0.05 },
  { upTo: 0.000_3, part: 0.17 },
  { upTo: 0.001, part: 0.2 },
  { upTo: 0.003, part: 0.2 },
  { upTo: 0.01, part: 0.19 },
  { upTo: 0.03, part: 0.13 },
  { upTo: 0.1, part: 0.04 },
  { upTo: 0.3, part: 0.02 },
]

const TRIES = 40
const CHAINS = 300
const DIVISION = /^\d{2}$/

const rangeOf = (share: number): number => RANGES.findIndex(({ upTo }) => share < upTo)

const uniqueByKey = (measures: readonly MeasureLeaves[]): readonly PoolLeaf[] => [
  ...new Map(measures.flatMap(({ leaves }) => leaves.map((leaf) => [leaf.key, leaf]))).values(),
]

const codesOf = (rulebook: Rulebook, fact: string): readonly string[] => {
  const list = rulebook.facts.get(fact)?.codes
  return (
    (list ? rulebook.codeLists.get(list)?.list.codes : undefined)?.map(({ code }) => code) ?? []
  )
}

/** Industries as notices list them: a run of neighbouring divisions, short or long. */
const drawChains = (rulebook: Rulebook, random: Random): DrawingRoom['industries'] => {
  const codes = codesOf(rulebook, 'enterprise.industry')
  const divisions = codes.filter((code) => DIVISION.test(code))
  const all = divisions.length > 0 ? divisions : codes
  if (all.length === 0) return []
  return Array.from({ length: CHAINS }, () => {
    const length = 1 + random.below(random.chance(0.3) ? 20 : 8)
    const chosen = Array.from({ length }, () => all[random.below(all.length)] ?? '')
    return [...new Set(chosen)].toSorted()
  })
}

const codeReferences = ({ facts }: Rulebook): readonly Reference[] =>
  ['enterprise.district', 'enterprise.industry']
    .filter((fact) => facts.has(fact))
    .map((fact) => ({ kind: 'fact', fact, year: null }))

const furnish = (options: SyntheticOptions, measures: readonly MeasureLeaves[]): DrawingRoom => {
  const { rulebook, seed } = options
  const random = createRandom(seed)
  random.start(hashText('synthetic measures'))
  const pool = uniqueByKey(measures)
  const all = measures.flatMap(({ leaves }) => leaves)
  const numeric = pool.filter(({ isNumeric }) => isNumeric)
  const sample = sampleReferences(options, {
    references: [...numeric.map(({ leaf }) => leaf.reference), ...codeReferences(rulebook)],
    conditions: all.filter(({ isNumeric }) => !isNumeric).map(({ leaf }) => leaf),
  })
  const ladders = new Map(
    numeric.map((leaf) => [leaf.key, ladderOf(sample, leaf, { rulebook, random })]),
  )
  const districts = codesOf(rulebook, 'enterprise.district')
  const industries = drawChains(rulebook, random)
  const sizes = { pool: pool.length, districts: districts.length, industries: industries.length }
  const bits = createSampleBits(sample, rulebook)
  const pickers = createPickers(sizes)
  return { rulebook, random, bits, pool, ladders, districts, industries, pickers }
}

const numberText = (place: number): string => String(place + 1).padStart(5, '0')

const toMeasure = (
  { measure }: MeasureLeaves,
  { condition }: DrawnCondition,
  {
    room,
    place,
    from,
  }: { readonly room: DrawingRoom; readonly place: number; readonly from: IsoDate },
): Measure => {
  const number = numberText(place)
  const name = {
    zh: `合成措施${number}（仿“${measure.name.zh}”）`,
    en: `Synthetic ${number}, after "${measure.name.en}"`,
  }
  return {
    id: `synthetic/${number}`,
    instrument: SYNTHETIC_INSTRUMENT.id,
    name,
    provision: 'synthetic',
    lead: measure.lead,
    agencies: measure.agencies,
    delivery: measure.delivery,
    about: 'enterprise',
    inForce: { from, to: null },
    grade: measure.grade,
    eligible: condition,
    benefit: drawBenefit(measure, room.rulebook, room.random),
    ...NOTHING_FURTHER,
    plain: name,
  }
}

const quotasFor = (count: number): number[] => RANGES.map(({ part }) => Math.ceil(part * count))

/** The next conditions whose reach is still wanted; after many tries any will do. */
const drawWanted = (
  room: DrawingRoom,
  base: MeasureLeaves,
  quotas: number[],
): DrawnCondition | null => {
  let last: DrawnCondition | null = null
  const wanted = drawCount(room)
  for (let turn = 0; turn < TRIES; turn += 1) {
    const drawn = drawCondition(room, base, wanted)
    const range = drawn === null ? -1 : rangeOf(drawn.share)
    const left = quotas[range] ?? 0
    last = drawn ?? last
    if (drawn === null || left === 0) continue
    quotas[range] = left - 1
    return drawn
  }
  return last
}

const MEASURES_IN_STEP = 200

/**
 * Derives measures from the real ones: other districts, industries, bounds and sums, drawn so that most
 * reach between 0.01 and 1 percent of a generated city. The same options give the same measures. Yields
 * how many there are so far. Throws RangeError when `count` is not from 0 to `MOST_MEASURES` or no real
 * measure has a rule to vary.
 */
export function* deriveMeasures(options: SyntheticOptions): Generator<number, readonly Measure[]> {
  const { rulebook, count, asOf } = options
  if (!Number.isInteger(count) || count < 0 || count > MOST_MEASURES) {
    throw new RangeError(`not a number of measures: ${count}`)
  }
  const bases = collectLeaves(rulebook)
  const [first] = bases
  if (count === 0) return []
  if (first === undefined) throw new RangeError('no measure has a rule that could be varied')
  const room = furnish(options, bases)
  const quotas = quotasFor(count)
  const from = isoDate(`${asOf.slice(0, 4)}-01-01`)
  const measures: Measure[] = []
  while (measures.length < count) {
    const place = measures.length
    const base = bases[place % bases.length] ?? first
    const drawn = drawWanted(room, base, quotas)
    if (drawn === null) throw new RangeError(`no conditions could be drawn for ${base.measure.id}`)
    measures.push(toMeasure(base, drawn, { room, place, from }))
    if (measures.length % MEASURES_IN_STEP === 0) yield measures.length
  }
  return measures
}

/** What `deriveMeasures` derives, at once. */
export const syntheticMeasures = (options: SyntheticOptions): readonly Measure[] =>
  runSteps(deriveMeasures(options))

/** The rulebook with synthetic measures added under an instrument of their own. */
export const withSyntheticMeasures = (
  { corpus }: Rulebook,
  measures: readonly Measure[],
): Rulebook =>
  prepareRulebook({
    ...corpus,
    instruments: [...corpus.instruments, SYNTHETIC_INSTRUMENT],
    measures: [...corpus.measures, ...measures],
  })
