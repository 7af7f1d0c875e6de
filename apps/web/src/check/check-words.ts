import type { Pile } from '@huiqi/wording'
import type { FragmentFault } from './fragment.ts'
import type { ValueFault } from './read-value.ts'

/** What the check says, in one language. */
export interface CheckWords {
  readonly loading: string
  readonly failed: string
  readonly again: string
  readonly asOf: (day: string) => string
  readonly privacy: string
  readonly offline: string
  readonly sure: string
  readonly nothingYet: string
  readonly upTo: (money: string) => string
  readonly automaticPart: string
  readonly applyPart: string
  readonly possible: string
  readonly most: (money: string) => string
  readonly openCount: (count: number) => string
  readonly noMore: string
  readonly announce: (sure: string, more: string) => string
  readonly question: string
  readonly finer: (value: string) => string
  readonly whyAsked: string
  readonly decides: (count: number) => string
  readonly touches: (count: number) => string
  readonly stake: (money: string) => string
  readonly stakeOpen: string
  readonly forMeasures: string
  readonly more: (count: number) => string
  readonly answer: string
  readonly yes: string
  readonly no: string
  readonly unknown: string
  readonly later: string
  readonly back: string
  readonly choose: string
  readonly filter: string
  readonly noCode: string
  readonly thing: (kind: string) => string
  readonly thingName: (kind: string) => string
  readonly thingNumber: (kind: string, number: number) => string
  readonly hasSome: string
  readonly hasNone: string
  readonly done: string
  readonly doneSay: string
  readonly example: Readonly<Record<'money' | 'rate' | 'count' | 'number' | 'date', string>>
  readonly unit: (unit: string) => string
  readonly fault: Readonly<Record<ValueFault, string>>
  readonly reads: (value: string) => string
  readonly pile: Readonly<Record<Pile, string>>
  readonly pileSay: Readonly<Partial<Record<Pile, string>>>
  readonly near: string
  readonly nearSay: string
  readonly opens: string
  readonly stillOpen: (count: number) => string
  readonly unknownList: string
  readonly unmetList: string
  readonly heldList: string
  readonly servicesList: string
  readonly withoutTextList: string
  readonly withoutThingList: string
  readonly leftOutList: string
  readonly supply: string
  readonly judge: string
  readonly hole: string
  readonly reasons: string
  readonly conditions: string
  readonly amount: string
  readonly evidence: string
  readonly asks: (tests: string) => string
  readonly absent: (says: string) => string
  readonly basis: string
  readonly change: string
  readonly unchangeable: string
  readonly page: string
  readonly nothing: string
  readonly answers: string
  readonly edit: string
  readonly save: string
  readonly cancel: string
  readonly remove: string
  readonly notKnown: string
  readonly noneOf: (kind: string) => string
  readonly nothingAnswered: string
  readonly things: string
  readonly thingsSay: string
  readonly add: (kind: string) => string
  readonly moreQuestions: (count: number) => string
  readonly pick: string
  readonly tools: string
  readonly share: string
  readonly shareSay: string
  readonly copy: string
  readonly copied: string
  readonly link: string
  readonly print: string
  readonly forget: string
  readonly forgetAsk: string
  readonly forgotten: string
  readonly shared: string
  readonly sharedAsk: string
  readonly useShared: string
  readonly keepMine: string
  readonly fragment: Readonly<Record<FragmentFault, string>>
  readonly ladders: string
  readonly rungHeld: string
  readonly rungNext: string
  readonly gap: (rung: string) => string
  readonly top: string
  readonly noRule: string
  readonly usedUp: (on: string) => string
  readonly against: (measure: string) => string
  readonly once: string
  readonly addsNothing: string
}
