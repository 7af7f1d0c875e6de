import type { Bilingual, Exact, IsoDate } from '@huiqi/domain'
import type {
  CodeList,
  FactDefinition,
  FactType,
  Grade,
  NOT_FOUND,
  Qualification,
  Scalar,
  SourceGrade,
  Subject,
  YearReference,
} from './vocabulary.ts'

export * from './vocabulary.ts'

/** A right-hand side: a literal, a dated parameter, or a hole in the text. */
export type Operand =
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'parameter'; readonly parameter: string }
  | { readonly kind: 'not-found' }

/** A left-hand side: a fact (of a year, when it is yearly) or a formula of a static type. */
export type Reference =
  | { readonly kind: 'fact'; readonly fact: string; readonly year: YearReference | null }
  | {
      readonly kind: 'formula'
      readonly formula: string
      readonly type: FactType
      readonly unit: Bilingual | null
    }

/** Comparator words; `at-least` and `at-most` include the number (Civil Code art. 1259). */
export type OrderWord = 'at-least' | 'at-most' | 'more-than' | 'less-than'
/** Comparator words for dates; both include the day. */
export type DateWord = 'not-before' | 'not-after'

/** One comparison of a leaf. */
export type Test =
  | { readonly word: OrderWord | DateWord | 'is' | 'is-not'; readonly value: Operand }
  | { readonly word: 'one-of' | 'none-of'; readonly values: readonly string[] }

interface NodeBase {
  /** Place inside the measure: `eligible.all[0]`. */
  readonly path: string
  readonly provision: string
  readonly says: Bilingual
}

/** True when every test holds for the referenced value. */
export interface Leaf extends NodeBase {
  readonly kind: 'leaf'
  readonly reference: Reference
  readonly tests: readonly Test[]
}

/** `all`: every part holds. `any`: at least one holds. `except`: none of the parts holds. */
export interface Group extends NodeBase {
  readonly kind: 'all' | 'any' | 'except'
  readonly parts: readonly Condition[]
}

/** One comparison, or a group of conditions. */
export type Condition = Leaf | Group

/** A test of a band or a scoring item: a leaf without a statement of its own. */
export interface Guard {
  readonly reference: Reference
  readonly tests: readonly Test[]
}

/** How much a benefit gives. Amounts are money unless the benefit has none. */
export type Amount =
  | { readonly kind: 'fixed'; readonly value: Operand }
  | { readonly kind: 'rate'; readonly rate: Operand; readonly of: Reference }
  | { readonly kind: 'per-unit'; readonly value: Operand; readonly units: Reference }
  | { readonly kind: 'formula'; readonly formula: string }
  /** The first band whose guards all hold; no band gives nothing. */
  | { readonly kind: 'first'; readonly bands: readonly Band[] }
  /** The text only bounds the amount; an officer decides it. */
  | { readonly kind: 'at-most'; readonly amount: Amount }
  | { readonly kind: 'at-least'; readonly amount: Amount }
  | {
      readonly kind: 'limited'
      readonly amount: Amount
      readonly cap: Operand | null
      readonly floor: Operand | null
      readonly round: { readonly step: Exact; readonly mode: RoundingWord } | null
    }
  | { readonly kind: 'not-found' }

/** The direction in which a text rounds an amount. */
export type RoundingWord = 'down' | 'up' | 'half-up' | 'half-even'

/** One band of a `first` amount; empty guards hold always. */
export interface Band {
  readonly guards: readonly Guard[]
  readonly amount: Amount
}

/** What kind of thing a measure gives; a `claim` is against another party, not support. */
export type BenefitKind =
  | 'award'
  | 'subsidy'
  | 'interest-subsidy'
  | 'voucher'
  | 'relief'
  | 'guarantee'
  | 'loan'
  | 'investment'
  | 'claim'
  | 'title'
  | 'service'

/** How often: once in a lifetime, once a year, or for each thing the measure is about. */
export type Frequency = 'once' | 'year' | 'each'

/** What a measure gives. */
export interface Benefit {
  readonly kind: BenefitKind
  /** The qualification that a title grants, else null. */
  readonly grants: string | null
  readonly amount: Amount | null
  readonly frequency: Frequency
  /** Co-funding shares by payer; shares that are known add up to one. */
  readonly sharedBy: Readonly<Record<string, Operand>> | null
  readonly pool: string | null
}

/** Another measure that may not be held together with this one. */
export interface Exclusion {
  readonly measure: string
  readonly provision: string
  readonly says: Bilingual
}

/** A dated window to apply. */
export interface Call {
  readonly id: string
  readonly from: IsoDate
  readonly to: IsoDate | typeof NOT_FOUND
  readonly says: Bilingual | null
}

/** A figure that the text promises. */
export interface Target {
  readonly id: string
  readonly says: Bilingual
  readonly word: OrderWord | 'about'
  readonly value: Exact
  readonly unit: Bilingual
  readonly by: IsoDate | typeof NOT_FOUND
  readonly agency: string
  readonly provision: string
}

/** A paper or record that proves facts, with the weakest grade accepted. */
export interface Evidence {
  readonly id: string
  readonly name: Bilingual
  readonly proves: readonly string[]
  readonly grade: Grade
}

/** Something the published text leaves open, in words. */
export interface Gap {
  readonly what: Bilingual
}

/** Who has to act first. */
export type Delivery = 'apply' | 'instant' | 'automatic' | 'service'

/** Where to knock: hotline, web address, window. */
export interface Door {
  readonly name: Bilingual
  readonly url: string | null
  readonly phone: string | null
}

/** One thing an enterprise can get: the unit that is evaluated. */
export interface Measure {
  readonly id: string
  readonly instrument: string
  readonly name: Bilingual
  readonly provision: string
  readonly lead: string
  readonly agencies: readonly string[]
  readonly delivery: Delivery
  readonly about: Subject
  readonly inForce: { readonly from: IsoDate; readonly to: IsoDate | typeof NOT_FOUND | null }
  readonly grade: SourceGrade
  /** Null where no rule is known or none is needed; `gaps` says which. */
  readonly eligible: Condition | null
  readonly benefit: Benefit | null
  readonly excludes: readonly Exclusion[]
  /** Stacking groups this measure belongs to. */
  readonly stacking: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly calls: readonly Call[]
  readonly targets: readonly Target[]
  readonly door: Door | null
  readonly gaps: readonly Gap[]
  readonly replaces: readonly string[]
  readonly plain: Bilingual
}

/** An issued text. */
export interface Instrument {
  readonly id: string
  readonly name: Bilingual
  readonly number: string | typeof NOT_FOUND
  readonly issuers: readonly string[]
  readonly issuedOn: IsoDate | typeof NOT_FOUND
  readonly source: string
  readonly grade: SourceGrade
  readonly provisions: readonly { readonly id: string; readonly title: Bilingual }[]
}

/** A dated figure; its periods touch and do not overlap. */
export interface Parameter {
  readonly id: string
  readonly name: Bilingual
  readonly type: FactType
  readonly values: readonly {
    readonly from: IsoDate
    readonly to: IsoDate | null
    readonly value: Scalar | typeof NOT_FOUND
    readonly provision: string
  }[]
}

/** Classes by lower limits per code, best class first; the weakest limit decides, the last class has none. */
export interface ClassTable {
  readonly id: string
  readonly classes: readonly string[]
  readonly by: string
  readonly rows: readonly {
    readonly codes: readonly string[]
    readonly limits: readonly {
      readonly reference: Reference
      /** One lower limit per class but the last, in the order of `classes`. */
      readonly atLeast: readonly Operand[]
    }[]
  }[]
}

/** One indicator of a score: the first item that holds, or the sum of all that hold, up to `max`. */
export interface Indicator {
  readonly id: string
  readonly says: Bilingual
  readonly max: Exact
  readonly mode: 'first' | 'sum'
  readonly items: readonly {
    readonly guards: readonly Guard[]
    /** Points, or points for each full `step` of the reference. */
    readonly points: Exact
    readonly per: { readonly reference: Reference; readonly step: Exact } | null
  }[]
}

/** A scoring table in groups. */
export interface ScoreTable {
  readonly id: string
  readonly name: Bilingual
  readonly provision: string
  readonly max: Exact
  readonly groups: readonly {
    readonly id: string
    readonly name: Bilingual
    readonly indicators: readonly Indicator[]
  }[]
}

/** Measures that share a limit: at most so many of them, or a total amount a year. */
export interface StackingGroup {
  readonly id: string
  readonly says: Bilingual
  readonly provision: string
  readonly atMost: number | null
  readonly cap: Operand | null
}

/** A budget that measures draw on. */
export interface Pool {
  readonly id: string
  readonly name: Bilingual
  readonly size: Operand
  readonly provision: string
}

/** A ladder of titles or growth steps, lowest rung first. */
export interface Ladder {
  readonly id: string
  readonly name: Bilingual
  readonly rungs: readonly {
    readonly id: string
    readonly name: Bilingual
    /** The fact (boolean) that says the rung is held. */
    readonly held: string
    /** Measures that lead here; the one in force on the date is used. */
    readonly measures: readonly string[]
    readonly score: string | null
  }[]
  readonly dates: readonly {
    readonly says: Bilingual
    /** `MM-DD` of each year, or months after the grant. */
    readonly yearlyOn: string | null
    readonly monthsAfterGrant: number | null
    readonly provision: string
  }[]
}

/** Words of both languages that mean the same to somebody who searches. */
export interface SynonymGroup {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** Everything under `policies/`, read and resolved; plain data. */
export interface Corpus {
  readonly facts: readonly FactDefinition[]
  readonly codeLists: readonly CodeList[]
  readonly qualifications: readonly Qualification[]
  readonly agencies: readonly {
    readonly id: string
    readonly name: Bilingual
    /** The name in daily use, where there is one. */
    readonly short?: Bilingual
  }[]
  readonly parameters: readonly Parameter[]
  readonly classTables: readonly ClassTable[]
  readonly scoreTables: readonly ScoreTable[]
  readonly stackingGroups: readonly StackingGroup[]
  readonly pools: readonly Pool[]
  readonly ladders: readonly Ladder[]
  readonly synonyms: readonly SynonymGroup[]
  readonly instruments: readonly Instrument[]
  readonly measures: readonly Measure[]
}
