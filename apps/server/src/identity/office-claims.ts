import type { ClaimDecision, OfficeClaim, OfficeClaimPage } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { audit } from '../audit/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { sendMail } from '../platform/mail.ts'
import type { Platform } from '../platform/platform.ts'
import { findAccess, requireAbility } from './access.ts'
import { findAccountById } from './account-repository.ts'
import { makeOwner } from './claims.ts'
import {
  countOfficeClaims,
  decideClaim,
  findClaim,
  findClaimedEnterprise,
  listOfficeClaims,
} from './claims-repository.ts'
import { claimDecidedMail } from './mails.ts'
import type { Person } from './sessions.ts'

const SERVICE = { kind: 'service' } as const

type Row = Awaited<ReturnType<typeof listOfficeClaims>>[number]

const toOfficeClaim = (row: Row): OfficeClaim => ({
  id: row.id,
  enterprise: { id: row.enterprise, uscc: row.uscc, name: row.name, district: row.district },
  account: { id: row.account, email: row.email, name: row.account_name },
  note: row.note,
  hasOwner: Boolean(row.has_owner),
  createdAt: row.created_at.toISOString(),
})

const CURSOR = /^(\d{1,16})_([0-9a-f-]{36})$/

const readCursor = (text: string | undefined) => {
  if (text === undefined) return null
  const [, at, id] = CURSOR.exec(text) ?? []
  if (at === undefined || id === undefined) {
    throw new AppError('not-found', { kind: 'page', id: text })
  }
  return { at: new Date(Number(at)), id }
}

/** Claims in reach of an officer that wait for one, the oldest first. Throws AppError `not-allowed`. */
export const listClaimsToDecide = async (
  platform: Platform,
  person: Person,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<OfficeClaimPage> => {
  const { ability } = await findAccess(platform, person)
  if (!ability.can('read-claims', 'place')) {
    throw new AppError('not-allowed', { action: 'read-claims' })
  }
  return inTransaction(platform.database, person.actor, async (work) => {
    const rows = await listOfficeClaims(work, { after: readCursor(after), limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      entries: shown.map(toOfficeClaim),
      next:
        rows.length > limit && last !== undefined
          ? `${last.created_at.getTime()}_${last.id}`
          : null,
      total: await countOfficeClaims(work),
    }
  })
}

const findWaiting = async (platform: Platform, id: string) => {
  const claim = await inTransaction(platform.database, SERVICE, (work) => findClaim(work, id))
  if (claim === undefined || claim.proof !== 'officer') {
    throw new AppError('not-found', { kind: 'claim', id })
  }
  return claim
}

/**
 * Accepts a claim, which makes the claimant an owner, or refuses it with a reason; the claimant gets a mail.
 * Throws AppError `not-found` for a claim out of reach, `not-allowed` for one's own, `conflict`
 * (`claim-decided`).
 */
export const decideOnClaim = async (
  platform: Platform,
  person: Person,
  { id, decision }: { readonly id: string; readonly decision: ClaimDecision },
): Promise<void> => {
  const { database, clock } = platform
  const { enterprise, account } = await findWaiting(platform, id)
  await requireAbility(platform, person, { action: 'decide-claims', enterprise })
  if (account === person.account.id) throw new AppError('not-allowed', { action: 'own-claim' })
  const now = clock.now()
  const by = person.account.id
  await inTransaction(database, SERVICE, async (work) => {
    const claimed = await findClaimedEnterprise(work, { id: enterprise })
    const claim = await findClaim(work, id)
    if (claim?.state !== 'waiting') throw new AppError('conflict', { reason: 'claim-decided' })
    const isAccepted = decision.decision === 'accept'
    const state = isAccepted ? 'accepted' : 'refused'
    const reason = decision.decision === 'accept' ? null : decision.reason
    if (isAccepted) {
      await makeOwner(work, { enterprise, account, grantedBy: by, today: clock.today() })
    }
    await decideClaim(work, id, { state, reason, by, now })
    const details = { proof: 'officer', ...(reason === null ? {} : { reason }) }
    await audit(work, { account: by, action: `claim.${state}`, enterprise, subject: id, details })
    const claimant = await findAccountById(work, account)
    if (claimant === undefined) return
    const language = claimant.language === 'en' ? 'en' : 'zh'
    const words = claimDecidedMail({ enterprise: claimed?.name ?? '', reason }, language)
    await sendMail(work, { to: claimant.email, ...words })
  })
}
