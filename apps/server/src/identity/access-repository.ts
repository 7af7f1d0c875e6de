import type { Database } from '../platform/database/open-database.ts'
import type { Work } from '../platform/database/transaction.ts'

/** The memberships that an account has on a day, with their enterprises. */
export const listMembershipsOf = (work: Work, account: string, day: string) =>
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
    .execute()

/** The posts that an account holds on a day, for itself or as a deputy. */
export const listPostsOf = (work: Work, account: string, day: string) =>
  work
    .selectFrom('post_holders as h')
    .innerJoin('posts as p', 'p.id', 'h.post')
    .select(['p.id', 'p.agency', 'p.district', 'p.duty', 'p.name_zh', 'p.name_en'])
    .distinct()
    .where('h.account', '=', account)
    .where('h.since', '<=', day)
    .where(({ or, eb }) => or([eb('h.until', 'is', null), eb('h.until', '>=', day)]))
    .orderBy('p.id')
    .execute()

/** Where an enterprise is, whoever asks; undefined when there is none. */
export const findEnterpriseSubject = (database: Database, id: string) =>
  database
    .selectFrom('enterprises')
    .select(['id', 'district'])
    .where('id', '=', id)
    .executeTakeFirst()
