import { z } from 'zod'
import { Bilingual, Day } from './bilingual.ts'
import { EnterpriseSummary, LadderStanding } from './enterprises.ts'
import { MeasureSummary } from './measures.ts'
import { PageQuery, pageOf } from './page.ts'
import {
  FenRange,
  NextQuestion,
  VerdictChange,
  VerdictCounts,
  VerdictSummary,
} from './screening.ts'

const Instant = z.iso.datetime()

/** A day that matters to the enterprise. */
export const Deadline = z
  .object({
    measure: MeasureSummary,
    day: Day,
    daysLeft: z.int(),
    /** `title-ends`: a title of its own runs out. */
    kind: z.enum(['closes', 'opens', 'title-ends']),
    /** For titles: what ends. */
    title: Bilingual.nullable(),
    isMet: z.boolean(),
  })
  .meta({ id: 'Deadline' })
export type Deadline = z.infer<typeof Deadline>

/** A title of its own that runs out. */
export const TitleEnd = z
  .object({ title: z.string(), name: Bilingual, validUntil: Day, daysLeft: z.int() })
  .meta({ id: 'TitleEnd' })
export type TitleEnd = z.infer<typeof TitleEnd>

/** The first page of the workspace. */
export const Home = z
  .object({
    enterprise: EnterpriseSummary,
    day: Day,
    counts: VerdictCounts,
    /** What can be had now in the best legal combination: without being asked for, and to apply for. */
    worth: FenRange,
    automatic: z.object({ worth: FenRange, entries: z.array(VerdictSummary) }),
    /** Met and open to apply for now, larger first. */
    apply: z.object({ worth: FenRange, entries: z.array(VerdictSummary) }),
    /** Windows of what is met, open or followed, the nearest first. */
    deadlines: z.array(Deadline.omit({ title: true })),
    titles: z.array(TitleEnd),
    questions: z.array(NextQuestion),
    ladders: z.array(LadderStanding),
    changes: z.object({ since: Instant.nullable(), entries: z.array(VerdictChange) }),
    unread: z.int().nonnegative(),
  })
  .meta({ id: 'Home' })
export type Home = z.infer<typeof Home>

/** A measure that somebody of the enterprise put aside. */
export const SavedMeasure = z
  .object({
    measure: MeasureSummary,
    isFollowed: z.boolean(),
    note: z.string(),
    savedBy: z.string().nullable(),
    savedAt: Instant,
  })
  .meta({ id: 'SavedMeasure' })
export type SavedMeasure = z.infer<typeof SavedMeasure>

/** One page of saved measures, the latest first. */
export const SavedMeasurePage = pageOf('SavedMeasurePage', SavedMeasure)
export type SavedMeasurePage = z.infer<typeof SavedMeasurePage>

/** Which saved measures. */
export const SavedMeasureQuery = PageQuery.extend({
  followed: z.stringbool().optional(),
})
export type SavedMeasureQuery = z.infer<typeof SavedMeasureQuery>

/** What is kept with a saved measure. */
export const SavedMeasureChange = z
  .object({
    isFollowed: z.boolean().default(false),
    note: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'SavedMeasureChange' })
export type SavedMeasureChange = z.infer<typeof SavedMeasureChange>

/** What a message is about. */
export const MessageKind = z
  .enum([
    'call-opens',
    'call-opened',
    'call-closes',
    'measure-changed',
    'measure-withdrawn',
    'other',
  ])
  .meta({ id: 'MessageKind' })
export type MessageKind = z.infer<typeof MessageKind>

/** A message to the enterprise or to the account. */
export const Message = z
  .object({
    id: z.int(),
    kind: MessageKind,
    title: Bilingual,
    body: Bilingual,
    /** The measure to look at. */
    measure: z.string().nullable(),
    isForAll: z.boolean(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

/** One page of messages, the latest first. */
export const MessagePage = pageOf('MessagePage', Message)
export type MessagePage = z.infer<typeof MessagePage>

/** Which messages. */
export const MessageQuery = PageQuery.extend({
  unread: z.stringbool().optional(),
})
export type MessageQuery = z.infer<typeof MessageQuery>

/** Marks messages as read; without ids all of them. */
export const ReadMark = z
  .object({ ids: z.array(z.int()).max(500).optional() })
  .meta({ id: 'ReadMark' })
export type ReadMark = z.infer<typeof ReadMark>

/** How many were marked. */
export const MarkedRead = z.object({ marked: z.int().nonnegative() }).meta({ id: 'MarkedRead' })
export type MarkedRead = z.infer<typeof MarkedRead>
