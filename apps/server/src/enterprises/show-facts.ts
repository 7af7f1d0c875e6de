import type {
  FactHistory,
  FactHistoryQuery,
  HeldFact,
  HeldFactPage,
  HeldFactQuery,
} from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { listHistory, namesOf } from './file-repository.ts'
import { type EnterpriseFile, type FactOnFile, loadFile } from './load-file.ts'
import { type Asking, readFile } from './read-file.ts'
import { isInConflict, showFact, showStatement } from './show-fact.ts'

/** Facts of a file as they are shown. */
export const showFacts = async (
  work: Work,
  { policies, clock }: Platform,
  { file, facts }: { readonly file: EnterpriseFile; readonly facts: readonly FactOnFile[] },
): Promise<readonly HeldFact[]> => {
  const people = facts.flatMap(({ current, others }) =>
    [current, ...others].flatMap(({ stated_by: person }) => person ?? []),
  )
  const names = await namesOf(work, people)
  const things = new Map(file.things.map(({ id, kind, name }) => [id, { id, kind, name }]))
  const sight = { rulebook: policies.rulebook, day: clock.today(), names, things }
  return facts.flatMap((fact) => showFact(sight, fact))
}

const keyOf = ({ fact, year, thing }: FactOnFile): string => `${fact}~${year ?? ''}~${thing ?? ''}`

/** One page of the facts of a file. */
export const listFacts = (
  platform: Platform,
  asking: Asking,
  { enterprise, query }: { readonly enterprise: string; readonly query: HeldFactQuery },
): Promise<HeldFactPage> =>
  readFile(platform, asking, {
    enterprise,
    part: 'facts',
    read: async (work) => {
      const file = await loadFile(work, platform.policies.rulebook, { id: enterprise })
      const wanted = file.facts
        .filter((fact) => query.conflicts !== true || isInConflict(fact))
        .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      const from = query.after ?? ''
      const rest = wanted.filter((fact) => keyOf(fact) > from)
      const shown = rest.slice(0, query.limit)
      const last = shown.at(-1)
      return {
        entries: [...(await showFacts(work, platform, { file, facts: shown }))],
        next: rest.length > shown.length && last !== undefined ? keyOf(last) : null,
        total: wanted.length,
      }
    },
  })

/** One page of everything that was said of a fact. */
export const showHistory = (
  platform: Platform,
  asking: Asking,
  asked: {
    readonly enterprise: string
    readonly fact: string
    readonly query: FactHistoryQuery
  },
): Promise<FactHistory> => {
  const { enterprise, fact, query } = asked
  const { rulebook } = platform.policies
  return readFile(platform, asking, {
    enterprise,
    part: `facts/${fact}`,
    read: async (work) => {
      if (!rulebook.facts.has(fact)) throw new AppError('unknown-fact', { id: fact })
      const { total, rows } = await listHistory(work, enterprise, {
        fact,
        year: query.year ?? null,
        thing: query.thing ?? null,
        limit: query.limit + 1,
        before: query.after === undefined ? null : Number(query.after) || 0,
      })
      const shown = rows.slice(0, query.limit)
      const names = await namesOf(
        work,
        shown.flatMap(({ stated_by: person }) => person ?? []),
      )
      const last = shown.at(-1)
      return {
        entries: shown.map((row) => showStatement(rulebook, row, names)),
        next: rows.length > shown.length && last !== undefined ? String(last.id) : null,
        total,
      }
    },
  })
}
