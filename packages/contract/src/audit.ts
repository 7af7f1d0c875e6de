import { z } from 'zod'
import { Bilingual } from './bilingual.ts'
import { PageQuery, pageOf } from './page.ts'

const Id = z.uuid()
const Instant = z.iso.datetime()

/** Everything that is written down, as `feature.what-happened`. */
export const AuditAction = z
  .enum([
    'account.changed',
    'account.disabled',
    'account.enabled',
    'account.linked',
    'account.password-changed',
    'account.signed-in',
    'account.signed-out',
    'account.signed-out-everywhere',
    'award.declared',
    'award.taken-back',
    'claim.accepted',
    'claim.made',
    'claim.refused',
    'consent.given',
    'consent.withdrawn',
    'draft.confirmed',
    'draft.dropped',
    'draft.made',
    'enterprise.read',
    'fact.declared',
    'fact.undone',
    'import.applied',
    'import.begun',
    'import.cancelled',
    'import.confirmed',
    'import.retried',
    'measure.dropped',
    'measure.saved',
    'membership.changed',
    'membership.invitation-accepted',
    'membership.invitation-declined',
    'membership.invitation-withdrawn',
    'membership.invited',
    'membership.revoked',
    'post.appointed',
    'post.created',
    'post.ended',
    'post.first-administrator',
    'post.removed',
    'post.renamed',
    'thing.absence',
    'thing.added',
    'thing.removed',
    'thing.renamed',
  ])
  .meta({ id: 'AuditAction' })
export type AuditAction = z.infer<typeof AuditAction>

/** Something that was done, or an officer's look into a file. */
export const AuditEvent = z
  .object({
    id: z.int(),
    at: Instant,
    account: z.object({ id: Id, name: z.string() }).nullable(),
    action: AuditAction,
    enterprise: z.object({ id: Id, name: z.string() }).nullable(),
    /** What it was done to: an id, or a few words. */
    subject: z.string().nullable(),
    /** What the subject is called; null when it has no name. */
    subjectName: Bilingual.nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent' })
export type AuditEvent = z.infer<typeof AuditEvent>

/** One page of events, the latest first. */
export const AuditPage = pageOf('AuditPage', AuditEvent)
export type AuditPage = z.infer<typeof AuditPage>

/** Which events are wanted. */
export const AuditQuery = PageQuery.extend({
  action: AuditAction.optional(),
  account: Id.optional(),
  enterprise: Id.optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>
