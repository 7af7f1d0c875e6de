import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '../platform/database/transaction.ts'

const selectMemberships = (work: Work, account: string, day: string) =>
  work
    .selectFrom('memberships as m')
    .innerJoin('enterprises as e', 'e.id', 'm.enterprise')
    .select(['m.id', 'm.enterprise', 'm.role', 'm.scopes', 'm.valid_until', 'e.uscc', 'e.name'])
    .where('m.account', '=', account)
    .where('m.revoked_at', 'is', null)
    .where('m.valid_from', '<=', day)
    .where(({ or, eb }) => or([eb('m.valid_until', 'is', null), eb('m.valid_until', '>=', day)]))
    .orderBy('e.name')
    .orderBy('m.id')

const selectPosts = (work: Work, account: string, day: string) =>
  work
    .selectFrom('post_holders as h')
    .innerJoin('posts as p', 'p.id', 'h.post')
    .select(['p.id', 'p.agency', 'p.district', 'p.duty', 'p.name_zh', 'p.name_en'])
    .distinct()
    .where('h.account', '=', account)
    .where('h.since', '<=', day)
    .where(({ or, eb }) => or([eb('h.until', 'is', null), eb('h.until', '>=', day)]))
    .orderBy('p.id')

const selectSubject = (work: Work, id: string | null) =>
  work.selectFrom('enterprises').select(['id', 'district']).where('id', '=', id)

/**
 * The memberships that an account has on a day, with their enterprises; the posts that it holds then, for
 * itself or as a deputy; and where an enterprise is, undefined when the transaction may not read it.
 */
export const findStanding = async (
  work: Work,
  asked: { readonly account: string; readonly day: string; readonly enterprise: string | null },
) => {
  const { account, day, enterprise } = asked
  const { subjects, ...standing } = await work
    .selectNoFrom([
      jsonArrayFrom(selectMemberships(work, account, day)).as('memberships'),
      jsonArrayFrom(selectPosts(work, account, day)).as('posts'),
      jsonArrayFrom(selectSubject(work, enterprise)).as('subjects'),
    ])
    .executeTakeFirstOrThrow()
  return { ...standing, subject: subjects[0] }
}

/** Where an enterprise is; undefined when there is none that the transaction may read. */
export const findEnterpriseSubject = (work: Work, id: string) =>
  selectSubject(work, id).executeTakeFirst()
