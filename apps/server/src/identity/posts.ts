import {
  type Appointment,
  Duty,
  type HeldPost,
  type NewPost,
  type PostPage,
  type PostQuery,
} from '@huiqi/contract'
import { AppError, type Issue } from '@huiqi/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { requireAbility } from './access.ts'
import { findAccountByEmail } from './account-repository.ts'
import { explaining } from './constraint.ts'
import {
  addHolder,
  addPost,
  countAdministrators,
  countPosts,
  endHolder,
  findHolder,
  findPost,
  listHolders,
  listPosts,
  lockAdministrators,
  removePost,
  renamePost,
  wasHeld,
} from './posts-repository.ts'
import type { Person } from './sessions.ts'

const MANAGE = { action: 'manage-posts' } as const
const REASONS = { post_holders_post_daterange_excl: 'post-is-held' }
const Kind = z.enum(['holder', 'deputy'])

const missing = (kind: string, id: string): AppError => new AppError('not-found', { kind, id })

const faultAt = (code: string, path: string): Issue => ({
  code,
  severity: 'error',
  path,
  params: {},
})

type PostRow = Awaited<ReturnType<typeof listPosts>>[number]
type HolderRow = Awaited<ReturnType<typeof listHolders>>[number]

const toHeldPost = (row: PostRow, holders: readonly HolderRow[]): HeldPost => ({
  id: row.id,
  agency: row.agency,
  district: row.district,
  duty: Duty.parse(row.duty),
  name: { zh: row.name_zh, en: row.name_en },
  holders: holders
    .filter(({ post }) => post === row.id)
    .map((holder) => ({
      id: holder.id,
      account: { id: holder.account, email: holder.email, name: holder.name },
      kind: Kind.parse(holder.kind),
      since: holder.since,
      until: holder.until,
    })),
})

/** Posts with everybody who holds them now or will. */
export const listHeldPosts = async (
  platform: Platform,
  person: Person,
  { limit, after, duty, district }: PostQuery,
): Promise<PostPage> => {
  await requireAbility(platform, person, MANAGE)
  if (after !== undefined && !z.uuid().safeParse(after).success) throw missing('page', after)
  return inTransaction(platform.database, person.actor, async (work) => {
    const rows = await listPosts(work, { duty, district }, { after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const ids = shown.map(({ id }) => id)
    const holders = ids.length === 0 ? [] : await listHolders(work, ids, platform.clock.today())
    return {
      entries: shown.map((row) => toHeldPost(row, holders)),
      next: rows.length > limit ? (ids.at(-1) ?? null) : null,
      total: await countPosts(work, { duty, district }),
    }
  })
}

/** Makes a post; returns its id. Throws AppError `invalid-input` for an unknown agency or district. */
export const createPost = async (
  platform: Platform,
  person: Person,
  post: NewPost,
): Promise<string> => {
  await requireAbility(platform, person, MANAGE)
  const { agencies, codeLists } = platform.policies.rulebook.corpus
  const districts = codeLists.find(({ id }) => id === 'district')
  const issues = [
    agencies.some(({ id }) => id === post.agency) ? null : faultAt('unknown-agency', 'body.agency'),
    post.district === null || districts?.codes.some(({ code }) => code === post.district) !== false
      ? null
      : faultAt('unknown-district', 'body.district'),
  ].filter((issue) => issue !== null)
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  return inTransaction(platform.database, person.actor, async (work) => {
    const id = await addPost(work, post)
    const { id: account } = person.account
    await audit(work, { account, action: 'post.created', subject: id, details: { ...post } })
    return id
  })
}

/** Gives a post another name. */
export const changePost = async (
  platform: Platform,
  person: Person,
  { id, name }: { readonly id: string; readonly name: NewPost['name'] },
): Promise<void> => {
  await requireAbility(platform, person, MANAGE)
  await inTransaction(platform.database, person.actor, async (work) => {
    if (!(await renamePost(work, id, name))) throw missing('post', id)
    const { id: account } = person.account
    await audit(work, { account, action: 'post.renamed', subject: id, details: { name } })
  })
}

/** Removes a post that nobody ever held. Throws AppError `conflict`. */
export const deletePost = async (platform: Platform, person: Person, id: string): Promise<void> => {
  await requireAbility(platform, person, MANAGE)
  await inTransaction(platform.database, person.actor, async (work) => {
    if ((await findPost(work, id)) === undefined) throw missing('post', id)
    if (await wasHeld(work, id)) throw new AppError('conflict', { reason: 'post-was-held' })
    await removePost(work, id)
    await audit(work, { account: person.account.id, action: 'post.removed', subject: id })
  })
}

const readAppointment = ({ kind, since, until }: Appointment): void => {
  const issues = [
    kind === 'deputy' && until === null ? faultAt('deputy-needs-end', 'body.until') : null,
    until !== null && until < since ? faultAt('end-before-start', 'body.until') : null,
  ].filter((issue) => issue !== null)
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
}

const requireAccountOf = async (work: Work, email: string): Promise<string> => {
  const account = await findAccountByEmail(work, email)
  if (account !== undefined && !account.is_disabled) return account.id
  throw new AppError('invalid-input', { issues: [faultAt('unknown-account', 'body.email')] })
}

/**
 * Puts somebody on a post, or beside its holder as a deputy; returns the appointment's id. Throws AppError
 * `invalid-input`, `not-found`, `conflict` (`post-is-held`).
 */
export const appoint = async (
  platform: Platform,
  person: Person,
  { post, ...appointment }: Appointment & { readonly post: string },
): Promise<string> => {
  await requireAbility(platform, person, MANAGE)
  readAppointment(appointment)
  const { database } = platform
  const { email, kind, since, until } = appointment
  const account = await inTransaction(database, { kind: 'service' }, (work) =>
    requireAccountOf(work, email),
  )
  return explaining(REASONS, () =>
    inTransaction(database, person.actor, async (work) => {
      if ((await findPost(work, post)) === undefined) throw missing('post', post)
      const id = await addHolder(work, { post, account, kind, since, until })
      await audit(work, {
        account: person.account.id,
        action: 'post.appointed',
        subject: post,
        details: { account, kind, since, until },
      })
      return id
    }),
  )
}

/** Sets the last day of somebody on a post. Throws AppError `conflict` (`last-administrator`, `post-is-held`), `invalid-input`. */
export const endAppointment = async (
  platform: Platform,
  person: Person,
  { post, id, until }: { readonly post: string; readonly id: string; readonly until: string },
): Promise<void> => {
  await requireAbility(platform, person, MANAGE)
  const today = platform.clock.today()
  await explaining(REASONS, () =>
    inTransaction(platform.database, person.actor, async (work) => {
      await lockAdministrators(work)
      const holder = await findHolder(work, post, id)
      if (holder === undefined) throw missing('appointment', id)
      if (until < holder.since) {
        throw new AppError('invalid-input', { issues: [faultAt('end-before-start', 'body.until')] })
      }
      const administers = holder.duty === 'administrator' && holder.district === null
      if (administers && (await countAdministrators(work, { today, except: id })) === 0) {
        throw new AppError('conflict', { reason: 'last-administrator' })
      }
      if (!(await endHolder(work, id, until))) throw missing('appointment', id)
      await audit(work, {
        account: person.account.id,
        action: 'post.ended',
        subject: post,
        details: { account: holder.account, until },
      })
    }),
  )
}
