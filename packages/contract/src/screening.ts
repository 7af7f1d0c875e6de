import { z } from 'zod'
import { Bilingual, Day } from './bilingual.ts'
import { DerivedFact, FactType, FactValue, Grade, NewStatement, ThingKind } from './enterprises.ts'
import { MeasureSummary, Named } from './measures.ts'
import { PageQuery } from './page.ts'

const Instant = z.iso.datetime()

/** The answer for one measure. */
export const Outcome = z
  .enum(['met', 'unmet', 'unknown', 'needs-review', 'not-in-force'])
  .meta({ id: 'Outcome' })
export type Outcome = z.infer<typeof Outcome>

/** An amount in fen; an open high end is null. */
export const FenRange = z
  .object({ lowFen: z.int(), highFen: z.int().nullable() })
  .meta({ id: 'FenRange' })
export type FenRange = z.infer<typeof FenRange>

/** A fact that is wanted. */
export const NeededFact = z
  .object({
    fact: z.string(),
    year: z.int().nullable(),
    name: Bilingual,
    question: Bilingual,
    type: FactType,
    codes: z.string().nullable(),
  })
  .meta({ id: 'NeededFact' })
export type NeededFact = z.infer<typeof NeededFact>

/** A thing of the enterprise that a measure is about. */
export const VerdictThing = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'VerdictThing' })
export type VerdictThing = z.infer<typeof VerdictThing>

/** A change that would turn an unmet verdict. */
export const NeededChange = z
  .object({
    says: Bilingual,
    /** `hold`: it has to be so; `cease`: it must no longer be so. */
    to: z.enum(['hold', 'cease']),
    /** How far it is off; null when that cannot be measured. */
    distance: Bilingual.nullable(),
    provision: z.string(),
  })
  .meta({ id: 'NeededChange' })
export type NeededChange = z.infer<typeof NeededChange>

/** One measure answered for the enterprise or one of its things. */
export const VerdictSummary = z
  .object({
    /** Stands for the measure and the thing together. */
    key: z.string(),
    measure: MeasureSummary,
    thing: VerdictThing.nullable(),
    outcome: Outcome,
    /** Null when unmet or no money. */
    amount: FenRange.nullable(),
    amountText: Bilingual.nullable(),
    /** What it counts for in the best legal combination; null when it is not in it. */
    counted: FenRange.nullable(),
    /** Why a met benefit is not in the best combination. */
    leftOut: z.array(Bilingual),
    /** How a met benefit may be handled by the grades of the facts used. */
    handling: z.enum(['automatic', 'fast', 'manual']).nullable(),
    /** Met, but a benefit received before uses it up. */
    isUsedUp: z.boolean(),
    /** Why not, or what is open, in a few words; empty unless asked for. */
    reasons: z.array(Bilingual),
  })
  .meta({ id: 'VerdictSummary' })
export type VerdictSummary = z.infer<typeof VerdictSummary>

/** Verdicts by what they are to the enterprise; `open` is unknown or to be reviewed. */
export const VerdictPile = z
  .enum([
    'met',
    'open',
    'unmet',
    'held',
    'services',
    'without-text',
    'without-thing',
    'not-in-force',
  ])
  .meta({ id: 'VerdictPile' })
export type VerdictPile = z.infer<typeof VerdictPile>

/** How many verdicts there are of each pile. */
export const VerdictCounts = z
  .object({
    met: z.int(),
    open: z.int(),
    unmet: z.int(),
    held: z.int(),
    services: z.int(),
    'without-text': z.int(),
    'without-thing': z.int(),
    'not-in-force': z.int(),
  })
  .meta({ id: 'VerdictCounts' })
export type VerdictCounts = z.infer<typeof VerdictCounts>

/** One page of verdicts with the counts and the total of all. */
export const VerdictPage = z
  .object({
    entries: z.array(VerdictSummary),
    next: z.string().nullable(),
    total: z.int().nonnegative(),
    counts: VerdictCounts,
    /** What the best legal combination of everything met is worth. */
    worth: FenRange,
    day: Day,
  })
  .meta({ id: 'VerdictPage' })
export type VerdictPage = z.infer<typeof VerdictPage>

/** Which verdicts are wanted: those met unless another pile is named. */
export const VerdictQuery = PageQuery.extend({
  pile: VerdictPile.default('met'),
  /** Whether to say why. */
  reasons: z.stringbool().optional(),
})
export type VerdictQuery = z.infer<typeof VerdictQuery>

/** A question with what its answer is good for. */
export const NextQuestion = z
  .object({
    /** Null when it is asked whether there are things of a kind at all. */
    asked: NeededFact.nullable(),
    things: ThingKind.nullable(),
    thing: VerdictThing.nullable(),
    /** How many measures wait for it, and for how many it is the only thing missing. */
    touches: z.int(),
    decides: z.int(),
    /** The first few measures that it decides, else of those that wait for it. */
    measures: z.array(Named),
  })
  .meta({ id: 'NextQuestion' })
export type NextQuestion = z.infer<typeof NextQuestion>

/** What to ask, the most worthwhile first. */
export const QuestionList = z
  .object({ entries: z.array(NextQuestion), total: z.int().nonnegative() })
  .meta({ id: 'QuestionList' })
export type QuestionList = z.infer<typeof QuestionList>

/** How many entries are wanted. */
export const TopQuery = PageQuery.pick({ format: true }).extend({
  limit: z.coerce.number().int().min(1).max(100).default(10),
})
export type TopQuery = z.infer<typeof TopQuery>

/** Measures that fail by one value alone. */
export const NearMissGroup = z
  .object({
    /** The value that would have to be another one; null: a choice between several values. */
    about: z.object({ fact: z.string(), year: z.int().nullable(), name: Bilingual }).nullable(),
    measures: z.int(),
    /** The first few, with what is missing. */
    entries: z.array(
      z.object({
        measure: Named,
        thing: VerdictThing.nullable(),
        changes: z.array(NeededChange),
      }),
    ),
  })
  .meta({ id: 'NearMissGroup' })
export type NearMissGroup = z.infer<typeof NearMissGroup>

/** Near misses by value, most measures first. */
export const NearMissList = z
  .object({ entries: z.array(NearMissGroup), total: z.int().nonnegative() })
  .meta({ id: 'NearMissList' })
export type NearMissList = z.infer<typeof NearMissList>

/** A value that a condition looked at. */
export const UsedFact = z
  .object({
    fact: z.string(),
    year: z.int().nullable(),
    name: Bilingual,
    value: FactValue,
    text: Bilingual,
    source: z.string().nullable(),
    grade: Grade.nullable(),
  })
  .meta({ id: 'UsedFact' })
export type UsedFact = z.infer<typeof UsedFact>

/** One condition and how it came out; a group has parts, a leaf has a value and a bound. */
export interface TraceNode {
  kind: 'leaf' | 'all' | 'any' | 'except'
  path: string
  provision: string
  says: Bilingual
  truth: 'true' | 'false' | 'open'
  /** Empty for leaves. */
  parts: TraceNode[]
  /** What a leaf asks for, in words; null for groups. */
  asks: Bilingual | null
  /** What was found; null while nothing is known. */
  found: Bilingual | null
  distance: Bilingual | null
  uses: z.infer<typeof UsedFact>[]
  missing: z.infer<typeof NeededFact>[]
  /** Holes in the text and judgements that are to be made. */
  waits: Bilingual[]
}

/** One condition and how it came out; a group has parts, a leaf has a value and a bound. */
export const TraceNode: z.ZodType<TraceNode> = z
  .object({
    kind: z.enum(['leaf', 'all', 'any', 'except']),
    path: z.string(),
    provision: z.string(),
    says: Bilingual,
    truth: z.enum(['true', 'false', 'open']),
    get parts() {
      return z.array(TraceNode)
    },
    asks: Bilingual.nullable(),
    found: Bilingual.nullable(),
    distance: Bilingual.nullable(),
    uses: z.array(UsedFact),
    missing: z.array(NeededFact),
    waits: z.array(Bilingual),
  })
  .meta({ id: 'TraceNode' })

/** One measure explained for the enterprise or one of its things. */
export const Explanation = z
  .object({
    verdict: VerdictSummary,
    /** Null when the measure has no rule or is not in force. */
    trace: TraceNode.nullable(),
    /** The fewest changes that turn an unmet verdict; null when nothing that can be changed does. */
    changes: z.array(NeededChange).nullable(),
    missing: z.array(NeededFact),
    evidence: z.array(
      z.object({
        id: z.string(),
        name: Bilingual,
        grade: Grade,
        /** Facts it proves whose grade is weaker than asked for. */
        weak: z.array(UsedFact),
      }),
    ),
    /** How the amount was worked out, in words. */
    amountRule: Bilingual.nullable(),
    usedUpBy: z.array(z.object({ measure: Named, grantedOn: Day, amountFen: z.int().nullable() })),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>

/** For which thing; without it the first one, or none. */
export const ExplanationQuery = z.object({ thing: z.uuid().optional() })
export type ExplanationQuery = z.infer<typeof ExplanationQuery>

/** One rung of a ladder. */
export const Rung = z
  .object({
    id: z.string(),
    name: Bilingual,
    /** Null: not known. */
    isHeld: z.boolean().nullable(),
    grantedOn: z.string().nullable(),
    validUntil: z.string().nullable(),
    /** What leads here, on the day. */
    verdicts: z.array(
      z.object({
        measure: Named,
        outcome: Outcome,
        /** The gap: what would have to change; null when nothing that can be changed does. */
        changes: z.array(NeededChange).nullable(),
        missing: z.array(NeededFact),
      }),
    ),
    score: z.object({ low: z.string(), high: z.string(), max: z.string() }).nullable(),
  })
  .meta({ id: 'Rung' })
export type Rung = z.infer<typeof Rung>

/** A ladder filled in. */
export const Ladder = z
  .object({
    id: z.string(),
    name: Bilingual,
    /** Ids of rungs. */
    current: z.string().nullable(),
    next: z.string().nullable(),
    rungs: z.array(Rung),
  })
  .meta({ id: 'Ladder' })
export type Ladder = z.infer<typeof Ladder>

/** All ladders. */
export const LadderList = z.object({ entries: z.array(Ladder) }).meta({ id: 'LadderList' })
export type LadderList = z.infer<typeof LadderList>

/** Facts that are only supposed; nothing is kept. */
export const Supposition = z
  .object({
    statements: z.array(NewStatement).max(200),
    /** Things supposed to exist, each named by an id of the caller's own that statements use. */
    things: z
      .array(z.object({ id: z.uuid(), kind: ThingKind, name: z.string().trim().min(1).max(200) }))
      .max(20)
      .default([]),
  })
  .meta({ id: 'Supposition' })
export type Supposition = z.infer<typeof Supposition>

/** A verdict that differs between two states of the file. */
export const VerdictDifference = z
  .object({
    key: z.string(),
    measure: Named,
    thing: VerdictThing.nullable(),
    from: z.object({
      outcome: z.enum(['met', 'open', 'unmet', 'none']),
      amount: FenRange.nullable(),
    }),
    to: z.object({
      outcome: z.enum(['met', 'open', 'unmet', 'none']),
      amount: FenRange.nullable(),
    }),
  })
  .meta({ id: 'VerdictDifference' })
export type VerdictDifference = z.infer<typeof VerdictDifference>

/** What would be, beside what is. */
export const WhatIf = z
  .object({
    counts: VerdictCounts,
    worth: FenRange,
    before: z.object({ counts: VerdictCounts, worth: FenRange }),
    /** Verdicts that become or cease to be met first; at most 200. */
    differences: z.array(VerdictDifference),
    derived: z.array(DerivedFact),
  })
  .meta({ id: 'WhatIf' })
export type WhatIf = z.infer<typeof WhatIf>

/** Why a verdict is another one than before. */
export const ChangeCause = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('fact'),
      fact: z.string(),
      year: z.int().nullable(),
      name: Bilingual,
      from: Bilingual.nullable(),
      to: Bilingual.nullable(),
    }),
    z.object({
      kind: z.literal('rule'),
      change: z.enum(['published', 'changed', 'withdrawn']),
      on: Day,
    }),
    z.object({ kind: z.literal('date'), from: Day, to: Day }),
    z.object({ kind: z.literal('thing'), name: z.string() }),
  ])
  .meta({ id: 'ChangeCause' })
export type ChangeCause = z.infer<typeof ChangeCause>

/** A verdict that is another one than at the last visit, and why. */
export const VerdictChange = VerdictDifference.extend({ causes: z.array(ChangeCause) }).meta({
  id: 'VerdictChange',
})
export type VerdictChange = z.infer<typeof VerdictChange>

/** What changed since the caller last looked; at the first visit there is nothing to compare with. */
export const ChangesSince = z
  .object({
    since: Instant.nullable(),
    entries: z.array(VerdictChange),
    worth: z.object({ from: FenRange.nullable(), to: FenRange }),
  })
  .meta({ id: 'ChangesSince' })
export type ChangesSince = z.infer<typeof ChangesSince>
