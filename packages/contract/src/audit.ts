import { z } from 'zod'
import { PageQuery, pageOf } from './page.ts'

const Id = z.uuid()
const Instant = z.iso.datetime()

/** Something that was done, or an officer's look into a file. */
export const AuditEvent = z
  .object({
    id: z.int(),
    at: Instant,
    account: z.object({ id: Id, name: z.string() }).nullable(),
    action: z.string(),
    enterprise: Id.nullable(),
    subject: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent' })
export type AuditEvent = z.infer<typeof AuditEvent>

/** One page of events, the latest first. */
export const AuditPage = pageOf('AuditPage', AuditEvent)
export type AuditPage = z.infer<typeof AuditPage>

/** Which events are wanted. */
export const AuditQuery = PageQuery.extend({
  action: z.string().max(80).optional(),
  account: Id.optional(),
  enterprise: Id.optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>
