import type {
  SavedMeasure,
  SavedMeasureChange,
  SavedMeasurePage,
  SavedMeasureQuery,
} from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { audit } from '../audit/audit.ts'
import { type Asking, requireMember } from '../enterprises/read-file.ts'
import { summaryOf } from '../measures/measure-summary.ts'
import { lastChange } from '../measures/recorded-changes.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { dropSaved, findSaved, keepSaved, listSaved } from './saved-repository.ts'

interface SavedRow {
  readonly measure: string
  readonly is_followed: boolean
  readonly note: string
  readonly saved_at: Date
  readonly saved_by: string | null
}

/** What was saved; nothing when the measure is no longer listed. */
const show = ({ policies, clock }: Platform, row: SavedRow): readonly SavedMeasure[] => {
  const measure = policies.rulebook.measures.get(row.measure)
  if (measure === undefined) return []
  return [
    {
      measure: summaryOf(policies.rulebook, measure, clock.today()),
      isFollowed: row.is_followed,
      note: row.note,
      savedBy: row.saved_by,
      savedAt: row.saved_at.toISOString(),
    },
  ]
}

const readCursor = (after: string | undefined) => {
  const [, at, measure] = /^(.{24})~(.+)$/s.exec(after ?? '') ?? []
  const moment = new Date(at ?? '')
  return measure === undefined || Number.isNaN(moment.getTime()) ? null : { at: moment, measure }
}

/** One page of the measures that an enterprise has put aside. */
export const listSavedMeasures = async (
  platform: Platform,
  asking: Asking,
  asked: {
    readonly enterprise: string
    readonly query: SavedMeasureQuery
    readonly isWhole: boolean
  },
): Promise<SavedMeasurePage> => {
  const { enterprise, query, isWhole } = asked
  await requireMember(platform, asking, enterprise)
  return inTransaction(platform.database, asking.actor, async (work) => {
    const { total, rows } = await listSaved(work, {
      enterprise,
      isFollowedOnly: query.followed === true,
      after: readCursor(query.after),
      limit: isWhole ? null : query.limit + 1,
    })
    const shown = isWhole ? rows : rows.slice(0, query.limit)
    const last = shown.at(-1)
    const next = last === undefined ? null : `${last.saved_at.toISOString()}~${last.measure}`
    return {
      entries: shown.flatMap((row) => show(platform, row)),
      next: rows.length > shown.length ? next : null,
      total,
    }
  })
}

/** Puts a measure aside for everybody in the enterprise. Throws AppError `unknown-measure`. */
export const saveMeasure = async (
  platform: Platform,
  asking: Asking,
  saved: SavedMeasureChange & { readonly enterprise: string; readonly measure: string },
): Promise<SavedMeasure> => {
  const { enterprise, measure, isFollowed, note } = saved
  const account = await requireMember(platform, asking, enterprise)
  if (!platform.policies.rulebook.measures.has(measure)) {
    throw new AppError('unknown-measure', { id: measure })
  }
  return inTransaction(platform.database, asking.actor, async (work) => {
    const change = await lastChange(work)
    await keepSaved(work, { ...saved, account, at: platform.clock.now(), change })
    await audit(work, {
      account,
      action: 'measure.saved',
      enterprise,
      subject: measure,
      details: { isFollowed, note },
      request: asking.id,
    })
    const row = await findSaved(work, enterprise, measure)
    const [shown] = row === undefined ? [] : show(platform, row)
    if (shown === undefined) throw new AppError('unknown-measure', { id: measure })
    return shown
  })
}

/** Takes a measure from those put aside. Throws AppError `not-found` when it is not there. */
export const dropSavedMeasure = async (
  platform: Platform,
  asking: Asking,
  { enterprise, measure }: { readonly enterprise: string; readonly measure: string },
): Promise<void> => {
  const account = await requireMember(platform, asking, enterprise)
  await inTransaction(platform.database, asking.actor, async (work) => {
    if (!(await dropSaved(work, enterprise, measure))) {
      throw new AppError('not-found', { kind: 'saved-measure', id: measure })
    }
    await audit(work, {
      account,
      action: 'measure.dropped',
      enterprise,
      subject: measure,
      request: asking.id,
    })
  })
}
