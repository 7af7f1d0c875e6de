import { codeLineage, type Leaf, type Reference, type Rulebook } from '@huiqi/engine'
import { type Bits, bitsWhere } from './bits.ts'
import type { PoolLeaf } from './leaf-pool.ts'
import type { ReferenceSample } from './reference-sample.ts'
import { type DrawnTest, passes } from './vary-leaf.ts'

/** Which rows of the sample conditions hold for; each is worked out once. */
export interface SampleBits {
  readonly ofTests: (pool: PoolLeaf, tests: readonly DrawnTest[]) => Bits
  readonly ofLeaf: (leaf: Leaf) => Bits
  readonly ofCodes: (fact: string, codes: readonly string[]) => Bits
}

const MOST_REMEMBERED = 40_000

const remember = (known: Map<string, Bits>, key: string, make: () => Bits): Bits => {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  if (known.size < MOST_REMEMBERED) known.set(key, made)
  return made
}

/** A reader of the sample that remembers. */
export const createSampleBits = (sample: ReferenceSample, rulebook: Rulebook): SampleBits => {
  const byTests = new Map<string, Bits>()
  const byLeaf = new Map<Leaf, Bits>()
  const byCodes = new Map<string, Bits>()
  const ofTest = ({ leaf, key }: PoolLeaf, { word, bound }: DrawnTest): Bits =>
    remember(byTests, `${key} ${word} ${bound.number}`, () => {
      const values = sample.valuesOf(leaf.reference)
      return bitsWhere((row) => passes(word, bound.number, values[row] ?? Number.NaN))
    })
  const ofTests = (pool: PoolLeaf, tests: readonly DrawnTest[]): Bits => {
    const sets = tests.map((test) => ofTest(pool, test))
    const [first = new Uint32Array(0)] = sets
    return sets.length < 2 ? first : first.map((word, at) => word & (sets[1]?.[at] ?? 0))
  }
  const ofLeaf = (leaf: Leaf): Bits => {
    const rows = sample.holdsFor(leaf)
    const found = byLeaf.get(leaf) ?? bitsWhere((row) => rows[row] === 1)
    byLeaf.set(leaf, found)
    return found
  }
  const ofCodes = (fact: string, codes: readonly string[]): Bits =>
    remember(byCodes, `${fact} ${codes.join(' ')}`, () => {
      const reference: Reference = { kind: 'fact', fact, year: null }
      const list = rulebook.facts.get(fact)?.codes
      const index = list ? rulebook.codeLists.get(list) : undefined
      const values = sample.valuesOf(reference)
      const isWithin = sample
        .codesOf(reference)
        .map((code) =>
          (index ? codeLineage(index, code) : [code]).some((each) => codes.includes(each)),
        )
      return bitsWhere((row) => isWithin[values[row] ?? -1] === true)
    })
  return { ofTests, ofLeaf, ofCodes }
}
