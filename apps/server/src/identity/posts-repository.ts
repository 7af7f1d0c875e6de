import type { NewPost } from '@huiqi/contract'
import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'

const ADMINISTRATORS_LOCK = 4

/** Makes others that appoint or end administrators wait until the transaction ends. */
export const lockAdministrators = async (work: Work): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(${ADMINISTRATORS_LOCK}, 0)`.execute(work)
}

/** How many people administer the whole city for good, but for one appointment. */
export const countAdministrators = async (
  work: Work,
  { today, except }: { readonly today: string; readonly except: string | null },
): Promise<number> => {
  const found = await work
    .selectFrom('post_holders as h')
    .innerJoin('posts as p', 'p.id', 'h.post')
    .innerJoin('accounts as a', 'a.id', 'h.account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('p.duty', '=', 'administrator')
    .where('p.district', 'is', null)
    .where('h.since', '<=', today)
    .where('h.until', 'is', null)
    .where('a.is_disabled', '=', false)
    .$if(except !== null, (query) => query.where('h.id', '<>', except ?? ''))
    .executeTakeFirstOrThrow()
  return found.count
}

/** Makes a post. */
export const addPost = async (work: Work, { agency, district, duty, name }: NewPost) => {
  const { id } = await work
    .insertInto('posts')
    .values({ agency, district, duty, name_zh: name.zh, name_en: name.en })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a post another name. */
export const renamePost = async (
  work: Work,
  id: string,
  name: NewPost['name'],
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('posts')
    .set({ name_zh: name.zh, name_en: name.en })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** Removes a post. */
export const removePost = async (work: Work, id: string): Promise<void> => {
  await work.deleteFrom('posts').where('id', '=', id).execute()
}

/** A post. */
export const findPost = (work: Work, id: string) =>
  work.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst()

/** Which posts of a list are wanted. */
export interface PostFilter {
  readonly duty: string | undefined
  readonly district: string | undefined
}

const wantedPosts = (work: Work, { duty, district }: PostFilter) =>
  work
    .selectFrom('posts')
    .$if(duty !== undefined, (query) => query.where('duty', '=', duty ?? ''))
    .$if(district !== undefined, (query) => query.where('district', '=', district ?? ''))

/** Posts by id, those after one. */
export const listPosts = (
  work: Work,
  filter: PostFilter,
  page: { readonly after: string | undefined; readonly limit: number },
) =>
  wantedPosts(work, filter)
    .selectAll()
    .$if(page.after !== undefined, (query) => query.where('id', '>', page.after ?? ''))
    .orderBy('id')
    .limit(page.limit)
    .execute()

/** How many posts are wanted in all. */
export const countPosts = async (work: Work, filter: PostFilter): Promise<number> => {
  const { count } = await wantedPosts(work, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Who holds some posts on a day or later. */
export const listHolders = (work: Work, posts: readonly string[], today: string) =>
  work
    .selectFrom('post_holders as h')
    .innerJoin('accounts as a', 'a.id', 'h.account')
    .select([
      'h.id',
      'h.post',
      'h.kind',
      'h.since',
      'h.until',
      'a.id as account',
      'a.email',
      'a.name',
    ])
    .where('h.post', 'in', [...posts])
    .where(({ or, eb }) => or([eb('h.until', 'is', null), eb('h.until', '>=', today)]))
    .orderBy('h.since')
    .orderBy('h.id')
    .execute()

/** Somebody on a post, with the post's duty and reach. */
export const findHolder = (work: Work, post: string, id: string) =>
  work
    .selectFrom('post_holders as h')
    .innerJoin('posts as p', 'p.id', 'h.post')
    .select(['h.id', 'h.since', 'h.until', 'h.kind', 'h.account', 'p.duty', 'p.district'])
    .where('h.post', '=', post)
    .where('h.id', '=', id)
    .executeTakeFirst()

/** Whether anybody ever held a post. */
export const wasHeld = async (work: Work, post: string): Promise<boolean> => {
  const found = await work
    .selectFrom('post_holders')
    .select('id')
    .where('post', '=', post)
    .executeTakeFirst()
  return found !== undefined
}

/** Puts somebody on a post. */
export const addHolder = async (
  work: Work,
  holder: {
    readonly post: string
    readonly account: string
    readonly kind: 'holder' | 'deputy'
    readonly since: string
    readonly until: string | null
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('post_holders')
    .values(holder)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Sets the last day of somebody on a post; false when the actor has no right to it by now. */
export const endHolder = async (work: Work, id: string, until: string): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('post_holders')
    .set({ until })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
