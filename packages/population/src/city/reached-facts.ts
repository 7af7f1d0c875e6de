import { parseFormula, type Rulebook, references } from '@huiqi/engine'

/** The facts that rules look at, and how many years back of each; no years for facts without a period. */
export type ReachedFacts = ReadonlyMap<string, ReadonlySet<number>>

const YEARS_AGO = { this: 0, last: 1, 'before-last': 2 } as const

interface Search {
  readonly rulebook: Rulebook
  readonly found: Map<string, Set<number>>
  readonly seen: Set<string>
}

interface Place {
  readonly fact: string
  readonly ago: number | null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const reachFormula = (search: Search, formula: string, ago: number | null): void => {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return
  for (const { name, yearOffset } of references(parsed.ast)) {
    const base = yearOffset === null || yearOffset.base === 'same' ? ago : null
    const own = yearOffset?.base === 'last' ? 1 : 0
    const isYearly = search.rulebook.facts.get(name)?.period === 'year'
    const back = (base ?? own) + (yearOffset?.n ?? 0)
    reachFact(search, { fact: name, ago: isYearly ? back : null })
  }
}

/** Everything that looks like a reference or a formula below a part of the rules. */
const reachPart = (search: Search, part: unknown): void => {
  if (Array.isArray(part)) {
    for (const inner of part) reachPart(search, inner)
    return
  }
  if (!isRecord(part)) return
  const { fact, year, formula } = part
  if (part.kind === 'fact' && typeof fact === 'string') {
    const named = year === 'this' || year === 'last' || year === 'before-last' ? year : null
    reachFact(search, { fact, ago: named === null ? null : YEARS_AGO[named] })
  }
  if (typeof formula === 'string') reachFormula(search, formula, null)
  for (const inner of Object.values(part)) reachPart(search, inner)
}

const reachTitle = (search: Search, qualification: string): void => {
  reachFact(search, { fact: `qualification.${qualification}.granted_on`, ago: null })
  reachFact(search, { fact: `qualification.${qualification}.valid_until`, ago: null })
  for (const { id, implies } of search.rulebook.corpus.qualifications) {
    if (implies.includes(qualification)) {
      reachFact(search, { fact: `qualification.${id}`, ago: null })
    }
  }
}

const reachTable = (search: Search, id: string): void => {
  const table = search.rulebook.classTables.get(id)
  if (table) reachFact(search, { fact: table.by, ago: null })
  reachPart(search, table)
}

const reachDerivation = (search: Search, { fact, ago }: Place): void => {
  const { facts, scoreTables } = search.rulebook
  const derivation = facts.get(fact)?.derivation ?? null
  switch (derivation?.kind) {
    case 'formula':
      reachFormula(search, derivation.formula, ago)
      break
    case 'class-table':
      reachTable(search, derivation.table)
      break
    case 'score':
      reachPart(search, scoreTables.get(derivation.table))
      break
    case 'validity':
      reachTitle(search, derivation.qualification)
      break
    case undefined:
      break
  }
}

const reachFact = (search: Search, place: Place): void => {
  const { fact, ago } = place
  const key = `${fact} ${ago}`
  const definition = search.rulebook.facts.get(fact)
  if (search.seen.has(key) || definition === undefined) return
  search.seen.add(key)
  if (definition.derivation !== null) {
    reachDerivation(search, place)
    return
  }
  const years = search.found.get(fact) ?? new Set<number>()
  if (ago !== null) years.add(ago)
  search.found.set(fact, years)
}

/** Every stated fact that a condition, amount, table or derivation in use can look at, in the order of the vocabulary. */
export const findReachedFacts = (rulebook: Rulebook): ReachedFacts => {
  const search: Search = { rulebook, found: new Map(), seen: new Set() }
  for (const { eligible, benefit } of rulebook.corpus.measures) {
    reachPart(search, eligible)
    reachPart(search, benefit?.amount)
  }
  const { found } = search
  return new Map(
    rulebook.corpus.facts.flatMap(({ id }) => {
      const years = found.get(id)
      return years === undefined ? [] : [[id, years] as const]
    }),
  )
}
