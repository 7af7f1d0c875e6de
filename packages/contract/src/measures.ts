import { z } from 'zod'
import { Bilingual, Day } from './bilingual.ts'
import { ListQuery, PageQuery } from './page.ts'

/**
 * Where a measure stands on a day: its windows, or that it has not begun or has expired. What needs no
 * application is open as long as it is in force; `unscheduled`: no window has been published.
 */
export const MeasureStatus = z
  .enum(['coming', 'open', 'closing', 'closed', 'unscheduled', 'not-yet-in-force', 'expired'])
  .meta({ id: 'MeasureStatus' })
export type MeasureStatus = z.infer<typeof MeasureStatus>

/** Who has to act first. */
export const Delivery = z
  .enum(['apply', 'instant', 'automatic', 'service'])
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>

/** What kind of thing a measure gives. */
export const BenefitKind = z
  .enum([
    'award',
    'subsidy',
    'interest-subsidy',
    'voucher',
    'relief',
    'guarantee',
    'loan',
    'investment',
    'claim',
    'title',
    'service',
  ])
  .meta({ id: 'BenefitKind' })
export type BenefitKind = z.infer<typeof BenefitKind>

/** What a measure is about: the enterprise itself or one of its things. */
export const Subject = z
  .enum(['enterprise', 'project', 'contract', 'loan', 'hire', 'product', 'exhibition', 'cluster'])
  .meta({ id: 'Subject' })
export type Subject = z.infer<typeof Subject>

/** Something named by its id. */
export const Named = z.object({ id: z.string(), name: Bilingual }).meta({ id: 'Named' })
export type Named = z.infer<typeof Named>

/** A piece of a text in which words of the search stand; `marks` are offsets in UTF-16 units, end not included. */
export const Snippet = z
  .object({
    field: z.enum(['name', 'plain', 'further']),
    language: z.enum(['zh', 'en']),
    text: z.string(),
    marks: z.array(z.object({ from: z.int(), to: z.int() })),
  })
  .meta({ id: 'Snippet' })
export type Snippet = z.infer<typeof Snippet>

/** A measure as it stands in a list. */
export const MeasureSummary = z
  .object({
    id: z.string(),
    name: Bilingual,
    plain: Bilingual,
    instrument: Named,
    lead: Named,
    delivery: Delivery,
    kind: BenefitKind.nullable(),
    about: Subject,
    status: MeasureStatus,
    inForceFrom: Day,
    /** The first day to apply, or of being in force when that is yet to come. */
    opensOn: Day.nullable(),
    /** The last day to apply, when the window has a known end. */
    closesOn: Day.nullable(),
    daysLeft: z.int().nullable(),
    /** The most one enterprise can get, in fen; null when it is no money or has no known end. */
    mostFen: z.int().nullable(),
    /** The amount in a few words; null when there is none. */
    amount: Bilingual.nullable(),
    /** Where the words of the search stand; empty without a search. */
    snippets: z.array(Snippet),
  })
  .meta({ id: 'MeasureSummary' })
export type MeasureSummary = z.infer<typeof MeasureSummary>

/** One page of measures. */
export const MeasurePage = z
  .object({
    entries: z.array(MeasureSummary),
    next: z.string().nullable(),
    total: z.int().nonnegative(),
    /** The search as it was answered, when its spelling was put right. */
    spelling: z.string().nullable(),
    /** True when nothing has all the words, so that the entries have only many of them. */
    isLoose: z.boolean(),
  })
  .meta({ id: 'MeasurePage' })
export type MeasurePage = z.infer<typeof MeasurePage>

const VALUES_AT_MOST = 50

/** One value or several, each of which may hold. */
const several = <Value extends z.ZodType>(value: Value) =>
  z.union([z.array(value).max(VALUES_AT_MOST), value]).optional()

const Id = z.string().min(1).max(200)

/** Which measures are wanted; all when nothing is said. Filters add up, several values of one widen it. */
export const MeasureFilter = z.object({
  text: z.string().max(200).optional(),
  status: several(MeasureStatus),
  delivery: several(Delivery),
  kind: several(BenefitKind),
  about: several(Subject),
  agency: several(Id),
  instrument: several(Id),
  /** Measures of the district and of the whole city. */
  district: several(Id),
  /** Measures for the industry and for every industry. */
  industry: several(Id),
  /** Measures that ask for the title or grant it. */
  title: several(Id),
  amountAtLeastFen: z.coerce.number().int().nonnegative().optional(),
})
export type MeasureFilter = z.infer<typeof MeasureFilter>

/** `best`: what fits the words, then what is open, then the order of the corpus. */
export const MeasureOrder = z
  .enum(['best', 'newest', 'deadline', 'amount'])
  .meta({ id: 'MeasureOrder' })
export type MeasureOrder = z.infer<typeof MeasureOrder>

/** The language of feeds and tables. */
const language = z.enum(['zh', 'en']).optional()

/** A page of the wanted measures, or all of them as a table. */
export const MeasureQuery = MeasureFilter.extend({
  ...PageQuery.shape,
  order: MeasureOrder.default('best'),
  language,
})
export type MeasureQuery = z.infer<typeof MeasureQuery>

/** A value to filter by and how many measures the list would have with it instead of others of its kind. */
export const FacetValue = z
  .object({ id: z.string(), name: Bilingual.nullable(), count: z.int().positive() })
  .meta({ id: 'FacetValue' })
export type FacetValue = z.infer<typeof FacetValue>

/** What the wanted measures can be narrowed by; names of fixed words are null. */
export const MeasureFacets = z
  .object({
    total: z.int().nonnegative(),
    status: z.array(FacetValue),
    delivery: z.array(FacetValue),
    kind: z.array(FacetValue),
    about: z.array(FacetValue),
    agency: z.array(FacetValue),
    instrument: z.array(FacetValue),
    district: z.array(FacetValue),
    industry: z.array(FacetValue),
    title: z.array(FacetValue),
    amountAtLeastFen: z.array(z.object({ fen: z.int(), count: z.int().positive() })),
  })
  .meta({ id: 'MeasureFacets' })
export type MeasureFacets = z.infer<typeof MeasureFacets>

/** A place in an instrument; the title is null where none is known. */
export const ProvisionPlace = z
  .object({ id: z.string(), title: Bilingual.nullable() })
  .meta({ id: 'ProvisionPlace' })
export type ProvisionPlace = z.infer<typeof ProvisionPlace>

/**
 * A line of the conditions, in the order of the text: `depth` 0 is the whole, the parts of a group follow
 * it one deeper. `all`: every part; `any`: one part; `except`: none of the parts; `leaf`: one comparison.
 */
export const ConditionLine = z
  .object({
    depth: z.int().nonnegative(),
    kind: z.enum(['leaf', 'all', 'any', 'except']),
    says: Bilingual,
    provision: ProvisionPlace,
    /** The comparison in words, for figures, days and codes; null where the statement says it all. */
    comparison: Bilingual.nullable(),
    /** The facts it looks at, with the question for each. */
    facts: z.array(z.object({ id: z.string(), name: Bilingual, question: Bilingual })),
  })
  .meta({ id: 'ConditionLine' })
export type ConditionLine = z.infer<typeof ConditionLine>

/** What an amount is made of; sums in fen, rates as texts such as `20%`. */
export const AmountParts = z.object({
  says: Bilingual,
  rate: z.string().nullable(),
  /** What the rate or the sum for each unit is counted on. */
  base: Bilingual.nullable(),
  fixedFen: z.int().nullable(),
  perUnitFen: z.int().nullable(),
  floorFen: z.int().nullable(),
  capFen: z.int().nullable(),
  /** The text only bounds it and an officer decides. */
  isDecidedByOfficer: z.boolean(),
  /** The text gives no figure. */
  isNotFound: z.boolean(),
})

/** How much a measure gives. */
export const AmountRule = AmountParts.extend({
  mostFen: z.int().nullable(),
  /** The first band that holds counts; `when` is null for all other cases. */
  bands: z.array(AmountParts.extend({ when: Bilingual.nullable() })),
}).meta({ id: 'AmountRule' })
export type AmountRule = z.infer<typeof AmountRule>

/** A window to apply. */
export const CallWindow = z
  .object({
    id: z.string(),
    opensOn: Day,
    /** Null: no last day has been published. */
    closesOn: Day.nullable(),
    says: Bilingual.nullable(),
  })
  .meta({ id: 'CallWindow' })
export type CallWindow = z.infer<typeof CallWindow>

/** What people ask for and the published text does not give. */
export const AbsentPart = z
  .enum(['amount', 'last-day', 'windows', 'conditions', 'door', 'hotline', 'supervision-phone'])
  .meta({ id: 'AbsentPart' })
export type AbsentPart = z.infer<typeof AbsentPart>

const SourceGrade = z
  .enum(['primary', 'corroborated', 'secondary', 'weak'])
  .meta({ id: 'SourceGrade' })

const Rule = z.object({ says: Bilingual, provision: ProvisionPlace })

/** What became of a measure. */
export const MeasureChange = z
  .object({ kind: z.enum(['published', 'changed', 'withdrawn']), on: Day })
  .meta({ id: 'MeasureChange' })
export type MeasureChange = z.infer<typeof MeasureChange>

/** Everything a person asks about one measure. */
export const MeasureDetail = MeasureSummary.omit({ snippets: true, amount: true, instrument: true })
  .extend({
    instrument: Named.extend({
      /** Null: not found. */
      number: z.string().nullable(),
      issuedOn: Day.nullable(),
      issuers: z.array(Named),
      source: z.string(),
    }),
    provision: ProvisionPlace,
    /** How well the text is known; only the first two may decide money. */
    grade: SourceGrade,
    inForce: z.object({ from: Day, to: Day.nullable(), isEndKnown: z.boolean() }),
    amount: AmountRule.nullable(),
    frequency: z.enum(['once', 'year', 'each']).nullable(),
    grants: Named.nullable(),
    sharedBy: z.array(z.object({ payer: Named, share: z.string().nullable() })),
    pool: Named.extend({ sizeFen: z.int().nullable() }).nullable(),
    conditions: z.array(ConditionLine),
    calls: z.array(CallWindow),
    evidence: z.array(
      z.object({
        id: z.string(),
        name: Bilingual,
        /** The weakest grade that is accepted. */
        grade: z.enum(['A', 'B', 'C', 'D']),
        proves: z.array(Named),
      }),
    ),
    steps: z.array(Bilingual),
    agencies: z.array(Named),
    door: z
      .object({ name: Bilingual, url: z.string().nullable(), phone: z.string().nullable() })
      .nullable(),
    excludes: z.array(Rule.extend({ measure: Named })),
    stacking: z.array(
      Rule.extend({ id: z.string(), atMost: z.int().nullable(), capFen: z.int().nullable() }),
    ),
    targets: z.array(
      Rule.extend({ id: z.string(), figure: Bilingual, by: Day.nullable(), agency: Named }),
    ),
    gaps: z.array(Bilingual),
    absent: z.array(AbsentPart),
    replaces: z.array(Named),
    replacedBy: z.array(Named),
    related: z.array(
      z.object({ why: z.enum(['same-instrument', 'alike']), measure: MeasureSummary }),
    ),
    changes: z.array(MeasureChange),
  })
  .meta({ id: 'MeasureDetail' })
export type MeasureDetail = z.infer<typeof MeasureDetail>

/** An issued text with the number of its measures. */
export const InstrumentSummary = z
  .object({
    id: z.string(),
    name: Bilingual,
    number: z.string().nullable(),
    issuedOn: Day.nullable(),
    issuers: z.array(Named),
    measures: z.int().nonnegative(),
  })
  .meta({ id: 'InstrumentSummary' })
export type InstrumentSummary = z.infer<typeof InstrumentSummary>

/** All instruments, the newest first. */
export const InstrumentList = z
  .object({ entries: z.array(InstrumentSummary), total: z.int().nonnegative() })
  .meta({ id: 'InstrumentList' })
export type InstrumentList = z.infer<typeof InstrumentList>

/** An issued text with its provisions and what each gives. */
export const InstrumentDetail = InstrumentSummary.extend({
  grade: SourceGrade,
  source: z.string(),
  provisions: z.array(ProvisionPlace.extend({ measures: z.array(Named) })),
}).meta({ id: 'InstrumentDetail' })
export type InstrumentDetail = z.infer<typeof InstrumentDetail>

/** A day of a measure: a window opens or closes, or the measure begins or ends to be in force. */
export const CalendarDay = z
  .object({
    day: Day,
    kind: z.enum(['opens', 'closes', 'begins', 'ends']),
    /** The window; null when the day is not one of a window. */
    call: z.string().nullable(),
    says: Bilingual.nullable(),
    measure: MeasureSummary,
  })
  .meta({ id: 'CalendarDay' })
export type CalendarDay = z.infer<typeof CalendarDay>

/** A day that comes every year for those who hold or seek the titles of a ladder. */
export const LadderDay = z
  .object({
    day: Day,
    kind: z.literal('yearly'),
    says: Bilingual,
    provision: z.string(),
    ladder: Named,
  })
  .meta({ id: 'LadderDay' })
export type LadderDay = z.infer<typeof LadderDay>

/** Something that a calendar holds. */
export const CalendarEntry = z
  .discriminatedUnion('kind', [CalendarDay, LadderDay])
  .meta({ id: 'CalendarEntry' })
export type CalendarEntry = z.infer<typeof CalendarEntry>

/** First and last days of windows and of measures, and the yearly days of ladders, in order. */
export const Calendar = z
  .object({ from: Day, to: Day, entries: z.array(CalendarEntry) })
  .meta({ id: 'Calendar' })
export type Calendar = z.infer<typeof Calendar>

/** Which days are wanted; a year from today when no days are said. */
export const CalendarQuery = MeasureFilter.extend({
  ...ListQuery.shape,
  from: Day.optional(),
  to: Day.optional(),
  language,
})
export type CalendarQuery = z.infer<typeof CalendarQuery>

/** The language of a feed. */
export const FeedQuery = MeasureFilter.extend({ language })
export type FeedQuery = z.infer<typeof FeedQuery>

/** One thing by its id; the slashes of the id may stand as they are. */
export const ById = z.object({ id: z.string().min(1).max(300) })
export type ById = z.infer<typeof ById>
