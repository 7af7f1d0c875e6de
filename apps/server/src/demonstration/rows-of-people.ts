import { addDays, type Bilingual, type IsoDate } from '@huiqi/domain'
import { chanceOf, idOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import { type Cast, mailOf, type Part } from './draw-people.ts'
import { type DrawnCity, type DrawnEnterprise, districtName, momentOf } from './drawn-city.ts'
import { drawPersonName } from './enterprise-names.ts'
import { DAYS_OF_LIFE } from './rows-of-enterprises.ts'

const ALL_SCOPES = ['read', 'state-facts', 'apply', 'members']
const CONSULTANT_DAYS = 60
const OTHER_OWNERS = 24

interface Member {
  readonly account: string
  readonly enterprise: DrawnEnterprise
  readonly role: 'owner' | 'finance' | 'consultant'
  readonly scopes: readonly string[]
  readonly until: string | null
  readonly grantedBy: string | null
}

/** What those who are invited to the first enterprise may do, and until when. */
export const rightsOf = (who: 'finance' | 'consultant' | 'newcomer', today: IsoDate) =>
  ({
    finance: { role: 'finance', scopes: ['read', 'state-facts', 'apply'], valid_until: null },
    consultant: {
      role: 'consultant',
      scopes: ['read', 'apply'],
      valid_until: addDays(today, CONSULTANT_DAYS),
    },
    newcomer: { role: 'finance', scopes: ['read', 'state-facts'], valid_until: null },
  })[who]

const membersByName = ({ today }: DrawnCity, cast: Cast): readonly Member[] => {
  const { person, first, second, provider, bank } = cast
  const owner = (part: Part, enterprise: DrawnEnterprise): Member => ({
    account: person(part).id,
    enterprise,
    role: 'owner',
    scopes: ALL_SCOPES,
    until: null,
    grantedBy: null,
  })
  const invited = (part: 'finance' | 'consultant'): Member => {
    const { scopes, valid_until: until } = rightsOf(part, today)
    const grantedBy = person('owner').id
    return { account: person(part).id, enterprise: first, role: part, scopes, until, grantedBy }
  }
  return [
    owner('owner', first),
    invited('finance'),
    invited('consultant'),
    owner('second-owner', second),
    owner('provider', provider),
    owner('bank', bank),
  ]
}

interface Post {
  readonly part: Part
  readonly agency: string
  readonly district: string | null
  readonly duty: string
  readonly name: Bilingual
}

const postsOf = ({ rulebook }: DrawnCity, { districts }: Cast): readonly Post[] => {
  const ids = rulebook.corpus.agencies.map(({ id }) => id)
  const agency = ids.find((id) => id === 'sheitc') ?? ids[0] ?? 'huiqi'
  const placed = (district: string, name: Bilingual): Bilingual => ({
    zh: `${districtName(rulebook, district) ?? ''}${name.zh}`,
    en: name.en,
  })
  const officer = { zh: '惠企审核岗', en: 'District case officer' }
  const [first, second] = districts
  return [
    {
      part: 'district-officer',
      agency,
      district: first,
      duty: 'case-officer',
      name: placed(first, officer),
    },
    {
      part: 'second-district-officer',
      agency,
      district: second,
      duty: 'case-officer',
      name: placed(second, officer),
    },
    {
      part: 'city-officer',
      agency,
      district: null,
      duty: 'case-officer',
      name: { zh: '市惠企审核岗', en: 'City case officer' },
    },
    {
      part: 'policy-officer',
      agency,
      district: null,
      duty: 'policy-officer',
      name: { zh: '政策拟定岗', en: 'Policy officer' },
    },
    {
      part: 'specialist',
      agency,
      district: first,
      duty: 'specialist',
      name: placed(first, { zh: '服务专员岗', en: 'District service specialist' }),
    },
    {
      part: 'supervisor',
      agency,
      district: null,
      duty: 'supervisor',
      name: { zh: '联席会议督查岗', en: 'Supervisor of the joint conference office' },
    },
    {
      part: 'administrator',
      agency,
      district: null,
      duty: 'administrator',
      name: { zh: '系统管理岗', en: 'Administrator' },
    },
  ]
}

interface OtherOwner {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly enterprise: DrawnEnterprise
}

/** More people with an enterprise, who make the lists of members and events look lived in. */
export const drawOtherOwners = ({ enterprises }: DrawnCity, cast: Cast): readonly OtherOwner[] => {
  const taken = new Set([cast.first, cast.second, cast.provider, cast.bank])
  const chance = chanceOf(SEED, 'other owners')
  return enterprises
    .filter((each) => !taken.has(each) && each.kind === 'enterprise')
    .slice(0, OTHER_OWNERS)
    .map((enterprise, at) => ({
      id: idOf(SEED, `account other ${at}`),
      email: mailOf(`owner.${at + 3}`),
      name: drawPersonName(chance),
      enterprise,
    }))
}

/** People, what they act for and the posts they hold. */
export const rowsOfPeople = (city: DrawnCity, cast: Cast, passwordHash: string) => {
  const { today } = city
  const since = addDays(today, -DAYS_OF_LIFE)
  const others = drawOtherOwners(city, cast)
  const accounts = [...cast.people, ...others].map(({ id, email, name }) => ({
    id,
    email,
    name,
    password_hash: passwordHash,
    language: 'zh',
    created_at: momentOf(today, DAYS_OF_LIFE, '08:30'),
  }))
  const members: readonly Member[] = [
    ...membersByName(city, cast),
    ...others.map(({ id, enterprise }) => ({
      account: id,
      enterprise,
      role: 'owner' as const,
      scopes: ALL_SCOPES,
      until: null,
      grantedBy: null,
    })),
  ]
  const memberships = members.map(({ account, enterprise, role, scopes, until, grantedBy }) => ({
    id: idOf(SEED, `membership ${account}`),
    enterprise: enterprise.id,
    account,
    role,
    scopes: [...scopes],
    valid_from: since,
    valid_until: until,
    granted_by: grantedBy,
    created_at: momentOf(today, DAYS_OF_LIFE - 1, '09:00'),
  }))
  const held = postsOf(city, cast)
  const posts = held.map(({ part, agency, district, duty, name }) => ({
    id: idOf(SEED, `post ${part}`),
    agency,
    district,
    duty,
    name_zh: name.zh,
    name_en: name.en,
  }))
  const holders = held.map(({ part }) => ({
    id: idOf(SEED, `holder ${part}`),
    post: idOf(SEED, `post ${part}`),
    account: cast.person(part).id,
    kind: 'holder',
    since,
    until: null,
  }))
  return {
    accounts,
    memberships,
    posts,
    holders,
    appointedAt: momentOf(today, DAYS_OF_LIFE, '08:40'),
  }
}
