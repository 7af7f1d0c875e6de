import type {
  Enterprise,
  EnterprisePage,
  EnterpriseQuery,
  EnterpriseSummary,
  Named,
} from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { type Access, findAccess } from '../identity/access.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { derivedFacts, ladderStandings } from './derived-facts.ts'
import { findEnterprise, searchEnterprises } from './enterprise-repository.ts'
import { loadFile } from './load-file.ts'
import { type Asking, readFile } from './read-file.ts'
import { isInConflict } from './show-fact.ts'

/** A code of a fact's list by name; null when nothing is known. */
const namedCode = (rulebook: Rulebook, fact: string, code: string | null): Named | null => {
  if (code === null) return null
  const list = rulebook.facts.get(fact)?.codes ?? ''
  const found = rulebook.codeLists.get(list)?.list.codes.find((entry) => entry.code === code)
  return { id: code, name: found?.name ?? { zh: code, en: code } }
}

interface EnterpriseRow {
  readonly id: string
  readonly uscc: string
  readonly name: string
  readonly district: string | null
  readonly industry: string | null
  readonly is_synthetic: boolean
}

/** An enterprise as lists show it. */
export const summaryOfEnterprise = (
  rulebook: Rulebook,
  row: EnterpriseRow,
  { memberships }: Pick<Access, 'memberships'>,
): EnterpriseSummary => ({
  id: row.id,
  uscc: row.uscc,
  name: row.name,
  district: namedCode(rulebook, 'enterprise.district', row.district),
  industry: namedCode(rulebook, 'enterprise.industry', row.industry),
  isSynthetic: row.is_synthetic,
  isOwn: memberships.some(({ enterprise }) => enterprise.id === row.id),
})

const CURSOR = /^([0-9a-f-]{36})~(.*)$/s

const readCursor = (after: string | undefined) => {
  const [, id, name] = CURSOR.exec(after ?? '') ?? []
  return id === undefined || name === undefined ? null : { id, name }
}

const isWhole = (format: EnterpriseQuery['format']): boolean =>
  format === 'csv' || format === 'ndjson'

/** One page of the enterprises that the one who asks acts for or reaches; all of them as a table. */
export const listEnterprises = async (
  platform: Platform,
  asking: Asking,
  query: EnterpriseQuery,
): Promise<EnterprisePage> => {
  if (asking.account === null) throw new AppError('not-signed-in', {})
  const access = await findAccess(platform, asking)
  const own = access.memberships.map(({ enterprise }) => enterprise.id)
  const isOwnOnly = query.by === 'members' || access.posts.length === 0
  return inTransaction(platform.database, asking.actor, async (work) => {
    const { total, rows } = await searchEnterprises(work, {
      text: query.text ?? null,
      ids: isOwnOnly ? own : null,
      after: readCursor(query.after),
      limit: isWhole(query.format) ? null : query.limit + 1,
    })
    const shown = isWhole(query.format) ? rows : rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      entries: shown.map((row) => summaryOfEnterprise(platform.policies.rulebook, row, access)),
      next: rows.length > shown.length && last !== undefined ? `${last.id}~${last.name}` : null,
      total,
    }
  })
}

/** One enterprise with what the engine works out of its file. */
export const showEnterprise = async (
  platform: Platform,
  asking: Asking,
  id: string,
): Promise<Enterprise> =>
  readFile(platform, asking, {
    enterprise: id,
    part: 'overview',
    read: async (work, ground) => {
      const { rulebook } = platform.policies
      const access = await findAccess(platform, asking)
      const row = await findEnterprise(work, id)
      if (row === undefined) throw new AppError('not-found', { kind: 'enterprise', id })
      const file = await loadFile(work, rulebook, { id })
      const own = access.memberships.find(({ enterprise }) => enterprise.id === id)
      const bench = { rulebook, day: platform.clock.today() }
      const times = file.facts.flatMap(({ current, others }) =>
        [current, ...others].map((said) => said.stated_at.getTime()),
      )
      const latest = times.reduce((a, b) => Math.max(a, b), 0)
      return {
        ...summaryOfEnterprise(rulebook, row, access),
        scopes: ground === 'membership' ? [...(own?.scopes ?? [])] : null,
        contactEmail: row.contact_email,
        contactPhone: row.contact_phone,
        derived: [...derivedFacts(bench, file.enterprise)],
        ladders: [...ladderStandings(bench, file.enterprise)],
        facts: file.facts.length,
        conflicts: file.facts.filter(isInConflict).length,
        lastStatedAt: latest === 0 ? null : new Date(latest).toISOString(),
      }
    },
  })
