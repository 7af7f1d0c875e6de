import { exact, type IsoDate, yearOf } from '@huiqi/domain'
import {
  checkFormula,
  compileFormula,
  type FeelEnvironment,
  type FeelReference,
  type FeelType,
  type FeelValue,
  type Known,
  type NameDeclaration,
  parseFormula,
} from './feel/index.ts'
import { type FactDefinition, type FactType, NEVER, NOT_FOUND, type Scalar } from './model.ts'
import {
  asExact,
  CLOSED,
  distinctUses,
  type FactUse,
  joinOpenness,
  known,
  type Need,
  needKey,
  type Openness,
  open,
  type Resolved,
} from './resolved.ts'
import type { Formula, Rulebook } from './rulebook.ts'
import type { Situation } from './situation.ts'

const FEEL_TYPE: Readonly<Record<FactType, FeelType>> = {
  money: 'money',
  rate: 'number',
  count: 'number',
  number: 'number',
  date: 'date',
  boolean: 'boolean',
  code: 'text',
}

/** The FEEL type in which formulas see a fact of this type. */
export const feelTypeOf = (type: FactType): FeelType => FEEL_TYPE[type]

const CLOCK_NAMES: ReadonlyMap<string, NameDeclaration> = new Map([
  ['as_of', { type: 'date', period: 'point' }],
  ['submitted_on', { type: 'date', period: 'point' }],
])

/** The names that formulas may use: every fact, and the clock as `as_of` and `submitted_on`. */
export const feelEnvironmentOf = (
  vocabulary: {
    readonly facts: ReadonlyMap<string, FactDefinition>
    readonly hasCode: (list: string, code: string) => boolean
  },
  context: FeelEnvironment['context'],
): FeelEnvironment => ({
  context,
  names: {
    get: (name) => {
      const fact = vocabulary.facts.get(name)
      if (!fact) return CLOCK_NAMES.get(name)
      const { codes } = fact
      const declared = { type: feelTypeOf(fact.type), period: fact.period }
      return codes === null
        ? declared
        : { ...declared, values: { has: (code: string) => vocabulary.hasCode(codes, code) } }
    },
  },
})

const compile = (rulebook: Rulebook, source: string, context: 'point' | 'year'): Formula => {
  const parsed = parseFormula(source)
  if (!parsed.ok) throw new SyntaxError(`formula does not parse: ${source}`)
  const hasCode = (list: string, code: string): boolean =>
    rulebook.codeLists.get(list)?.ancestors.has(code) ?? false
  const environment = feelEnvironmentOf({ facts: rulebook.facts, hasCode }, context)
  const { issues } = checkFormula(parsed.ast, environment)
  if (issues.length > 0) throw new SyntaxError(`formula does not check: ${source}`)
  return compileFormula(parsed.ast, environment)
}

const compiled = (rulebook: Rulebook, source: string, context: 'point' | 'year'): Formula => {
  const key = `${context}:${source}`
  const ready = rulebook.formulas.get(key)
  if (ready) return ready
  const formula = compile(rulebook, source, context)
  rulebook.formulas.set(key, formula)
  return formula
}

const asFeel = (type: FeelType, value: Scalar): FeelValue => {
  switch (type) {
    case 'number':
    case 'money':
      return { kind: 'known', type, value: asExact(value) }
    case 'boolean':
      return { kind: 'known', type, value: value === true }
    case 'date':
      return value === NEVER
        ? { kind: 'undefined', reason: 'never' }
        : { kind: 'known', type, value: String(value) as IsoDate }
    default:
      return { kind: 'known', type: 'text', value: String(value) }
  }
}

const fromFeel = ({ value }: Known): Scalar => (typeof value === 'number' ? exact(value) : value)

const yearOfReference = (
  situation: Situation,
  reference: FeelReference,
  year: number | null,
): number | null => {
  const { yearOffset } = reference
  if (yearOffset === null) return null
  if (yearOffset.base === 'same') return (year ?? 0) - yearOffset.n
  const submitted = yearOf(situation.clock.submittedOn)
  return (yearOffset.base === 'last' ? submitted - 1 : submitted) - yearOffset.n
}

interface Run {
  readonly situation: Situation
  readonly year: number | null
  readonly uses: FactUse[]
  readonly needs: Map<string, Need>
  readonly opened: Map<string, Resolved & { readonly kind: 'open' }>
}

const lookupIn = (run: Run, reference: FeelReference): FeelValue => {
  const { clock, rulebook } = run.situation
  if (reference.name === 'as_of') return asFeel('date', clock.asOf)
  if (reference.name === 'submitted_on') return asFeel('date', clock.submittedOn)
  const year = yearOfReference(run.situation, reference, run.year)
  const resolved = run.situation.resolve(reference.name, year)
  const need = { fact: reference.name, year }
  const key = needKey(need)
  run.uses.push(...resolved.uses)
  run.needs.set(key, need)
  if (resolved.kind === 'open') {
    run.opened.set(key, resolved)
    return { kind: 'unknown', missing: [key] }
  }
  const definition = rulebook.facts.get(reference.name)
  return asFeel(feelTypeOf(definition?.type ?? 'code'), resolved.value)
}

const whyUndefined = (run: Run, need: Need | null): Openness => {
  const reviews = need === null ? [...run.needs.values()] : [need]
  return reviews.length > 0 ? { ...CLOSED, reviews } : { ...CLOSED, gaps: [NOT_FOUND] }
}

const whyOpen = (run: Run, value: Exclude<FeelValue, Known>, need: Need | null): Openness =>
  value.kind === 'undefined'
    ? whyUndefined(run, need)
    : joinOpenness(value.missing.flatMap((key) => run.opened.get(key) ?? []))

/** Where a formula stands: the year it is asked for, and the fact it defines, if any. */
export interface FormulaPlace {
  readonly context: 'point' | 'year'
  readonly year: number | null
  readonly need: Need | null
}

/**
 * Evaluates a formula. A value that does not exist (growth from zero) asks for a review of the
 * fact it defines, else of the facts it reads.
 */
export const evaluateFormula = (
  situation: Situation,
  source: string,
  place: FormulaPlace,
): Resolved => {
  const run: Run = {
    situation,
    year: place.year,
    uses: [],
    needs: new Map(),
    opened: new Map(),
  }
  const value = compiled(
    situation.rulebook,
    source,
    place.context,
  )((reference) => lookupIn(run, reference))
  const uses = distinctUses(run.uses)
  if (value.kind === 'known') return known(fromFeel(value), uses)
  return open(whyOpen(run, value, place.need), { uses })
}
