import type {
  BenefitKind,
  Delivery,
  FactType,
  Grade,
  Group,
  Handling,
  OrderWord,
  Outcome,
  SourceGrade,
  Subject,
  Test,
} from '@huiqi/engine'

/** How parts of a line are put together in one language. */
export interface Punctuation {
  readonly list: (parts: readonly string[]) => string
  /** Parts of one sentence. */
  readonly phrase: (parts: readonly string[]) => string
  /** Clauses that belong together. */
  readonly clauses: (parts: readonly string[]) => string
  readonly or: (parts: readonly string[]) => string
  readonly label: (label: string, text: string) => string
  readonly inBrackets: (text: string) => string
}

/** How amounts of money are said. */
export interface AmountWords {
  readonly open: string
  readonly atLeast: (money: string) => string
  readonly atMost: (money: string) => string
  readonly between: (low: string, high: string) => string
}

/** How far a value is from passing. */
export interface DistanceWords {
  readonly short: (by: string, bound: string) => string
  readonly over: (by: string, bound: string) => string
  readonly notEqual: (bound: string) => string
  readonly early: (days: number, bound: string) => string
  readonly late: (days: number, bound: string) => string
  readonly expected: (what: string) => string
}

/** What is said of the time in which one can apply. */
export interface CallWords {
  readonly unscheduled: string
  readonly coming: (date: string, days: number) => string
  readonly open: string
  readonly openUntil: (until: string, days: number) => string
  readonly closing: (until: string, days: number) => string
  readonly closed: (on: string) => string
}

/** What is said of a title and its validity. */
export interface TitleWords {
  readonly until: (day: string) => string
  readonly expired: (day: string) => string
  readonly later: (day: string) => string
  readonly never: string
}

/** What Huiqi says on its own in more than one place, in one language. */
export interface WordList {
  readonly punctuation: Punctuation
  readonly truth: (value: boolean) => string
  readonly never: string
  readonly unknown: string
  /** From a day to another; an end may be open, or not be found in the text. */
  readonly period: (from: string, to: string | null) => string
  readonly more: (count: number) => string
  readonly days: (count: number) => string
  readonly amounts: AmountWords
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly benefit: Readonly<Record<BenefitKind, string>>
  readonly delivery: Readonly<Record<Delivery, string>>
  readonly subject: Readonly<Record<Subject, string>>
  readonly type: Readonly<Record<FactType, string>>
  readonly grade: (grade: Grade) => string
  readonly sourceGrade: Readonly<Record<SourceGrade, string>>
  /** What the parts of a group have to do. */
  readonly group: Readonly<Record<Group['kind'], string>>
  readonly comparator: Readonly<Record<Test['word'], (bound: string) => string>>
  readonly figure: Readonly<Record<OrderWord | 'about', (figure: string) => string>>
  readonly handling: Readonly<Record<Handling, string>>
  readonly distance: DistanceWords
  readonly call: CallWords
  readonly title: TitleWords
  readonly source: Readonly<Record<string, string>>
}
