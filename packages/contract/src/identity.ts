import { z } from 'zod'
import { Bilingual, Day, Language } from './bilingual.ts'
import { pageOf } from './page.ts'

const Id = z.uuid()
const Instant = z.iso.datetime()

/** An address of electronic mail, in small letters. */
export const Email = z
  .string()
  .trim()
  .max(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email())

const PersonName = z.string().trim().min(1).max(80)

/** At least twelve characters, any of them; the service also refuses the ones that are easy to guess. */
export const NewPassword = z.string().min(12).max(200)

/** The six digits that a mail carries. */
export const Code = z.string().regex(/^\d{6}$/)

/** What a member does for the enterprise. */
export const MemberRole = z.enum(['owner', 'finance', 'consultant']).meta({ id: 'MemberRole' })
export type MemberRole = z.infer<typeof MemberRole>

/** What a member may do: read the file, state facts, apply, choose the members. */
export const MemberScope = z
  .enum(['read', 'state-facts', 'apply', 'members'])
  .meta({ id: 'MemberScope' })
export type MemberScope = z.infer<typeof MemberScope>

/** What the holder of a post does. */
export const Duty = z
  .enum(['case-officer', 'policy-officer', 'specialist', 'supervisor', 'administrator'])
  .meta({ id: 'Duty' })
export type Duty = z.infer<typeof Duty>

/** A new account: the code that is mailed confirms it. */
export const SignUp = z
  .object({
    email: Email,
    name: PersonName,
    password: NewPassword,
    language: Language.default('zh'),
  })
  .meta({ id: 'SignUp' })
export type SignUp = z.infer<typeof SignUp>

/** A code is on its way, if there is somebody to send it to. */
export const CodeSent = z
  .object({
    /** Needed to use the code. */
    id: Id,
    expiresAt: Instant,
  })
  .meta({ id: 'CodeSent' })
export type CodeSent = z.infer<typeof CodeSent>

/** The code of a mail. */
export const CodeEntry = z.object({ code: Code }).meta({ id: 'CodeEntry' })
export type CodeEntry = z.infer<typeof CodeEntry>

/** Somebody wants to sign in. */
export const SignIn = z
  .object({ email: Email, password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>

/** Somebody forgot the password. */
export const PasswordReset = z.object({ email: Email }).meta({ id: 'PasswordReset' })
export type PasswordReset = z.infer<typeof PasswordReset>

/** The code of the mail and the new password. */
export const PasswordResetEntry = z
  .object({ code: Code, password: NewPassword })
  .meta({ id: 'PasswordResetEntry' })
export type PasswordResetEntry = z.infer<typeof PasswordResetEntry>

/** The password so far and the one from now on. */
export const PasswordChange = z
  .object({ password: z.string().min(1).max(200), newPassword: NewPassword })
  .meta({ id: 'PasswordChange' })
export type PasswordChange = z.infer<typeof PasswordChange>

/** What somebody changes of the own account. */
export const AccountChange = z
  .object({ name: PersonName.optional(), language: Language.optional() })
  .meta({ id: 'AccountChange' })
export type AccountChange = z.infer<typeof AccountChange>

/** An account, as its owner and administrators see it. */
export const Account = z
  .object({ id: Id, email: z.string(), name: z.string(), language: Language })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

/** An enterprise somebody acts for, what in and until when. */
export const OwnMembership = z
  .object({
    id: Id,
    enterprise: z.object({ id: Id, uscc: z.string(), name: z.string() }),
    role: MemberRole,
    scopes: z.array(MemberScope),
    /** The last day; null: until taken back. */
    validUntil: Day.nullable(),
  })
  .meta({ id: 'OwnMembership' })
export type OwnMembership = z.infer<typeof OwnMembership>

/** A post and where it reaches: `district` null is the whole city. */
export const Post = z
  .object({
    id: Id,
    agency: z.string(),
    district: z.string().nullable(),
    duty: Duty,
    name: Bilingual,
  })
  .meta({ id: 'Post' })
export type Post = z.infer<typeof Post>

/** Something that the caller may do, in the shape of a CASL rule. */
export const AbilityRule = z
  .object({
    action: z.string(),
    subject: z.string(),
    conditions: z.record(z.string(), z.string().nullable()).optional(),
    /** What gives the right. */
    reason: z.enum(['membership', 'post']),
  })
  .meta({ id: 'AbilityRule' })
export type AbilityRule = z.infer<typeof AbilityRule>

/** Who the caller is and what the caller may do; `account` is null for a visitor. */
export const Me = z
  .object({
    account: Account.nullable(),
    memberships: z.array(OwnMembership),
    posts: z.array(Post),
    rules: z.array(AbilityRule),
    /** Invitations that wait for an answer. */
    invitations: z.int().nonnegative(),
    /** Whether one can sign in with the city's account. */
    hasOidc: z.boolean(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** A running session. */
export const Session = z
  .object({
    id: Id,
    openedAt: Instant,
    lastSeenAt: Instant,
    address: z.string(),
    agent: z.string(),
    isThisOne: z.boolean(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

/** One's own running sessions, the latest first. */
export const SessionList = z.object({ entries: z.array(Session) }).meta({ id: 'SessionList' })
export type SessionList = z.infer<typeof SessionList>

/** Where to go after signing in with the city's account: a path of this site. */
export const OidcStart = z.object({
  return: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])/)
    .default('/'),
})
export type OidcStart = z.infer<typeof OidcStart>

/** Somebody says to act for an enterprise. */
export const NewClaim = z
  .object({
    uscc: z.string().trim().min(1).max(40),
    /** A code to the contact that is registered, or an officer looks into it. */
    proof: z.enum(['contact-code', 'officer']),
    /** For the officer. */
    note: z.string().trim().max(500).default(''),
  })
  .meta({ id: 'NewClaim' })
export type NewClaim = z.infer<typeof NewClaim>

/** How a claim stands. */
export const ClaimState = z
  .enum(['waiting', 'accepted', 'refused', 'expired'])
  .meta({ id: 'ClaimState' })
export type ClaimState = z.infer<typeof ClaimState>

/** A claim as its maker sees it. */
export const Claim = z
  .object({
    id: Id,
    enterprise: z.object({ uscc: z.string(), name: z.string() }),
    proof: z.enum(['contact-code', 'officer']),
    state: ClaimState,
    /** The registered contact with most letters hidden; null when an officer decides. */
    sentTo: z.string().nullable(),
    expiresAt: Instant.nullable(),
    reason: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Claim' })
export type Claim = z.infer<typeof Claim>

/** One's own claims. */
export const ClaimList = z.object({ entries: z.array(Claim) }).meta({ id: 'ClaimList' })
export type ClaimList = z.infer<typeof ClaimList>

/** A claim as the officer sees it who decides. */
export const OfficeClaim = z
  .object({
    id: Id,
    enterprise: z.object({
      id: Id,
      uscc: z.string(),
      name: z.string(),
      district: z.string().nullable(),
    }),
    account: z.object({ id: Id, email: z.string(), name: z.string() }),
    note: z.string(),
    /** Whether somebody owns the enterprise here already. */
    hasOwner: z.boolean(),
    createdAt: Instant,
  })
  .meta({ id: 'OfficeClaim' })
export type OfficeClaim = z.infer<typeof OfficeClaim>

/** One page of the claims that wait for an officer. */
export const OfficeClaimPage = pageOf('OfficeClaimPage', OfficeClaim)
export type OfficeClaimPage = z.infer<typeof OfficeClaimPage>

/** What an officer says to a claim; a refusal has a reason. */
export const ClaimDecision = z
  .discriminatedUnion('decision', [
    z.object({ decision: z.literal('accept') }),
    z.object({ decision: z.literal('refuse'), reason: z.string().trim().min(1).max(500) }),
  ])
  .meta({ id: 'ClaimDecision' })
export type ClaimDecision = z.infer<typeof ClaimDecision>

/** What somebody may do for an enterprise and until when. */
const Grant = z.object({
  role: MemberRole,
  /** Owners have all of them whatever is said here. */
  scopes: z.array(MemberScope).max(4),
  /** The last day; consultants have one. */
  validUntil: Day.nullable(),
})

/** A member of an enterprise. */
export const Member = z
  .object({
    id: Id,
    account: z.object({ id: Id, email: z.string(), name: z.string() }),
    role: MemberRole,
    scopes: z.array(MemberScope),
    validFrom: Day,
    validUntil: Day.nullable(),
    /** Past its last day: it gives no rights any more. */
    isOver: z.boolean(),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

/** The members of an enterprise. */
export const MemberList = z.object({ entries: z.array(Member) }).meta({ id: 'MemberList' })
export type MemberList = z.infer<typeof MemberList>

/** The new rights of a member. */
export const MemberChange = Grant.meta({ id: 'MemberChange' })
export type MemberChange = z.infer<typeof MemberChange>

/** Asks somebody to act for the enterprise. */
export const NewInvitation = Grant.extend({ email: Email }).meta({ id: 'NewInvitation' })
export type NewInvitation = z.infer<typeof NewInvitation>

/** An invitation that waits for an answer. */
export const Invitation = z
  .object({
    id: Id,
    enterprise: z.object({ id: Id, name: z.string() }),
    email: z.string(),
    role: MemberRole,
    scopes: z.array(MemberScope),
    validUntil: Day.nullable(),
    invitedBy: z.string(),
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

/** Waiting invitations. */
export const InvitationList = z
  .object({ entries: z.array(Invitation) })
  .meta({ id: 'InvitationList' })
export type InvitationList = z.infer<typeof InvitationList>

/** The id of what was made. */
export const Made = z.object({ id: Id }).meta({ id: 'Made' })
export type Made = z.infer<typeof Made>
