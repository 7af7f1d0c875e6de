import type { MarkedRead, MessagePage, MessageQuery, ReadMark } from '@huiqi/contract'
import { type Asking, requireMember } from '../enterprises/read-file.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { listMessages, markRead } from './message-repository.ts'
import { sayMessage } from './say-message.ts'

/** One page of the messages to the enterprise and to the one who asks. */
export const showMessages = async (
  platform: Platform,
  asking: Asking,
  asked: {
    readonly enterprise: string
    readonly query: MessageQuery
    readonly isWhole: boolean
  },
): Promise<MessagePage> => {
  const { enterprise, query, isWhole } = asked
  await requireMember(platform, asking, enterprise)
  return inTransaction(platform.database, asking.actor, async (work) => {
    const { total, rows } = await listMessages(work, {
      enterprise,
      isUnreadOnly: query.unread === true,
      before: query.after === undefined ? null : Number(query.after) || 0,
      limit: isWhole ? null : query.limit + 1,
    })
    const shown = isWhole ? rows : rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      entries: shown.map((row) => sayMessage(platform.policies.rulebook, row)),
      next: rows.length > shown.length && last !== undefined ? String(last.id) : null,
      total,
    }
  })
}

/** Marks messages as read; without ids all of them. */
export const readMessages = async (
  platform: Platform,
  asking: Asking,
  { enterprise, ids }: ReadMark & { readonly enterprise: string },
): Promise<MarkedRead> => {
  await requireMember(platform, asking, enterprise)
  const marked = await inTransaction(platform.database, asking.actor, (work) =>
    markRead(work, { enterprise, ids: ids ?? null, at: platform.clock.now() }),
  )
  return { marked }
}
