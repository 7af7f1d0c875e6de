import { Duty, MemberRole, MemberScope, type OwnMembership, type Post } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import {
  type Ability,
  abilityOf,
  type CityAction,
  type EnterpriseAction,
  type EnterpriseSubject,
  type Ground,
  groundFor,
  mayInCity,
  mayInPlace,
  type PlaceAction,
  rulesOf,
} from './abilities.ts'
import { findEnterpriseSubject, findStanding } from './access-repository.ts'

/** The part of a request that says who asks. */
export type Asker = Pick<FastifyRequest, 'account' | 'actor'>

/** The memberships and posts of the one who asks, and what they allow today. */
export interface Access {
  readonly memberships: readonly OwnMembership[]
  readonly posts: readonly Post[]
  readonly rules: ReturnType<typeof rulesOf>
  readonly ability: Ability
}

const Scopes = z.array(MemberScope)

const known = new WeakMap<Asker, Promise<Access>>()

type Standing = Pick<Awaited<ReturnType<typeof findStanding>>, 'memberships' | 'posts'>

const toAccess = ({ memberships, posts }: Standing): Access => {
  const own = memberships.map((row) => ({
    id: row.id,
    enterprise: { id: row.enterprise, uscc: row.uscc, name: row.name },
    role: MemberRole.parse(row.role),
    scopes: Scopes.parse(row.scopes),
    validUntil: row.valid_until,
  }))
  const held = posts.map((row) => ({
    id: row.id,
    agency: row.agency,
    district: row.district,
    duty: Duty.parse(row.duty),
    name: { zh: row.name_zh, en: row.name_en },
  }))
  const rules = rulesOf({
    memberships: own.map(({ enterprise, scopes }) => ({ enterprise: enterprise.id, scopes })),
    posts: held,
  })
  return { memberships: own, posts: held, rules, ability: abilityOf(rules) }
}

const load = async ({ database }: Platform, { actor }: Asker): Promise<Access> => {
  if (actor.kind !== 'account') return toAccess({ memberships: [], posts: [] })
  const { account, today: day } = actor
  const standing = await inTransaction(database, actor, (work) =>
    findStanding(work, { account, day, enterprise: null }),
  )
  return toAccess(standing)
}

/** What the one who asks may do; looked up once a request. */
export const findAccess = (platform: Platform, asker: Asker): Promise<Access> => {
  const access = known.get(asker) ?? load(platform, asker)
  known.set(asker, access)
  return access
}

interface Sight {
  readonly access: Access
  /** Undefined: there is none, or the one who asks may not know of it. */
  readonly subject: EnterpriseSubject | undefined
}

/** What the one who asks may do, and an enterprise: in one question unless the first is known already. */
const lookAt = async (work: Work, asker: Asker, enterprise: string): Promise<Sight> => {
  const before = known.get(asker)
  if (before !== undefined || asker.actor.kind !== 'account') {
    const access = (await before) ?? toAccess({ memberships: [], posts: [] })
    return { access, subject: await findEnterpriseSubject(work, enterprise) }
  }
  const { account, today: day } = asker.actor
  const { subject, ...standing } = await findStanding(work, { account, day, enterprise })
  const access = toAccess(standing)
  known.set(asker, Promise.resolve(access))
  return { access, subject }
}

/** An action on an enterprise, in a district (null: the whole city), or for the service as a whole. */
export type Need =
  | { readonly action: EnterpriseAction; readonly enterprise: string }
  | { readonly action: PlaceAction; readonly district: string | null }
  | { readonly action: CityAction }

const refuse = (action: string): never => {
  throw new AppError('not-allowed', { action })
}

/** Something that is done to an enterprise. */
export type EnterpriseNeed = Extract<Need, { readonly enterprise: string }>

/** As `requireAbility`, within the asker's own transaction. */
export const requireAbilityIn = async (
  work: Work,
  asker: Asker,
  { action, enterprise }: EnterpriseNeed,
): Promise<Ground> => {
  if (asker.account === null) throw new AppError('not-signed-in', {})
  const { access, subject } = await lookAt(work, asker, enterprise)
  const missing = () => new AppError('not-found', { kind: 'enterprise', id: enterprise })
  if (subject === undefined) throw missing()
  const ground = groundFor(access.ability, action, subject)
  if (ground !== null) return ground
  if (groundFor(access.ability, 'read', subject) === null) throw missing()
  return refuse(action)
}

/**
 * Makes sure that the one who asks may do it, and says by what right: as a member of the enterprise or by
 * a post. Throws AppError `not-signed-in`; `not-found` for an enterprise whose existence the asker
 * may not know of; `not-allowed`.
 */
export const requireAbility = async (
  platform: Platform,
  asker: Asker,
  need: Need,
): Promise<Ground> => {
  if (asker.account === null) throw new AppError('not-signed-in', {})
  if ('enterprise' in need) {
    return inTransaction(platform.database, asker.actor, (work) =>
      requireAbilityIn(work, asker, need),
    )
  }
  const { ability } = await findAccess(platform, asker)
  const may =
    'district' in need
      ? mayInPlace(ability, need.action, need.district)
      : mayInCity(ability, need.action)
  return may ? 'post' : refuse(need.action)
}
