import type { Demonstration } from '@huiqi/contract'
import type { Bilingual } from '@huiqi/domain'
import { chanceOf, idOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import type { DrawnCity, DrawnEnterprise } from './drawn-city.ts'
import { drawPersonName } from './enterprise-names.ts'

/** What somebody is in the demonstration. */
export type Part =
  | 'owner'
  | 'second-owner'
  | 'finance'
  | 'consultant'
  | 'district-officer'
  | 'second-district-officer'
  | 'city-officer'
  | 'policy-officer'
  | 'specialist'
  | 'supervisor'
  | 'administrator'
  | 'provider'
  | 'bank'

/** A person as whom one can sign in. */
export interface DrawnPerson {
  readonly part: Part
  readonly id: string
  readonly email: string
  readonly name: string
}

/** Everybody who matters by name. */
export interface Cast {
  readonly person: (part: Part) => DrawnPerson
  readonly people: readonly DrawnPerson[]
  /** The enterprise of the first owner, the finance manager and the consultant. */
  readonly first: DrawnEnterprise
  /** Of the second owner, in another district. */
  readonly second: DrawnEnterprise
  readonly provider: DrawnEnterprise
  readonly bank: DrawnEnterprise
  /** Where the two officers of districts sit. */
  readonly districts: readonly [string, string]
}

const MAIL = 'huiqi.example'

interface Role {
  /** Before the @. */
  readonly mail: string
  readonly role: Bilingual
}

const ROLES: Readonly<Record<Part, Role>> = {
  owner: { mail: 'owner', role: { zh: '企业负责人', en: 'Owner of an enterprise' } },
  finance: {
    mail: 'finance',
    role: { zh: '财务（同一企业）', en: 'Finance manager, same enterprise' },
  },
  consultant: {
    mail: 'consultant',
    role: { zh: '外部顾问（同一企业，限期）', en: 'Consultant, same enterprise, for a time' },
  },
  'second-owner': {
    mail: 'owner2',
    role: { zh: '另一企业负责人', en: 'Owner of another enterprise' },
  },
  'district-officer': {
    mail: 'officer',
    role: { zh: '区审核员', en: 'Case officer of a district' },
  },
  'second-district-officer': {
    mail: 'officer2',
    role: { zh: '另一区审核员', en: 'Case officer of another district' },
  },
  'city-officer': { mail: 'city', role: { zh: '市级审核员', en: 'Case officer of the city' } },
  'policy-officer': { mail: 'policy', role: { zh: '政策制定人员', en: 'Policy officer' } },
  specialist: { mail: 'specialist', role: { zh: '服务专员', en: 'Service specialist' } },
  supervisor: { mail: 'supervisor', role: { zh: '督查人员', en: 'Supervisor' } },
  administrator: { mail: 'admin', role: { zh: '系统管理员', en: 'Administrator' } },
  provider: { mail: 'provider', role: { zh: '服务商', en: 'Service provider' } },
  bank: { mail: 'bank', role: { zh: '银行', en: 'Bank' } },
}

const PARTS: readonly Part[] = [
  'owner',
  'finance',
  'consultant',
  'second-owner',
  'district-officer',
  'second-district-officer',
  'city-officer',
  'policy-officer',
  'specialist',
  'supervisor',
  'administrator',
  'provider',
  'bank',
]

/** An address of the demonstration; mails to it are written into a folder. */
export const mailOf = (name: string): string => `${name}@${MAIL}`

const MEDIUM_YUAN = { from: 20_000_000, to: 400_000_000 }

/** As whom one can sign in, in the order in which it is shown. */
export const signIns = (): Demonstration['signIns'] =>
  PARTS.map((part) => ({ email: mailOf(ROLES[part].mail), role: { ...ROLES[part].role } }))

/** How well an enterprise shows what the window can do. */
const showsWell = ({ titles, revenue, kind, district }: DrawnEnterprise): number => {
  if (kind !== 'enterprise' || district === null) return -1
  const isMedium = revenue >= MEDIUM_YUAN.from && revenue <= MEDIUM_YUAN.to
  return titles + (isMedium ? 10 : 0)
}

const best = (
  enterprises: readonly DrawnEnterprise[],
  score: (enterprise: DrawnEnterprise) => number,
): DrawnEnterprise => {
  const [first, ...others] = enterprises
  if (first === undefined) throw new RangeError('a city without enterprises')
  return others.reduce((top, each) => (score(each) > score(top) ? each : top), first)
}

const isSoftware = ({ industry }: DrawnEnterprise): boolean => /^(?:I|6[345])/.test(industry ?? '')
const isService = ({ industry }: DrawnEnterprise): boolean => /^(?:M|7[345])/.test(industry ?? '')

const drawPerson = (part: Part): DrawnPerson => ({
  part,
  id: idOf(SEED, `account ${part}`),
  email: mailOf(ROLES[part].mail),
  name: drawPersonName(chanceOf(SEED, `person ${part}`)),
})

/** Chooses the enterprises that people act for, in four different hands, and the people. */
export const drawCast = ({ enterprises }: DrawnCity): Cast => {
  const people = PARTS.map(drawPerson)
  const first = best(enterprises, showsWell)
  const second = best(
    enterprises.filter(({ district }) => district !== first.district),
    (each) => (isSoftware(each) ? 1 : 0) + showsWell(each),
  )
  const rest = enterprises.filter((each) => each !== first && each !== second)
  const provider = best(rest, (each) => (isService(each) ? 20 : 0) + showsWell(each))
  const bank = best(
    rest.filter((each) => each !== provider),
    (each) => (each.industry?.startsWith('J') === true ? 100 : 0) + showsWell(each),
  )
  const districts = [first.district ?? '', second.district ?? ''] as const
  return { person: drawPerson, people, first, second, provider, bank, districts }
}
