import type {
  ClassTable,
  CodeIndex,
  FactType,
  Reference,
  ScoreTable,
  ThingKind,
} from '@huiqi/engine'
import type { Arithmetic } from './arithmetic.ts'
import type { BoundTest, MemberTest } from './bound-test.ts'
import { type Cut, cutKey } from './cut.ts'

/** A three-valued formula over comparisons. */
export type LogicTree =
  | { readonly kind: 'constant'; readonly truth: number }
  /** `strict`: an open value decides nothing even when it is narrowed, nor does a date that never came. */
  | {
      readonly kind: 'test'
      readonly draft: Draft
      readonly test: BoundTest
      readonly reading: 'strict' | 'plain'
    }
  | { readonly kind: 'both' | 'either'; readonly parts: readonly LogicTree[] }
  | { readonly kind: 'not'; readonly part: LogicTree }
  /** Open as soon as one comparison in it is. */
  | { readonly kind: 'strict'; readonly part: LogicTree }

/** One indicator of a score with what its points depend on. */
export interface IndicatorDraft {
  readonly group: number
  readonly place: number
  readonly inputs: readonly { readonly draft: Draft; readonly tests: readonly BoundTest[] }[]
}

/** How a value follows from others; `engine` where only the plain evaluator can tell. */
export type DerivationDraft =
  | { readonly kind: 'engine' }
  | { readonly kind: 'arithmetic'; readonly expression: Arithmetic }
  | { readonly kind: 'logic'; readonly tree: LogicTree }
  | {
      readonly kind: 'classes'
      readonly table: ClassTable
      readonly by: Draft
      /** For each row and limit the value and its lower limits; null for a hole. */
      readonly limits: readonly (readonly {
        readonly draft: Draft
        readonly bounds: readonly BoundTest[]
      }[])[]
    }
  | {
      readonly kind: 'score'
      readonly table: ScoreTable
      readonly group: string | null
      readonly indicators: readonly IndicatorDraft[]
    }

/** What a slot stands for. */
export type SlotSource =
  | { readonly kind: 'fact'; readonly fact: string; readonly year: number | null }
  | { readonly kind: 'formula'; readonly reference: Extract<Reference, { kind: 'formula' }> }
  /** A part of a formula that no measure asks for. */
  | { readonly kind: 'part' }
  /** Whether anything is known of a project, a loan …: its one known state, else it is open. */
  | { readonly kind: 'thing'; readonly of: ThingKind }

/** A value that something is compared with, while the comparisons are being collected. */
export interface Draft {
  readonly place: number
  readonly key: string
  readonly source: SlotSource
  readonly type: FactType
  /** Whether open values keep a low and a high end. */
  readonly isRanged: boolean
  /** The sets of codes that an open value may be narrowed to. */
  readonly narrowed: readonly (readonly string[])[]
  readonly index: CodeIndex | null
  /** Null for facts that are only ever stated. */
  readonly derivation: DerivationDraft | null
  readonly cuts: Map<string, Cut>
  readonly members: Map<string, MemberTest>
}

/**
 * How a fact is looked at: `range` keeps the low and high end of an open score, `value` does not;
 * `group` stands apart, so that its many comparisons burden no other.
 */
export type View = 'range' | 'value' | 'group'

/** Finds the draft of a value and makes it when it is new. */
export interface DraftBook {
  readonly ofFact: (fact: string, year: number | null, view: View) => Draft
  readonly ofReference: (reference: Reference, view: 'range' | 'value') => Draft
  readonly ofThing: (kind: ThingKind) => Draft
  readonly ofDifference: (left: Arithmetic, right: Arithmetic) => Draft
}

const addCut = ({ cuts }: Draft, cut: Cut | null): void => {
  if (cut !== null) cuts.set(cutKey(cut), cut)
}

/** Notes that a value is compared so. */
export const addTest = (draft: Draft, test: BoundTest): void => {
  if (test.kind === 'span') {
    addCut(draft, test.from)
    addCut(draft, test.to)
  }
  if (test.kind !== 'member') return
  const key = `${test.hasDescendants ? 'in' : 'is'} ${test.values.join(',')}`
  if (!draft.members.has(key)) draft.members.set(key, { ...test, isNegated: false })
}
