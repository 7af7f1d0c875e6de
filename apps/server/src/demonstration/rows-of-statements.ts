import { exact } from '@huiqi/domain'
import type { FactDefinition, Scalar } from '@huiqi/engine'
import { valueAt } from '@huiqi/population'
import { toFactValue } from '../enterprises/scalar-json.ts'
import { type Chance, chanceOf, idOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import type { Cast } from './draw-people.ts'
import { type DrawnCity, type DrawnEnterprise, momentOf } from './drawn-city.ts'
import { lastYear } from './rows-of-enterprises.ts'
import { drawOtherOwners } from './rows-of-people.ts'

/** The batch that was applied within the month. */
export const APPLIED_BATCH = idOf(SEED, 'batch applied')
/** How many enterprises its rows were about. */
const APPLIED_ROWS = 200
/** Of what enterprises could say of themselves, what they have left open. */
const OPEN_SHARE = 0.15
const STAFF = 'enterprise.employees'

interface Word {
  readonly enterprise: DrawnEnterprise
  readonly by: string
  readonly fact: FactDefinition
  readonly year: number | null
  readonly value: Scalar | null
  readonly thing?: string
  readonly daysAgo: number
  readonly time: string
}

const toRow = (city: DrawnCity) => (word: Word) => ({
  enterprise: word.enterprise.id,
  thing: word.thing ?? null,
  fact: word.fact.id,
  year: word.year,
  value: word.value === null ? null : toFactValue(word.value),
  source: 'self',
  grade: 'D',
  stated_by: word.by,
  batch: null as string | null,
  stated_at: momentOf(city.today, word.daysAgo, word.time),
})

/** Some file the first part in the first days and the rest when they come back. */
interface Speaker extends Pick<Word, 'enterprise' | 'by'> {
  readonly comesBack: boolean
}

/** What somebody says of the enterprise itself, but for what is left open. */
const ownWords = (
  { table, rulebook }: DrawnCity,
  { enterprise, by, comesBack }: Speaker,
  chance: Chance,
): readonly Word[] =>
  table.columns.flatMap((column, place) => {
    const fact = rulebook.facts.get(column.fact)
    if (fact?.source !== 'self' || fact.subject !== 'enterprise') return []
    const value = valueAt(column, enterprise.row)
    if (value === null || chance.happens(OPEN_SHARE)) return []
    const daysAgo = comesBack && place % 2 === 1 ? 4 : 24
    return [{ enterprise, by, fact, year: column.year, value, daysAgo, time: '10:15' }]
  })

const correctionsOf = (city: DrawnCity, cast: Cast): readonly Word[] => {
  const { rulebook, table, today } = city
  const year = lastYear(today)
  const staff = rulebook.facts.get(STAFF)
  const column = table.columns.find((each) => each.fact === STAFF && each.year === year)
  const stated = column === undefined ? null : valueAt(column, cast.first.row)
  if (staff === undefined || typeof stated !== 'object' || stated === null) return []
  const of = { enterprise: cast.first, fact: staff, year }
  const [owner, finance] = [cast.person('owner').id, cast.person('finance').id]
  const more = (count: bigint) => exact(stated.n + count, stated.d)
  return [
    { ...of, by: finance, value: more(30n), daysAgo: 12, time: '16:40' },
    { ...of, by: owner, value: more(3n), daysAgo: 11, time: '09:05' },
  ]
}

const fen = (yuan: number): Scalar => exact(BigInt(yuan) * 100n)

interface OwnThing {
  readonly owner: 'first' | 'second'
  readonly kind: 'project' | 'contract'
  readonly name: string
  readonly daysAgo: number
  readonly facts: Readonly<Record<string, Scalar>>
}

/** What enterprises bring forward since their last visit; facts that the policies do not know are left out. */
const OWN_THINGS: readonly OwnThing[] = [
  {
    owner: 'first',
    kind: 'project',
    name: '柔性装配线改造',
    daysAgo: 9,
    facts: {
      'project.kind': 'technical_renovation',
      'project.total_investment': fen(12_000_000),
      'project.approved_investment': fen(8_000_000),
      'project.has_financial_lease': false,
    },
  },
  {
    owner: 'first',
    kind: 'contract',
    name: '生产管理云平台',
    daysAgo: 9,
    facts: {
      'contract.kind': 'digital_service',
      'contract.value': fen(1_200_000),
      'contract.is_affiliated': false,
    },
  },
  {
    owner: 'second',
    kind: 'contract',
    name: '研发协同平台',
    daysAgo: 4,
    facts: {
      'contract.kind': 'digital_service',
      'contract.value': fen(680_000),
      'contract.is_affiliated': false,
    },
  },
]

const WRITERS = { first: 'finance', second: 'second-owner' } as const

const ownThingId = ({ name }: OwnThing): string => idOf(SEED, `own thing ${name}`)

const isSayable = ({ rulebook }: DrawnCity, fact: FactDefinition, value: Scalar): boolean =>
  fact.type !== 'code' ||
  (fact.codes !== null &&
    rulebook.codeLists.get(fact.codes)?.list.codes.some(({ code }) => code === value) === true)

const thingWords = (city: DrawnCity, cast: Cast): readonly Word[] =>
  OWN_THINGS.flatMap((own) =>
    Object.entries(own.facts).flatMap(([id, value]) => {
      const fact = city.rulebook.facts.get(id)
      if (fact === undefined || !isSayable(city, fact, value)) return []
      const { owner, daysAgo } = own
      const by = cast.person(WRITERS[owner]).id
      const of = { enterprise: cast[owner], by, fact, year: null, value, thing: ownThingId(own) }
      return [{ ...of, daysAgo, time: '14:20' }]
    }),
  )

const batchRows = ({ table, rulebook, enterprises, today }: DrawnCity) => {
  const year = lastYear(today)
  const fact = rulebook.facts.get(STAFF)
  const column = table.columns.find((each) => each.fact === STAFF && each.year === year)
  if (fact === undefined || column === undefined) return []
  const chance = chanceOf(SEED, 'applied batch')
  return enterprises
    .flatMap((enterprise) => {
      const value = valueAt(column, enterprise.row)
      return typeof value === 'object' && value !== null ? [{ enterprise, value }] : []
    })
    .slice(0, APPLIED_ROWS)
    .map(({ enterprise, value }) => ({
      enterprise: enterprise.id,
      thing: null as string | null,
      fact: STAFF,
      year,
      value: toFactValue(exact(value.n + BigInt(chance.below(3)), value.d)),
      source: fact.source,
      grade: fact.grade,
      stated_by: null,
      batch: APPLIED_BATCH,
      stated_at: momentOf(today, 18, '11:00'),
    }))
}

/** What was said within the month: by an import, by enterprises of themselves, corrected and in conflict. */
export const rowsOfStatements = (city: DrawnCity, cast: Cast) => {
  const chance = chanceOf(SEED, 'own words')
  const speakers: readonly Speaker[] = [
    { enterprise: cast.first, by: cast.person('owner').id, comesBack: false },
    { enterprise: cast.second, by: cast.person('second-owner').id, comesBack: true },
    ...drawOtherOwners(city, cast).map(({ enterprise, id }) => ({
      enterprise,
      by: id,
      comesBack: false,
    })),
  ]
  const words = [
    ...speakers.flatMap((speaker) => ownWords(city, speaker, chance)),
    ...correctionsOf(city, cast),
    ...thingWords(city, cast),
  ]
  const things = OWN_THINGS.map((own) => ({
    id: ownThingId(own),
    enterprise: cast[own.owner].id,
    kind: own.kind,
    name: own.name,
    created_at: momentOf(city.today, own.daysAgo, '14:15'),
  }))
  const addedBy = new Map(
    OWN_THINGS.map((own) => [ownThingId(own), cast.person(WRITERS[own.owner]).id]),
  )
  const statements = [...words.map(toRow(city)), ...batchRows(city)].toSorted((a, b) =>
    a.stated_at.localeCompare(b.stated_at),
  )
  return { things, addedBy, statements }
}
