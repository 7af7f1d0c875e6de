import { addDays } from '@huiqi/domain'
import { NOT_FOUND } from '@huiqi/engine'
import { type Chance, chanceOf, idOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import { type Cast, mailOf } from './draw-people.ts'
import { type DrawnCity, type DrawnEnterprise, momentOf } from './drawn-city.ts'
import { drawPersonName } from './enterprise-names.ts'
import { DAYS_OF_LIFE } from './rows-of-enterprises.ts'
import { drawOtherOwners, rightsOf } from './rows-of-people.ts'

const SAVED = 8
const FOLLOWED = 5

const CLAIMS = [
  { state: 'waiting', place: 0, daysAgo: 1, note: '本人为公司法定代表人，营业执照可在窗口出示。' },
  { state: 'waiting', place: 0, daysAgo: 3, note: '受公司委托办理政策申报。' },
  { state: 'waiting', place: 1, daysAgo: 2, note: '公司财务负责人，登记邮箱已停用。' },
  { state: 'waiting', place: 1, daysAgo: 6, note: '' },
  { state: 'accepted', place: 0, daysAgo: 9, note: '公司负责人。' },
  { state: 'refused', place: 1, daysAgo: 14, note: '代朋友申请。' },
] as const

type Claim = (typeof CLAIMS)[number]

/** Enterprises of a district in which nobody has a say yet. */
const unclaimedIn = (city: DrawnCity, cast: Cast, district: string): readonly DrawnEnterprise[] => {
  const others = new Set(drawOtherOwners(city, cast).map(({ enterprise }) => enterprise))
  const taken = new Set([cast.first, cast.second, cast.provider, cast.bank])
  return city.enterprises.filter(
    (each) => each.district === district && !others.has(each) && !taken.has(each),
  )
}

const enterpriseFor = (city: DrawnCity, cast: Cast, place: number): DrawnEnterprise => {
  const { place: at } = CLAIMS[place] ?? { place: 0 }
  const free = unclaimedIn(city, cast, cast.districts[at])
  return free[place % Math.max(free.length, 1)] ?? city.enterprises[place] ?? cast.provider
}

/** The owners whom a code to the registered contact let in, in the first hour. */
const provedClaims = ({ today }: DrawnCity, { person, ...cast }: Cast) =>
  (
    [
      ['owner', cast.first],
      ['second-owner', cast.second],
      ['provider', cast.provider],
      ['bank', cast.bank],
    ] as const
  ).map(([part, enterprise]) => ({
    id: idOf(SEED, `claim of ${part}`),
    enterprise: enterprise.id,
    account: person(part).id,
    proof: 'contact-code' as const,
    state: 'accepted' as const,
    note: '',
    reason: null,
    decided_by: null,
    decided_at: momentOf(today, DAYS_OF_LIFE, '08:56'),
    created_at: momentOf(today, DAYS_OF_LIFE, '08:52'),
  }))

/** People who say that they act for an enterprise, and what came of it. */
export const rowsOfClaims = (city: DrawnCity, cast: Cast, passwordHash: string) => {
  const { today } = city
  const chance = chanceOf(SEED, 'claimants')
  const accounts = CLAIMS.map(({ daysAgo }, at) => ({
    id: idOf(SEED, `claimant ${at}`),
    email: mailOf(`claimant.${at + 1}`),
    name: drawPersonName(chance),
    password_hash: passwordHash,
    language: 'zh',
    created_at: momentOf(today, daysAgo + 1, '19:20'),
  }))
  const decider = ({ place }: Claim): string =>
    cast.person(place === 0 ? 'district-officer' : 'second-district-officer').id
  const claims = CLAIMS.map((claim, at) => {
    const isOpen = claim.state === 'waiting'
    return {
      id: idOf(SEED, `claim ${at}`),
      enterprise: enterpriseFor(city, cast, at).id,
      account: idOf(SEED, `claimant ${at}`),
      proof: 'officer' as const,
      state: claim.state,
      note: claim.note,
      reason: claim.state === 'refused' ? '未提供与企业关系的证明。' : null,
      decided_by: isOpen ? null : decider(claim),
      decided_at: isOpen ? null : momentOf(today, claim.daysAgo - 1, '15:10'),
      created_at: momentOf(today, claim.daysAgo, '20:05'),
    }
  })
  const memberships = claims
    .filter(({ state }) => state === 'accepted')
    .map(({ id, enterprise, account, decided_by, decided_at }) => ({
      id: idOf(SEED, `membership of ${id}`),
      enterprise,
      account,
      role: 'owner',
      scopes: ['read', 'state-facts', 'apply', 'members'],
      valid_from: addDays(today, -8),
      valid_until: null,
      granted_by: decided_by,
      created_at: decided_at ?? momentOf(today, 8, '15:10'),
    }))
  return { accounts, claims: [...provedClaims(city, cast), ...claims], memberships }
}

const measuresToSave = ({ rulebook, today }: DrawnCity, chance: Chance): readonly string[] => {
  const current = rulebook.corpus.measures.filter(
    ({ inForce, benefit }) =>
      benefit !== null &&
      inForce.from <= today &&
      (inForce.to === null || inForce.to === NOT_FOUND || inForce.to >= today),
  )
  const chosen = new Set<string>()
  for (let tries = 0; chosen.size < SAVED && tries < 200 && current.length > 0; tries += 1) {
    chosen.add(chance.pick(current).id)
  }
  return [...chosen]
}

/** What the members of an enterprise put aside, agreed to and asked of others. */
export const rowsOfWorkspace = (city: DrawnCity, cast: Cast) => {
  const { today } = city
  const { first, second, person } = cast
  const saved = [first, second].flatMap((enterprise) => {
    const by = person(enterprise === first ? 'finance' : 'second-owner').id
    return measuresToSave(city, chanceOf(SEED, `saved ${enterprise.uscc}`)).map((measure, at) => ({
      enterprise: enterprise.id,
      measure,
      is_followed: at < FOLLOWED,
      note: at === 0 ? '请顾问核对材料清单' : '',
      saved_by: by,
      saved_at: momentOf(today, 20 - at, '13:30'),
      followed_at: at < FOLLOWED ? momentOf(today, 20 - at, '13:31') : null,
    }))
  })
  const consent = (enterprise: DrawnEnterprise, by: string) => (purpose: string) => ({
    id: idOf(SEED, `consent ${enterprise.uscc} ${purpose}`),
    enterprise: enterprise.id,
    purpose,
    given_by: by,
    given_at: momentOf(today, 22, '10:40'),
  })
  const consents = [
    ...['match', 'automatic'].map(consent(first, person('owner').id)),
    ...['match'].map(consent(second, person('second-owner').id)),
  ]
  const invitation = {
    enterprise: first.id,
    invited_by: person('owner').id,
  }
  const joined = (['finance', 'consultant'] as const).map((part, at) => ({
    ...invitation,
    id: idOf(SEED, `invitation of ${part}`),
    email: person(part).email,
    ...rightsOf(part, today),
    state: 'accepted',
    created_at: momentOf(today, DAYS_OF_LIFE - 1, `08:4${at}`),
    expires_at: momentOf(today, DAYS_OF_LIFE - 15, `08:4${at}`),
    decided_at: momentOf(today, DAYS_OF_LIFE - 1, '09:00'),
  }))
  const waiting = {
    ...invitation,
    id: idOf(SEED, 'invitation'),
    email: mailOf('newcomer'),
    ...rightsOf('newcomer', today),
    state: 'waiting',
    created_at: momentOf(today, 2, '11:25'),
    expires_at: momentOf(today, -12, '11:25'),
    decided_at: null,
  }
  const invitations = [...joined, waiting]
  return { saved, consents, invitations }
}
