import { type ClassTable, codeLineage, open } from '@huiqi/engine'
import type { BoundTest } from './bound-test.ts'
import {
  type CodeDomain,
  type Domain,
  openState,
  stateOfResolved,
  stateOfValue,
  truthsOf,
} from './domain.ts'
import { domainOfDraft } from './domain-of-draft.ts'
import type { DerivationDraft, Draft } from './draft.ts'
import { type ClassLimit, type Derivation, NO_ROW } from './slot.ts'
import { OPEN, TRUE } from './truth-code.ts'

type ClassesDraft = Extract<DerivationDraft, { kind: 'classes' }>

const rowFor = (table: ClassTable, by: CodeDomain, code: string): number => {
  const lineage = by.index === null ? [code] : codeLineage(by.index, code)
  for (const ancestor of lineage) {
    const row = table.rows.findIndex(({ codes }) => codes.includes(ancestor))
    if (row !== -1) return row
  }
  return NO_ROW
}

/** The row that holds for every code still possible. */
const rowAmong = (table: ClassTable, by: CodeDomain, codes: readonly string[]): number => {
  const rows = new Set(codes.map((code) => rowFor(table, by, code)))
  const [row = NO_ROW] = rows
  return rows.size === 1 ? row : NO_ROW
}

const rowOfState = (table: ClassTable, by: Domain): Int16Array => {
  if (by.kind !== 'codes') throw new TypeError(`${table.id} is not by codes`)
  const { classes, narrowed } = by
  return Int16Array.from([
    ...classes.samples.map((code) => (code === null ? NO_ROW : rowFor(table, by, code))),
    ...narrowed.map((codes) => rowAmong(table, by, codes)),
    NO_ROW,
  ])
}

const limitOf = (
  domains: readonly Domain[],
  { draft, bounds }: { readonly draft: Draft; readonly bounds: readonly BoundTest[] },
): ClassLimit => {
  const domain = domainOfDraft(domains, draft)
  const lowest = bounds.length
  const states = openState(domain) + 1
  if (bounds.some(({ kind }) => kind === 'gap')) {
    return {
      slot: draft.place,
      best: new Uint8Array(states),
      worst: new Uint8Array(states).fill(lowest),
    }
  }
  const truths = bounds.map((bound) => truthsOf(domain, bound))
  const reached = (state: number, truth: number): number => {
    const place = truths.findIndex((each) => each[state] === truth)
    return place === -1 ? lowest : place
  }
  const isOpen = (state: number): boolean => truths.some((each) => each[state] === OPEN)
  const classes = Array.from({ length: states }, (_, state) => reached(state, TRUE))
  return {
    slot: draft.place,
    best: Uint8Array.from(classes, (at, state) => (isOpen(state) ? 0 : at)),
    worst: Uint8Array.from(classes, (at, state) => (isOpen(state) ? lowest : at)),
  }
}

/** A class table over finished domains. */
export const finishClasses = (
  domains: readonly Domain[],
  { draft, derivation }: { readonly draft: Draft; readonly derivation: ClassesDraft },
): Derivation => {
  const { table, by, limits } = derivation
  const domain = domainOfDraft(domains, draft)
  const count = table.classes.length
  const stateOfSpan = new Uint16Array(count * count)
  for (const [best, code] of table.classes.entries()) {
    stateOfSpan[best * count + best] = stateOfValue(domain, code)
    for (let worst = best + 1; worst < count; worst += 1) {
      const codes = table.classes.slice(best, worst + 1)
      stateOfSpan[best * count + worst] = stateOfResolved(
        domain,
        open({}, { possible: { kind: 'codes', codes } }),
      )
    }
  }
  return {
    kind: 'classes',
    by: by.place,
    rowOfState: rowOfState(table, domainOfDraft(domains, by)),
    rows: limits.map((row) => row.map((limit) => limitOf(domains, limit))),
    classes: count,
    stateOfSpan,
    openState: openState(domain),
  }
}
