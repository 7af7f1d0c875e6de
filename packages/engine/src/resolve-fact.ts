import { classOf } from './class-table.ts'
import type { Clock, Enterprise, Facts, StatedValue, Thing } from './enterprise.ts'
import { evaluateFormula } from './formula.ts'
import { type FactDefinition, type Grade, NEVER } from './model.ts'
import {
  distinctUses,
  type FactUse,
  joinOpenness,
  known,
  needKey,
  open,
  type Resolved,
} from './resolved.ts'
import type { Rulebook } from './rulebook.ts'
import { scoreOf } from './score.ts'
import type { Situation } from './situation.ts'

const GRADES: readonly (Grade | null)[] = ['A', 'B', 'C', 'D', null]

const better = (a: StatedValue, b: StatedValue): StatedValue =>
  GRADES.indexOf(b.grade) < GRADES.indexOf(a.grade) ? b : a

const statedValue = (facts: Facts, id: string, year: number | null): StatedValue | null => {
  const stated = facts[id]
  if (!stated) return null
  const matching = stated.filter((entry) => year === null || entry.year === year)
  return matching.length === 0 ? null : matching.reduce(better)
}

const factsAbout = (situation: Situation, definition: FactDefinition): Facts =>
  definition.subject === 'enterprise' ? situation.enterprise.facts : (situation.thing?.facts ?? {})

const resolveValidity = (situation: Situation, qualification: string): Resolved => {
  const base = `qualification.${qualification}`
  const granted = situation.resolve(`${base}.granted_on`, null)
  const until = situation.resolve(`${base}.valid_until`, null)
  const uses = [...granted.uses, ...until.uses]
  const { asOf } = situation.clock
  const tooEarly = granted.kind === 'known' && (granted.value === NEVER || granted.value > asOf)
  const expired = until.kind === 'known' && (until.value === NEVER || until.value < asOf)
  if (tooEarly || expired) return known(false, uses)
  if (granted.kind === 'known' && until.kind === 'known') return known(true, uses)
  return open({ missing: [{ fact: base, year: null }] }, { uses })
}

const titlesImplying = (situation: Situation, qualification: string): readonly Resolved[] =>
  situation.rulebook.corpus.qualifications
    .filter(({ implies }) => implies.includes(qualification))
    .map(({ id }) => situation.resolve(`qualification.${id}`, null))

const isHeld = (title: Resolved): boolean => title.kind === 'known' && title.value === true

/** Held in its own right or by a title that implies it; open while neither holds and one may. */
const resolveTitle = (situation: Situation, qualification: string): Resolved => {
  const own = resolveValidity(situation, qualification)
  if (isHeld(own)) return own
  const others = titlesImplying(situation, qualification)
  const held = others.find(isHeld)
  if (held || own.kind === 'open') return held ?? own
  const uses = distinctUses([own, ...others].flatMap((title) => title.uses))
  const undecided = others.filter((title) => title.kind === 'open')
  return undecided.length > 0 ? open(joinOpenness(undecided), { uses }) : known(false, uses)
}

const derive = (
  situation: Situation,
  definition: FactDefinition,
  year: number | null,
): Resolved => {
  const { derivation } = definition
  if (derivation === null) return missing(definition, year)
  switch (derivation.kind) {
    case 'formula':
      return evaluateFormula(situation, derivation.formula, {
        context: definition.period,
        year,
        need: { fact: definition.id, year },
      })
    case 'class-table':
      return classOf(situation, derivation.table, definition.id)
    case 'score':
      return scoreOf(situation, derivation.table, derivation.group)
    case 'validity':
      return resolveTitle(situation, derivation.qualification)
  }
}

const missing = (definition: FactDefinition, year: number | null): Resolved => {
  const need = { fact: definition.id, year }
  return definition.isJudgement ? open({ reviews: [need] }) : open({ missing: [need] })
}

const asUse = (id: string, stated: StatedValue): FactUse => ({
  fact: id,
  year: stated.year,
  value: stated.value,
  source: stated.source,
  grade: stated.grade,
})

/** The listed codes that the top of a hierarchy leaves open; null for any other code. */
const heldOpen = (rulebook: Rulebook, list: string, code: string): readonly string[] | null => {
  const index = rulebook.codeLists.get(list)
  if (index?.ancestors.get(code)?.length !== 0) return null
  const below = [...index.ancestors].filter(([, lineage]) => lineage.includes(code))
  return below.length === 0 ? null : below.map(([each]) => each)
}

/** What is stated; an industry given by its section alone is still open among its divisions. */
const asStated = (
  rulebook: Rulebook,
  { id, codes }: FactDefinition,
  stated: StatedValue,
): Resolved => {
  const uses = [asUse(id, stated)]
  const among = codes === null ? null : heldOpen(rulebook, codes, String(stated.value))
  if (among === null) return known(stated.value, uses)
  const missing = [{ fact: id, year: stated.year }]
  return open({ missing }, { possible: { kind: 'codes', codes: among }, uses })
}

const resolveAfresh = (situation: Situation, id: string, year: number | null): Resolved => {
  const definition = situation.rulebook.facts.get(id)
  if (!definition) throw new RangeError(`unknown fact: ${id}`)
  const stated = statedValue(factsAbout(situation, definition), id, year)
  return stated
    ? asStated(situation.rulebook, definition, stated)
    : derive(situation, definition, year)
}

/** A fresh situation; `thing` is what a measure about projects, loans … is asked for. */
export const situationOf = (
  rulebook: Rulebook,
  enterprise: Enterprise,
  at: { readonly clock: Clock; readonly thing?: Thing | null },
): Situation => {
  const memo = new Map<string, Resolved>()
  const resolve = (fact: string, year: number | null): Resolved => {
    const key = needKey({ fact, year })
    const remembered = memo.get(key)
    if (remembered) return remembered
    const resolved = resolveAfresh(situation, fact, year)
    memo.set(key, resolved)
    return resolved
  }
  const situation = { rulebook, enterprise, thing: at.thing ?? null, clock: at.clock, resolve }
  return situation
}
