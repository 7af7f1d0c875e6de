import { type IsoDate, yearOf } from '@huiqi/domain'
import type { FactDefinition } from '@huiqi/engine'
import { type Column, valueAt } from '@huiqi/population'
import { toFactValue } from '../enterprises/scalar-json.ts'
import { chanceOf, idOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import type { Cast } from './draw-people.ts'
import { mailOf } from './draw-people.ts'
import { type DrawnCity, type DrawnEnterprise, momentOf } from './drawn-city.ts'
import type { Rows } from './rows-repository.ts'

/** The day, before today, on which the registers were taken over. */
export const DAYS_OF_LIFE = 30

/** Days before the beginning on which each kind of register had last spoken. */
const AGE: Readonly<Record<string, number>> = {
  register: 1,
  'title-register': 2,
  'social-insurance': 4,
  tax: 6,
  statistics: 8,
  platform: 10,
  bank: 12,
  officer: 15,
}

interface Stating {
  readonly column: Column
  readonly fact: FactDefinition
  readonly stated_at: string
}

/** What enterprises themselves say is not in any register: they say it when somebody acts for them. */
const registersOf = ({ table, rulebook, today }: DrawnCity): readonly Stating[] =>
  table.columns.flatMap((column) => {
    const fact = rulebook.facts.get(column.fact)
    if (fact === undefined || fact.source === 'self') return []
    const age = DAYS_OF_LIFE + (AGE[fact.source] ?? 1)
    return [{ column, fact, stated_at: momentOf(today, age, '02:10') }]
  })

const thingId = (enterprise: DrawnEnterprise, kind: string): string =>
  idOf(SEED, `thing ${enterprise.uscc} ${kind}`)

const statementsOf = (enterprise: DrawnEnterprise, statings: readonly Stating[]) =>
  statings.flatMap(({ column, fact, stated_at }) => {
    const value = valueAt(column, enterprise.row)
    if (value === null) return []
    const { id, subject, source, grade } = fact
    return [
      {
        enterprise: enterprise.id,
        thing: subject === 'enterprise' ? null : thingId(enterprise, subject),
        fact: id,
        year: column.year,
        value: toFactValue(value),
        source,
        grade,
        stated_by: null,
        batch: null,
        stated_at,
      },
    ]
  })

const THING_NAMES: Readonly<Record<string, string>> = {
  project: '技术改造项目',
  contract: '数字化服务合同',
  loan: '流动资金贷款',
  hire: '新招用人员',
  product: '数据产品',
  exhibition: '参展',
  cluster: '集群',
}

const thingsOf = (
  enterprise: DrawnEnterprise,
  kinds: ReadonlySet<string>,
  createdAt: string,
): Rows<'things'> =>
  [...kinds].map((kind) => ({
    id: thingId(enterprise, kind),
    enterprise: enterprise.id,
    kind,
    name: THING_NAMES[kind] ?? kind,
    created_at: createdAt,
  }))

const CONTACT_SHARE = 0.8

const officesOf = ({ provider, bank }: Cast, enterprise: DrawnEnterprise): string[] => [
  ...(enterprise === provider ? ['provider'] : []),
  ...(enterprise === bank ? ['bank'] : []),
]

/** The enterprises with what the registers say of them. */
export const rowsOfEnterprises = (city: DrawnCity, cast: Cast) => {
  const { today, enterprises } = city
  const begun = momentOf(today, DAYS_OF_LIFE, '03:00')
  const chance = chanceOf(SEED, 'contacts')
  const statings = registersOf(city)
  const things: Rows<'things'>[number][] = []
  const statements: ReturnType<typeof statementsOf>[number][] = []
  const rows = enterprises.map((enterprise, place) => {
    const stated = statementsOf(enterprise, statings)
    const kinds = new Set(
      stated.flatMap(({ thing, fact }) =>
        thing === null ? [] : [fact.slice(0, fact.indexOf('.'))],
      ),
    )
    things.push(...thingsOf(enterprise, kinds, begun))
    statements.push(...stated)
    const hasContact = chance.happens(CONTACT_SHARE)
    return {
      id: enterprise.id,
      uscc: enterprise.uscc,
      name: enterprise.name,
      district: enterprise.district,
      industry: enterprise.industry,
      contact_email: hasContact ? mailOf(`contact.${place + 1}`) : null,
      contact_phone: hasContact ? `021-5550${String(place % 10_000).padStart(4, '0')}` : null,
      offices: officesOf(cast, enterprise),
      is_synthetic: true,
      created_at: begun,
    }
  })
  return { enterprises: rows, things, statements }
}

/** The last full year before a day. */
export const lastYear = (today: IsoDate): number => yearOf(today) - 1
