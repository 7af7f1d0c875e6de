import type { Bilingual } from '@huiqi/domain'
import type { Condition, Group, Guard, Leaf, YearReference } from '@huiqi/engine'
import { formatPath, type Path } from '../place.ts'
import type { ConditionDocument, GuardDocument } from '../schema/condition.ts'
import type { Context } from './context.ts'
import { lowerReference } from './reference.ts'
import { lowerTests, TEST_WORDS } from './tests.ts'

/** Where a condition stands, and what it inherits. */
export interface ConditionPlace {
  readonly path: Path
  readonly provision: string
  /** The statement of a node that has none of its own; null where one must be written. */
  readonly says: Bilingual | null
}

const GROUP_KINDS = ['all', 'any', 'except'] as const
type GroupKind = (typeof GROUP_KINDS)[number]

const YEAR_WORDS: Readonly<Record<YearReference, Bilingual>> = {
  this: { zh: '（本年度）', en: ' (this year)' },
  last: { zh: '（上年度）', en: ' (last year)' },
  'before-last': { zh: '（上上年度）', en: ' (the year before last)' },
}

const inYear = (says: Bilingual, year: YearReference): Bilingual => ({
  zh: says.zh + YEAR_WORDS[year].zh,
  en: says.en + YEAR_WORDS[year].en,
})

/** A guard: a comparison without a statement; null with the faults reported. */
export const lowerGuard = (context: Context, document: GuardDocument, path: Path): Guard | null => {
  const typed = lowerReference(context, document, path)
  if (typed === null) return null
  const tests = lowerTests(context, document, { path, type: typed })
  return tests === null ? null : { reference: typed.reference, tests }
}

const allOrNone = <T>(lowered: readonly (T | null)[]): readonly T[] | null => {
  const sound = lowered.filter((part) => part !== null)
  return sound.length === lowered.length ? sound : null
}

/** One written guard; `years:` makes it one guard for each year. Null with the faults reported. */
export const lowerYearlyGuard = (
  context: Context,
  document: GuardDocument,
  path: Path,
): readonly Guard[] | null => {
  const { years, ...rest } = document
  if (years === undefined) return allOrNone([lowerGuard(context, rest, path)])
  return allOrNone(years.map((year) => lowerGuard(context, { ...rest, year }, path)))
}

/** Several guards that stand in a list at `path`; null with the faults reported. */
export const lowerGuards = (
  context: Context,
  documents: readonly GuardDocument[],
  path: Path,
): readonly Guard[] | null => {
  const lowered = documents.map((document, place) =>
    lowerYearlyGuard(context, document, [...path, place]),
  )
  return allOrNone(lowered)?.flat() ?? null
}

interface Named {
  readonly path: Path
  readonly provision: string
  readonly says: Bilingual
}

const lowerLeaf = (context: Context, document: GuardDocument, at: Named): Leaf | null => {
  const guard = lowerGuard(context, document, at.path)
  if (guard === null) return null
  return { kind: 'leaf', ...at, path: formatPath(at.path), ...guard }
}

const lowerYears = (
  context: Context,
  document: GuardDocument & { readonly years: readonly YearReference[] },
  at: Named,
): Group | null => {
  const { years, ...rest } = document
  const repeated = years.find((year, place) => years.indexOf(year) !== place)
  if (repeated !== undefined || document.year !== undefined) {
    context.report({ code: 'fact.years', path: [...at.path, 'years'] })
    return null
  }
  const leaves = years.map((year) => {
    const leaf = lowerLeaf(context, { ...rest, year }, { ...at, says: inYear(at.says, year) })
    return leaf && { ...leaf, path: formatPath([...at.path, 'years', years.indexOf(year)]) }
  })
  const parts = leaves.filter((leaf) => leaf !== null)
  if (parts.length < leaves.length) return null
  return { kind: 'all', ...at, path: formatPath(at.path), parts }
}

const lowerGroup = (
  context: Context,
  document: ConditionDocument & { readonly kind: GroupKind },
  at: Named,
): Group | null => {
  const { kind } = document
  const documents = document[kind] ?? []
  for (const key of [...TEST_WORDS, 'year', 'years', 'type', 'unit'] as const) {
    if (document[key] !== undefined) {
      context.report({ code: 'condition.test-on-group', path: [...at.path, key], target: 'key' })
    }
  }
  if (documents.length === 0)
    context.report({ code: 'condition.empty-group', path: [...at.path, kind] })
  const lowered = documents.map((part, place) =>
    lowerCondition(context, part, {
      path: [...at.path, kind, place],
      provision: at.provision,
      says: null,
    }),
  )
  const parts = lowered.filter((part) => part !== null)
  if (parts.length < lowered.length || parts.length === 0) return null
  return { kind, ...at, path: formatPath(at.path), parts }
}

/** A condition with paths, provisions and statements filled in; null with the faults reported. */
export const lowerCondition = (
  context: Context,
  document: ConditionDocument,
  place: ConditionPlace,
): Condition | null => {
  const { path } = place
  const { says: own, provision = place.provision, ...rest } = document
  const says = own ?? place.says
  if (says === null) context.report({ code: 'condition.says-missing', path })
  const named = { path, provision, says: says ?? { zh: '', en: '' } }
  const kinds = GROUP_KINDS.filter((kind) => document[kind] !== undefined)
  const isLeaf = document.fact !== undefined || document.formula !== undefined
  const [kind] = kinds
  if (kinds.length + (isLeaf ? 1 : 0) !== 1) {
    context.report({ code: 'condition.kind', path })
    return null
  }
  const { years } = rest
  if (kind !== undefined) return lowerGroup(context, { ...document, kind }, named)
  if (years !== undefined) return lowerYears(context, { ...rest, years }, named)
  return lowerLeaf(context, rest, named)
}
