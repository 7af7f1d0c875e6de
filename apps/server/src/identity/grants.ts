import type { MemberChange, MemberScope } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'

const ALL_SCOPES: readonly MemberScope[] = ['read', 'state-facts', 'apply', 'members']

/** What somebody is to be allowed for an enterprise. */
export interface GrantedRights {
  readonly role: MemberChange['role']
  readonly scopes: MemberScope[]
  readonly validUntil: string | null
}

const faultsOf = (
  { role, scopes, validUntil }: MemberChange,
  today: string,
): readonly (readonly [string, string])[] => {
  const faults: (readonly [string, string] | false)[] = [
    role === 'owner' && validUntil !== null && ['owner-has-no-end', 'body.validUntil'],
    role !== 'owner' && scopes.includes('members') && ['members-scope-is-owners', 'body.scopes'],
    role === 'consultant' && validUntil === null && ['consultant-needs-end', 'body.validUntil'],
    validUntil !== null && validUntil < today && ['day-in-the-past', 'body.validUntil'],
  ]
  return faults.filter((fault) => fault !== false)
}

/**
 * The rights as they are kept: owners have every scope for good, others read at least. Throws AppError
 * `invalid-input` with everything that does not go together.
 */
export const readGrant = (grant: MemberChange, today: string): GrantedRights => {
  const issues = faultsOf(grant, today).map(([code, path]) => ({
    code,
    severity: 'error' as const,
    path,
    params: {},
  }))
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  const wanted = new Set<MemberScope>(['read', ...grant.scopes])
  return {
    role: grant.role,
    scopes: ALL_SCOPES.filter((scope) => grant.role === 'owner' || wanted.has(scope)),
    validUntil: grant.validUntil,
  }
}
