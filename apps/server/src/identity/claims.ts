import { type Claim, type ClaimList, ClaimState, type NewClaim } from '@huiqi/contract'
import { AppError, normalizeUscc } from '@huiqi/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import { sendMail } from '../platform/mail.ts'
import type { Platform } from '../platform/platform.ts'
import {
  addClaim,
  countClaimCodes,
  decideClaim,
  dropLateClaims,
  findClaim,
  findClaimedEnterprise,
  listClaimsOf,
  setClaimExpiry,
} from './claims-repository.ts'
import { CODES_PER_HOUR, HOUR_MS, issueCode, redeemCode } from './codes.ts'
import { explaining } from './constraint.ts'
import { readGrant } from './grants.ts'
import { claimMail } from './mails.ts'
import { addMember, changeMember, findMembershipOf, hasOwner } from './members-repository.ts'
import type { Person } from './sessions.ts'

const SERVICE = { kind: 'service' } as const
const REASONS = { claims_one: 'already-claimed' }
const Proof = z.enum(['contact-code', 'officer'])

/** A mail address with most of its letters hidden. */
export const hideAddress = (email: string): string => {
  const [local = '', host = ''] = email.split('@')
  return `${local.slice(0, 1)}***@${host}`
}

type Row = Awaited<ReturnType<typeof listClaimsOf>>[number]

const toClaim = (row: Row, now: Date): Claim => {
  const isLate = row.state === 'waiting' && row.expires_at !== null && row.expires_at <= now
  const proof = Proof.parse(row.proof)
  return {
    id: row.id,
    enterprise: { uscc: row.uscc, name: row.name },
    proof,
    state: isLate ? 'expired' : ClaimState.parse(row.state),
    sentTo:
      proof === 'contact-code' && row.contact_email !== null
        ? hideAddress(row.contact_email)
        : null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
  }
}

/** One's own claims, the latest first. */
export const listClaims = async (
  { database, clock }: Platform,
  { account }: Person,
): Promise<ClaimList> => {
  const rows = await inTransaction(database, SERVICE, (work) => listClaimsOf(work, account.id))
  return { entries: rows.map((row) => toClaim(row, clock.now())) }
}

type Claimed = NonNullable<Awaited<ReturnType<typeof findClaimedEnterprise>>>

const sendCode = async (
  work: Work,
  { account }: Person,
  {
    claim,
    enterprise,
    now,
  }: { readonly claim: string; readonly enterprise: Claimed; readonly now: Date },
): Promise<void> => {
  const { contact_email: to } = enterprise
  if (to === null) throw new AppError('conflict', { reason: 'no-contact' })
  const since = new Date(now.getTime() - HOUR_MS)
  if ((await countClaimCodes(work, enterprise.id, since)) >= CODES_PER_HOUR) {
    throw new AppError('too-many-requests', { retryAfterSeconds: HOUR_MS / 1000 })
  }
  const { code, expiresAt } = await issueCode(work, claim, now)
  await setClaimExpiry(work, claim, expiresAt)
  await sendMail(work, { to, ...claimMail(code, { ...account, enterprise: enterprise.name }) })
}

const requireClaimable = async (
  work: Work,
  { account }: Person,
  { uscc, proof }: NewClaim,
): Promise<Claimed> => {
  const found = await findClaimedEnterprise(work, { uscc: normalizeUscc(uscc) })
  if (found === undefined) throw new AppError('not-found', { kind: 'enterprise', id: uscc })
  const before = await findMembershipOf(work, found.id, account.id)
  if (before?.role === 'owner') throw new AppError('conflict', { reason: 'already-member' })
  if (proof === 'contact-code' && (await hasOwner(work, found.id))) {
    throw new AppError('conflict', { reason: 'owner-exists' })
  }
  return found
}

/**
 * Says that somebody acts for an enterprise and sends the code, if a code is the proof. Throws AppError
 * `not-found` for an unknown number, `conflict` (`owner-exists`, `no-contact`, `already-claimed`,
 * `already-member`), `too-many-requests`.
 */
export const claimEnterprise = async (
  { database, clock }: Platform,
  person: Person,
  wanted: NewClaim,
): Promise<Claim> => {
  const now = clock.now()
  const { proof, note } = wanted
  const account = person.account.id
  return await explaining(REASONS, () =>
    inTransaction(database, SERVICE, async (work) => {
      const found = await requireClaimable(work, person, wanted)
      const { id: enterprise } = found
      await dropLateClaims(work, { enterprise, account, now })
      const claim = await addClaim(work, { enterprise, account, proof, note, now })
      if (proof === 'contact-code') await sendCode(work, person, { claim, enterprise: found, now })
      const details = { proof }
      await audit(work, { account, action: 'claim.made', enterprise, subject: claim, details })
      const own = await listClaimsOf(work, account)
      const made = own.find(({ id }) => id === claim)
      if (made === undefined) throw new Error(`claim ${claim} was not kept`)
      return toClaim(made, now)
    }),
  )
}

/** Makes the account the owner of the enterprise, whatever it was there before. */
export const makeOwner = async (
  work: Work,
  owner: {
    readonly enterprise: string
    readonly account: string
    readonly grantedBy: string | null
    readonly today: string
  },
): Promise<void> => {
  const rights = readGrant({ role: 'owner', scopes: [], validUntil: null }, owner.today)
  const before = await findMembershipOf(work, owner.enterprise, owner.account)
  if (before === undefined) await addMember(work, { ...owner, ...rights })
  else await changeMember(work, before.id, rights)
}

const requireOwnClaim = async (work: Work, { account }: Person, id: string) => {
  const claim = await findClaim(work, id)
  if (claim === undefined || claim.account !== account.id || claim.proof !== 'contact-code') {
    throw new AppError('not-found', { kind: 'claim', id })
  }
  if (claim.state !== 'waiting') throw new AppError('conflict', { reason: 'claim-decided' })
  const enterprise = await findClaimedEnterprise(work, { id: claim.enterprise })
  if (enterprise === undefined) throw new AppError('not-found', { kind: 'claim', id })
  return { claim, enterprise }
}

/** Sends a new code for a claim that waits. Throws as claimEnterprise does. */
export const sendClaimCodeAgain = (
  { database, clock }: Platform,
  person: Person,
  id: string,
): Promise<void> =>
  inTransaction(database, SERVICE, async (work) => {
    const { enterprise } = await requireOwnClaim(work, person, id)
    await sendCode(work, person, { claim: id, enterprise, now: clock.now() })
  })

/**
 * Makes the claimant the owner for the right code; the first right one wins. Throws AppError `wrong-code`,
 * `not-found`, `conflict` (`claim-decided`, `owner-exists`).
 */
export const proveClaim = async (
  { database, clock }: Platform,
  person: Person,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<void> => {
  const now = clock.now()
  const redeemed = await inTransaction(database, SERVICE, async (work) => {
    const { enterprise } = await requireOwnClaim(work, person, id)
    const tried = await redeemCode(work, { subject: id, code, now })
    if (!tried.ok) return tried
    if (await hasOwner(work, enterprise.id)) {
      throw new AppError('conflict', { reason: 'owner-exists' })
    }
    const { account } = person
    const owner = { enterprise: enterprise.id, account: account.id, grantedBy: null }
    await makeOwner(work, { ...owner, today: clock.today() })
    await decideClaim(work, id, { state: 'accepted', reason: null, by: null, now })
    await audit(work, {
      account: account.id,
      action: 'claim.accepted',
      enterprise: enterprise.id,
      subject: id,
      details: { proof: 'contact-code' },
    })
    return tried
  })
  if (!redeemed.ok) throw new AppError('wrong-code', { attemptsLeft: redeemed.attemptsLeft })
}
