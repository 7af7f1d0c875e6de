import { AppError, type Exact, type Issue, parseRate, toApproximateNumber } from '@huiqi/domain'
import {
  type FactDefinition,
  type FactType,
  type Rulebook,
  THING_KINDS,
  type ThingKind,
} from '@huiqi/engine'
import { parseScalar } from './parse-value.ts'
import type { SimulationCode } from './simulation-error.ts'
import type { FactAssumption, ThingAssumption } from './thing-assumption.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** Reads parts of a document and remembers everything that is wrong. */
interface Reading {
  readonly rulebook: Rulebook
  readonly refuse: (path: string, expected: string) => void
}

const asShare = (value: unknown): number | null => {
  const rate = typeof value === 'string' ? parseRate(value) : null
  const share = rate === null ? value : toApproximateNumber(rate)
  return typeof share === 'number' && share >= 0 && share <= 1 ? share : null
}

const readShare = (reading: Reading, value: unknown, path: string): number => {
  const share = asShare(value)
  if (share === null) reading.refuse(path, 'share')
  return share ?? 0
}

const readPositive = (reading: Reading, value: unknown, path: string): number => {
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value
  const rate = typeof value === 'string' ? parseRate(value) : null
  if (rate !== null && rate.n > 0n) return toApproximateNumber(rate)
  reading.refuse(path, 'positive')
  return 1
}

const ZERO_SHARE = 0
const ONE_STEP: Exact = { n: 1n, d: 1n }
const MOST_STEP = 1_000_000_000_000n

const readFigure = (
  reading: Reading,
  value: unknown,
  at: { readonly path: string; readonly type: FactType },
): Exact => {
  const scalar = value === undefined ? null : parseScalar(String(value), at.type, null)
  if (scalar !== null && typeof scalar === 'object') return scalar
  reading.refuse(at.path, at.type)
  return ONE_STEP
}

const readStep = (
  reading: Reading,
  value: unknown,
  at: { readonly path: string; readonly type: FactType },
): Exact => {
  if (value === undefined) return ONE_STEP
  const step = readFigure(reading, value, at)
  if (step.n > 0n && step.n <= MOST_STEP && step.d <= MOST_STEP) return step
  reading.refuse(at.path, at.type)
  return ONE_STEP
}

interface FactPlace {
  readonly path: string
  readonly definition: FactDefinition
  readonly missing: number
}

const NUMBERS: readonly FactType[] = ['money', 'count', 'number', 'rate']

const readMultiple = (
  reading: Reading,
  fields: Fields,
  { path, definition, missing }: FactPlace,
): FactAssumption => {
  const { type } = definition
  if (!NUMBERS.includes(type)) reading.refuse(path, type)
  const of = String(fields.of ?? '')
  if (!reading.rulebook.facts.has(of)) reading.refuse(`${path}.of`, 'fact')
  const step = readStep(reading, fields.step, { path: `${path}.step`, type })
  if (fields.median !== undefined) {
    const median = readPositive(reading, fields.median, `${path}.median`)
    const spread = readPositive(reading, fields.spread, `${path}.spread`)
    return { kind: 'log-normal', of, median, spread, step, missing }
  }
  const from = readPositive(reading, fields.from, `${path}.from`)
  const to = readPositive(reading, fields.to, `${path}.to`)
  if (from > to) reading.refuse(`${path}.to`, 'positive')
  return { kind: 'part', of, from, to, step, missing }
}

const readWeights = (
  reading: Reading,
  value: unknown,
  { path, definition, missing }: FactPlace,
): FactAssumption => {
  const index = definition.codes === null ? null : reading.rulebook.codeLists.get(definition.codes)
  const entries = Object.entries(fieldsOf(value))
  if (definition.type !== 'code' || entries.length === 0) reading.refuse(path, definition.type)
  const weights = entries.map(([code, weight]) => {
    const at = `${path}.one-of.${code}`
    if (index && !index.ancestors.has(code)) reading.refuse(at, 'code')
    return [code, readPositive(reading, weight, at)] as const
  })
  return { kind: 'one-of', weights: Object.fromEntries(weights), missing }
}

const readFact = (
  reading: Reading,
  { about, fact }: { readonly about: ThingKind; readonly fact: string },
  value: unknown,
): FactAssumption | null => {
  const path = `facts.${fact}`
  const definition = reading.rulebook.facts.get(fact)
  if (definition?.subject !== about || !isFields(value)) {
    reading.refuse(path, 'fact')
    return null
  }
  const missing = value.missing
  const share = missing === undefined ? ZERO_SHARE : readShare(reading, missing, `${path}.missing`)
  const place = { path, definition, missing: share }
  if (value['one-of'] !== undefined) return readWeights(reading, value['one-of'], place)
  if (value.true === undefined) return readMultiple(reading, value, place)
  if (definition.type !== 'boolean') reading.refuse(path, definition.type)
  return { kind: 'true', share: readShare(reading, value.true, `${path}.true`), missing: share }
}

const readTimes = (reading: Reading, value: unknown, size: string): ThingAssumption['times'] => {
  const type = reading.rulebook.facts.get(size)?.type ?? 'money'
  const entries = Array.isArray(value) ? value.map(fieldsOf) : []
  if (entries.length === 0) reading.refuse('times', 'list')
  return entries
    .map((entry, at) => ({
      atLeast: readFigure(reading, entry['at-least'], { path: `times[${at}].at-least`, type }),
      factor: readPositive(reading, entry.times, `times[${at}].times`),
    }))
    .toSorted((a, b) => toApproximateNumber(b.atLeast) - toApproximateNumber(a.atLeast))
}

const readAbout = (reading: Reading, value: unknown): ThingKind => {
  const about = THING_KINDS.find((kind) => kind === value)
  if (about === undefined) reading.refuse('about', THING_KINDS.join(', '))
  return about ?? 'project'
}

const readSays = (value: unknown): ThingAssumption['says'] => {
  const { zh, en } = fieldsOf(value)
  const text = typeof zh === 'string' ? zh : typeof en === 'string' ? en : ''
  return { zh: text, en: typeof en === 'string' ? en : text }
}

const readDocument = (reading: Reading, document: Fields): ThingAssumption => {
  const about = readAbout(reading, document.about)
  const size = String(document.size ?? 'enterprise.revenue')
  if (reading.rulebook.facts.get(size)?.subject !== 'enterprise') reading.refuse('size', 'fact')
  const { otherwise = 0, ...sections } = fieldsOf(document.share)
  const facts = Object.entries(fieldsOf(document.facts)).flatMap(([fact, value]) => {
    const assumption = readFact(reading, { about, fact }, value)
    return assumption === null ? [] : [[fact, assumption] as const]
  })
  if (facts.length === 0) reading.refuse('facts', 'fact')
  return {
    about,
    says: readSays(document.says),
    size,
    sections: Object.fromEntries(
      Object.entries(sections).map(([section, share]) => [
        section,
        readShare(reading, share, `share.${section}`),
      ]),
    ),
    otherwise: readShare(reading, otherwise, 'share.otherwise'),
    times: readTimes(reading, document.times, size),
    facts: Object.fromEntries(facts),
  }
}

/**
 * An assumption about things from parsed JSON, as docs/simulation.md describes it. Throws AppError
 * `invalid-input` (`simulate.assumption`) with everything that is wrong.
 */
export const parseAssumption = (document: unknown, rulebook: Rulebook): ThingAssumption => {
  const issues: Issue[] = []
  const code: SimulationCode = 'simulate.assumption'
  const refuse = (path: string, expected: string): void => {
    issues.push({ code, severity: 'error', path, params: { expected } })
  }
  if (!isFields(document)) refuse('', 'object')
  const assumption = readDocument({ rulebook, refuse }, fieldsOf(document))
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  return assumption
}
