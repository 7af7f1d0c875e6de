import { needKey } from '@huiqi/engine'
import type { Arithmetic } from '../compile/arithmetic.ts'
import { inputsOf, type Slot } from '../compile/slot.ts'

/** The slots whose state may change with a fact, in the order in which they are worked out. */
export type DependentsOf = (fact: string, year: number | null) => readonly number[]

const factsIn = (expression: Arithmetic): readonly string[] => {
  if (expression.kind === 'constant') return []
  if (expression.kind === 'fact') {
    const { otherwise } = expression
    return [needKey(expression), ...(otherwise === null ? [] : factsIn(otherwise))]
  }
  return [...factsIn(expression.left), ...factsIn(expression.right)]
}

/** What only the plain evaluator can tell may change with any fact. */
const ANY_FACT = '*'

const keysOf = ({ source, derivation }: Slot): readonly string[] => {
  const own = source.kind === 'fact' ? [needKey(source)] : []
  if (derivation?.kind === 'arithmetic') return [...own, ...factsIn(derivation.expression)]
  return derivation?.kind === 'engine' ? [...own, ANY_FACT] : own
}

const NO_SLOTS: readonly number[] = []

/** Finds the slots that follow from facts, directly or through other slots. */
export const createDependentsOf = (slots: readonly Slot[]): DependentsOf => {
  const keys = slots.map(() => new Set<string>())
  const byKey = new Map<string, number[]>()
  for (const slot of slots) {
    const own = keys[slot.place]
    for (const key of keysOf(slot)) own?.add(key)
    for (const input of inputsOf(slot.derivation)) {
      for (const key of keys[input] ?? []) own?.add(key)
    }
    for (const key of own ?? []) byKey.set(key, [...(byKey.get(key) ?? []), slot.place])
  }
  const anyway = byKey.get(ANY_FACT) ?? []
  return (fact, year) => {
    const direct = byKey.get(needKey({ fact, year })) ?? NO_SLOTS
    const ofAnyYear = year === null ? NO_SLOTS : (byKey.get(fact) ?? NO_SLOTS)
    if (anyway.length + ofAnyYear.length === 0) return direct
    return [...new Set([...direct, ...ofAnyYear, ...anyway])].sort((a, b) => a - b)
  }
}
