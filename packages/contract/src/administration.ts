import { z } from 'zod'
import { Day } from './bilingual.ts'
import { Account, Duty, Email, Post } from './identity.ts'
import { PageQuery, pageOf } from './page.ts'

const Id = z.uuid()
const Instant = z.iso.datetime()

/** A post to be made. */
export const NewPost = z
  .object({
    agency: z.string().min(1).max(80),
    district: z.string().min(1).max(80).nullable(),
    duty: Duty,
    name: z.object({ zh: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(80) }),
  })
  .meta({ id: 'NewPost' })
export type NewPost = z.infer<typeof NewPost>

/** Somebody on a post: its holder, or a deputy who stands in. */
export const PostHolder = z
  .object({
    id: Id,
    account: z.object({ id: Id, email: z.string(), name: z.string() }),
    kind: z.enum(['holder', 'deputy']),
    since: Day,
    /** The last day; null: until ended. */
    until: Day.nullable(),
  })
  .meta({ id: 'PostHolder' })
export type PostHolder = z.infer<typeof PostHolder>

/** A post with everybody who holds it now or will. */
export const HeldPost = Post.extend({ holders: z.array(PostHolder) }).meta({ id: 'HeldPost' })
export type HeldPost = z.infer<typeof HeldPost>

/** Which posts are wanted. */
export const PostQuery = PageQuery.extend({
  duty: Duty.optional(),
  district: z.string().max(80).optional(),
})
export type PostQuery = z.infer<typeof PostQuery>

/** One page of posts. */
export const PostPage = pageOf('PostPage', HeldPost)
export type PostPage = z.infer<typeof PostPage>

/** Somebody gets a post; a deputy gets it for a time. */
export const Appointment = z
  .object({
    email: Email,
    kind: z.enum(['holder', 'deputy']).default('holder'),
    since: Day,
    until: Day.nullable().default(null),
  })
  .meta({ id: 'Appointment' })
export type Appointment = z.infer<typeof Appointment>

/** The last day of somebody on a post. */
export const AppointmentEnd = z.object({ until: Day }).meta({ id: 'AppointmentEnd' })
export type AppointmentEnd = z.infer<typeof AppointmentEnd>

/** The new name of a post. */
export const PostChange = NewPost.pick({ name: true }).meta({ id: 'PostChange' })
export type PostChange = z.infer<typeof PostChange>

/** An account as administrators see it. */
export const AdministeredAccount = Account.extend({
  isDisabled: z.boolean(),
  createdAt: Instant,
}).meta({ id: 'AdministeredAccount' })
export type AdministeredAccount = z.infer<typeof AdministeredAccount>

/** One page of accounts. */
export const AccountPage = pageOf('AccountPage', AdministeredAccount)
export type AccountPage = z.infer<typeof AccountPage>

/** Which accounts are wanted: those whose name or address has the text in it. */
export const AccountQuery = PageQuery.extend({ text: z.string().trim().max(100).optional() })
export type AccountQuery = z.infer<typeof AccountQuery>

/** Closes an account, or opens it again. */
export const AccountSwitch = z.object({ isDisabled: z.boolean() }).meta({ id: 'AccountSwitch' })
export type AccountSwitch = z.infer<typeof AccountSwitch>
