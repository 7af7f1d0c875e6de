import type { Work } from '../platform/database/transaction.ts'

/** Keeps a draft and returns its id. */
export const addDraft = async (
  work: Work,
  draft: {
    readonly enterprise: string
    readonly account: string
    readonly at: Date
    readonly fileName: string
    readonly format: string
    readonly text: string
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('file_drafts')
    .values({
      enterprise: draft.enterprise,
      made_by: draft.account,
      made_at: draft.at,
      file_name: draft.fileName,
      format: draft.format,
      content: draft.text,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A draft of an enterprise; undefined when there is none. */
export const findDraft = (
  work: Work,
  { enterprise, id }: { readonly enterprise: string; readonly id: string },
) =>
  work
    .selectFrom('file_drafts')
    .select(['id', 'file_name', 'format', 'content', 'state', 'made_at'])
    .where('enterprise', '=', enterprise)
    .where('id', '=', id)
    .executeTakeFirst()

/** Ends a waiting draft; says whether it was waiting. */
export const endDraft = async (
  work: Work,
  { enterprise, id }: { readonly enterprise: string; readonly id: string },
  end: { readonly state: 'confirmed' | 'dropped'; readonly at: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('file_drafts')
    .set({ state: end.state, ended_at: end.at })
    .where('enterprise', '=', enterprise)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
