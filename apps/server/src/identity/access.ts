import { Duty, MemberRole, MemberScope, type OwnMembership, type Post } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import {
  type Ability,
  abilityOf,
  type CityAction,
  type EnterpriseAction,
  type Ground,
  groundFor,
  mayInCity,
  mayInPlace,
  type PlaceAction,
  rulesOf,
} from './abilities.ts'
import { findEnterpriseSubject, listMembershipsOf, listPostsOf } from './access-repository.ts'

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

const load = async (platform: Platform, { actor }: Asker): Promise<Access> => {
  const { memberships, posts } =
    actor.kind !== 'account'
      ? { memberships: [], posts: [] }
      : await inTransaction(platform.database, actor, async (work) => ({
          memberships: await listMembershipsOf(work, actor.account, actor.today),
          posts: await listPostsOf(work, actor.account, actor.today),
        }))
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

/** What the one who asks may do; looked up once a request. */
export const findAccess = (platform: Platform, asker: Asker): Promise<Access> => {
  const before = known.get(asker)
  if (before !== undefined) return before
  const access = load(platform, asker)
  known.set(asker, access)
  return access
}

/** An action on an enterprise, in a district (null: the whole city), or for the service as a whole. */
export type Need =
  | { readonly action: EnterpriseAction; readonly enterprise: string }
  | { readonly action: PlaceAction; readonly district: string | null }
  | { readonly action: CityAction }

const refuse = (action: string): never => {
  throw new AppError('not-allowed', { action })
}

const requireForEnterprise = async (
  platform: Platform,
  asker: Asker,
  { action, enterprise }: { readonly action: EnterpriseAction; readonly enterprise: string },
): Promise<Ground> => {
  const [{ ability }, found] = await Promise.all([
    findAccess(platform, asker),
    findEnterpriseSubject(platform.database, enterprise),
  ])
  const missing = () => new AppError('not-found', { kind: 'enterprise', id: enterprise })
  if (found === undefined) throw missing()
  const ground = groundFor(ability, action, found)
  if (ground !== null) return ground
  if (groundFor(ability, 'read', found) === null) throw missing()
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
  if ('enterprise' in need) return requireForEnterprise(platform, asker, need)
  const { ability } = await findAccess(platform, asker)
  const may =
    'district' in need
      ? mayInPlace(ability, need.action, need.district)
      : mayInCity(ability, need.action)
  return may ? 'post' : refuse(need.action)
}
