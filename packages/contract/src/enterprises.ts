import { z } from 'zod'
import { Bilingual, Day } from './bilingual.ts'
import { MemberScope } from './identity.ts'
import { Named, Subject } from './measures.ts'
import { PageQuery, pageOf } from './page.ts'

const Id = z.uuid()
const Instant = z.iso.datetime()

/** How well a value is proved: A by the authority that issued it, B checked at the window, C uploaded, D self-declared. */
export const Grade = z.enum(['A', 'B', 'C', 'D']).meta({ id: 'Grade' })
export type Grade = z.infer<typeof Grade>

/** Kinds of things that an enterprise may have none, one or many of. */
export const ThingKind = z
  .enum(['project', 'contract', 'loan', 'hire', 'product', 'exhibition', 'cluster'])
  .meta({ id: 'ThingKind' })
export type ThingKind = z.infer<typeof ThingKind>

/**
 * A value of a fact: a truth; a day (`YYYY-MM-DD` or `never`) or a code; or an exact number as text, where
 * money is in fen and a rate is a fraction (`0.05`).
 */
export const FactValue = z.union([z.boolean(), z.string()]).meta({ id: 'FactValue' })
export type FactValue = z.infer<typeof FactValue>

/** What a value is. */
export const FactType = z
  .enum(['money', 'rate', 'count', 'number', 'date', 'boolean', 'code'])
  .meta({ id: 'FactType' })
export type FactType = z.infer<typeof FactType>

/** An enterprise as it stands in a list. */
export const EnterpriseSummary = z
  .object({
    id: Id,
    uscc: z.string(),
    name: z.string(),
    district: Named.nullable(),
    industry: Named.nullable(),
    /** Made up for demonstrations and tests. */
    isSynthetic: z.boolean(),
    /** Whether the caller is a member. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'EnterpriseSummary' })
export type EnterpriseSummary = z.infer<typeof EnterpriseSummary>

/** One page of enterprises. */
export const EnterprisePage = pageOf('EnterprisePage', EnterpriseSummary)
export type EnterprisePage = z.infer<typeof EnterprisePage>

/** Which of the enterprises that the caller acts for or reaches. */
export const EnterpriseQuery = PageQuery.extend({
  /** A part of the name, or the beginning of the USCC. */
  text: z.string().trim().max(100).optional(),
  /** `members`: only those the caller is a member of. */
  by: z.enum(['members', 'posts']).optional(),
})
export type EnterpriseQuery = z.infer<typeof EnterpriseQuery>

/** A value that the engine works out; null while facts are missing. */
export const DerivedFact = z
  .object({
    fact: z.string(),
    name: Bilingual,
    year: z.int().nullable(),
    value: FactValue.nullable(),
    text: Bilingual.nullable(),
    /** What it still needs. */
    missing: z.array(z.object({ fact: z.string(), year: z.int().nullable(), name: Bilingual })),
  })
  .meta({ id: 'DerivedFact' })
export type DerivedFact = z.infer<typeof DerivedFact>

/** A ladder as it stands: ids and names of the rung held and the one above. */
export const LadderStanding = z
  .object({ ladder: Named, current: Named.nullable(), next: Named.nullable() })
  .meta({ id: 'LadderStanding' })
export type LadderStanding = z.infer<typeof LadderStanding>

/** What may be done with a file. */
export const Enterprise = EnterpriseSummary.extend({
  /** Null when the caller reads it by a post. */
  scopes: z.array(MemberScope).nullable(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  /** Size class, above-size and growth, by the engine. */
  derived: z.array(DerivedFact),
  ladders: z.array(LadderStanding),
  facts: z.int().nonnegative(),
  conflicts: z.int().nonnegative(),
  lastStatedAt: Instant.nullable(),
}).meta({ id: 'Enterprise' })
export type Enterprise = z.infer<typeof Enterprise>

/** One source's word on a fact. */
export const Statement = z
  .object({
    id: z.int(),
    /** Null: taken back. */
    value: FactValue.nullable(),
    text: Bilingual.nullable(),
    source: z.string(),
    sourceName: Bilingual,
    grade: Grade,
    /** The name of who stated it; null for imports and people the caller may not know. */
    statedBy: z.string().nullable(),
    /** The batch it came in with. */
    batch: Id.nullable(),
    statedAt: Instant,
  })
  .meta({ id: 'Statement' })
export type Statement = z.infer<typeof Statement>

/** A thing by name. */
export const ThingName = z
  .object({ id: Id, kind: ThingKind, name: z.string() })
  .meta({ id: 'ThingName' })
export type ThingName = z.infer<typeof ThingName>

/** A fact of the file: the value that counts, and what other sources say. */
export const HeldFact = z
  .object({
    fact: z.string(),
    name: Bilingual,
    subject: Subject,
    type: FactType,
    year: z.int().nullable(),
    thing: ThingName.nullable(),
    /** The best grade counts, then the latest. */
    current: Statement,
    /** The latest words of the other sources, those that agree as well. */
    others: z.array(Statement),
    /** Whether another source says something else. */
    isInConflict: z.boolean(),
    /** The statement of one's own that can be taken back. */
    ownStatement: z.int().nullable(),
  })
  .meta({ id: 'HeldFact' })
export type HeldFact = z.infer<typeof HeldFact>

/** One page of the facts of a file, in the order of their ids. */
export const HeldFactPage = pageOf('HeldFactPage', HeldFact)
export type HeldFactPage = z.infer<typeof HeldFactPage>

/** Which facts of the file. */
export const HeldFactQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  /** Only those in conflict. */
  conflicts: z.stringbool().optional(),
})
export type HeldFactQuery = z.infer<typeof HeldFactQuery>

/** Everything that was ever said of one fact, the latest first. */
export const FactHistory = pageOf('FactHistory', Statement)
export type FactHistory = z.infer<typeof FactHistory>

/** Of which year and thing; page by page. */
export const FactHistoryQuery = PageQuery.extend({
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  thing: Id.optional(),
})
export type FactHistoryQuery = z.infer<typeof FactHistoryQuery>

/**
 * A value that the enterprise declares, as people write it: `8600万元`, `5%`, `2024-05-01`, 是, a code or its
 * name; null takes the own word back.
 */
export const NewStatement = z
  .object({
    fact: z.string().min(1).max(200),
    year: z.int().min(1900).max(2200).nullable().default(null),
    thing: Id.nullable().default(null),
    value: z.union([z.string().max(500), z.number(), z.boolean()]).nullable(),
    /** `fen` for money that is a whole number of fen. */
    unit: z.enum(['plain', 'fen']).default('plain'),
  })
  .meta({ id: 'NewStatement' })
export type NewStatement = z.infer<typeof NewStatement>

const STATEMENTS_AT_MOST = 500

/** Several values that are declared together: all of them or none. */
export const Declaration = z
  .object({ statements: z.array(NewStatement).min(1).max(STATEMENTS_AT_MOST) })
  .meta({ id: 'Declaration' })
export type Declaration = z.infer<typeof Declaration>

/** The facts as they stand after a change; those that nobody states any more are gone. */
export const DeclaredFacts = z
  .object({
    entries: z.array(HeldFact),
    /** The new statements, in the order in which they were asked for. */
    statements: z.array(z.int()),
  })
  .meta({ id: 'DeclaredFacts' })
export type DeclaredFacts = z.infer<typeof DeclaredFacts>

/** A thing with how many facts are known of it. */
export const Thing = ThingName.extend({
  facts: z.int().nonnegative(),
  createdAt: Instant,
}).meta({ id: 'Thing' })
export type Thing = z.infer<typeof Thing>

/** The things of an enterprise, and the kinds of which it is known to have none. */
export const ThingList = z
  .object({ entries: z.array(Thing), absent: z.array(ThingKind) })
  .meta({ id: 'ThingList' })
export type ThingList = z.infer<typeof ThingList>

const ThingLabel = z.string().trim().min(1).max(200)

/** A thing to be added. */
export const NewThing = z.object({ kind: ThingKind, name: ThingLabel }).meta({ id: 'NewThing' })
export type NewThing = z.infer<typeof NewThing>

/** The new name of a thing. */
export const ThingChange = z.object({ name: ThingLabel }).meta({ id: 'ThingChange' })
export type ThingChange = z.infer<typeof ThingChange>

/** Whether the enterprise has none of a kind. */
export const Absence = z.object({ isAbsent: z.boolean() }).meta({ id: 'Absence' })
export type Absence = z.infer<typeof Absence>

/** A benefit received before. */
export const PastAward = z
  .object({
    id: Id,
    measure: z.string(),
    name: Bilingual,
    grantedOn: Day,
    amountFen: z.int().nonnegative().nullable(),
    source: z.string(),
    grade: Grade,
  })
  .meta({ id: 'PastAward' })
export type PastAward = z.infer<typeof PastAward>

/** The benefits received before, the latest first. */
export const PastAwardList = z.object({ entries: z.array(PastAward) }).meta({ id: 'PastAwardList' })
export type PastAwardList = z.infer<typeof PastAwardList>

/** A benefit received before, as the enterprise declares it. */
export const NewPastAward = z
  .object({
    measure: z.string().min(1).max(200),
    grantedOn: Day,
    amountFen: z.int().nonnegative().nullable().default(null),
  })
  .meta({ id: 'NewPastAward' })
export type NewPastAward = z.infer<typeof NewPastAward>

/** What the file may be used for beyond looking at it. */
export const ConsentPurpose = z
  .enum(['match', 'automatic', 'share-with-banks'])
  .meta({ id: 'ConsentPurpose' })
export type ConsentPurpose = z.infer<typeof ConsentPurpose>

/** A consent as it stands; null: never given, or withdrawn. */
export const Consent = z
  .object({
    purpose: ConsentPurpose,
    isGiven: z.boolean(),
    givenAt: Instant.nullable(),
    givenBy: z.string().nullable(),
  })
  .meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>

/** All purposes. */
export const ConsentList = z.object({ entries: z.array(Consent) }).meta({ id: 'ConsentList' })
export type ConsentList = z.infer<typeof ConsentList>

/** Gives or withdraws a consent. */
export const ConsentChange = z.object({ isGiven: z.boolean() }).meta({ id: 'ConsentChange' })
export type ConsentChange = z.infer<typeof ConsentChange>

/** The form of a whole file. */
export const FileFormat = z.enum(['yaml', 'json', 'csv']).meta({ id: 'FileFormat' })
export type FileFormat = z.infer<typeof FileFormat>

/** The form wanted. */
export const ExportQuery = z.object({ format: FileFormat.default('yaml') })
export type ExportQuery = z.infer<typeof ExportQuery>

/** A file that the owner sends in; nothing changes before it is confirmed. */
export const NewDraft = z
  .object({
    fileName: z.string().trim().min(1).max(200),
    format: FileFormat,
    text: z.string().min(1).max(900_000),
  })
  .meta({ id: 'NewDraft' })
export type NewDraft = z.infer<typeof NewDraft>

/** A value that a draft would declare. */
export const DraftChange = z
  .object({
    fact: z.string(),
    name: Bilingual,
    year: z.int().nullable(),
    /** The name and kind of the thing it is about; null for the enterprise. */
    thing: z.object({ kind: ThingKind, name: z.string(), isNew: z.boolean() }).nullable(),
    from: Bilingual.nullable(),
    to: Bilingual,
  })
  .meta({ id: 'DraftChange' })
export type DraftChange = z.infer<typeof DraftChange>

/** A file that waits to be confirmed, with what it would change. */
export const Draft = z
  .object({
    id: Id,
    fileName: z.string(),
    madeAt: Instant,
    state: z.enum(['waiting', 'confirmed', 'dropped']),
    changes: z.array(DraftChange),
    /** Benefits received before that would be added. */
    awards: z.array(z.object({ measure: z.string(), name: Bilingual, grantedOn: Day })),
    /** Things that would be added. */
    things: z.array(z.object({ kind: ThingKind, name: z.string() })),
    /** Kinds of things of which there would be none. */
    absent: z.array(ThingKind),
    /** Oddities that do not stand in the way. */
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: 'Draft' })
export type Draft = z.infer<typeof Draft>

/** The vocabulary: every fact that can be stated, with its type, question and codes. */
export const FactDefinition = z
  .object({
    id: z.string(),
    subject: Subject,
    name: Bilingual,
    type: FactType,
    unit: Bilingual.nullable(),
    period: z.enum(['point', 'year']),
    /** The id of a code list. */
    codes: z.string().nullable(),
    question: Bilingual,
    source: z.string(),
    sourceName: Bilingual,
    grade: Grade,
    /** The engine can work it out of other facts. */
    isDerived: z.boolean(),
    /** Only an officer can tell. */
    isJudgement: z.boolean(),
  })
  .meta({ id: 'FactDefinition' })
export type FactDefinition = z.infer<typeof FactDefinition>

/** Everything that files are written in. */
export const Vocabulary = z
  .object({
    facts: z.array(FactDefinition),
    codeLists: z.array(
      z.object({
        id: z.string(),
        name: Bilingual,
        codes: z.array(
          z.object({ code: z.string(), name: Bilingual, parent: z.string().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'Vocabulary' })
export type Vocabulary = z.infer<typeof Vocabulary>
