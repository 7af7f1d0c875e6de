import type { Draft, DraftChange, FileFormat, NewDraft } from '@huiqi/contract'
import { describeIssue, readEnterprise } from '@huiqi/corpus'
import { AppError, hasErrors, type Issue } from '@huiqi/domain'
import type { Enterprise } from '@huiqi/engine'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { keepStatements } from './declare-facts.ts'
import { compareDraft, type DraftChanges, type ThingOfDraft } from './draft-changes.ts'
import { addDraft, endDraft, findDraft } from './draft-repository.ts'
import { addAbsence, addAward, addThing, lockFile } from './file-repository.ts'
import { sayNeed, sayValue } from './in-both-languages.ts'
import { loadFile } from './load-file.ts'
import { type Asking, type Change, changeFile } from './read-file.ts'

interface ReadDocument {
  readonly enterprise: Enterprise
  readonly warnings: readonly Issue[]
}

interface DocumentText {
  readonly fileName: string
  readonly format: FileFormat
  readonly text: string
}

/** Reads a document of the enterprise with this number. Throws AppError `invalid-input` with every problem. */
const readDocument = async (
  { policies, clock }: Platform,
  { fileName, format, text }: DocumentText,
  uscc: string | null,
): Promise<ReadDocument> => {
  const { enterprise, issues } = await readEnterprise(
    { text, format, file: fileName, today: clock.today() },
    policies.rulebook,
  )
  const isOther = enterprise !== null && enterprise.uscc !== null && enterprise.uscc !== uscc
  const other: readonly Issue[] = isOther
    ? [
        {
          code: 'draft-of-other',
          severity: 'error',
          path: 'uscc',
          params: { found: enterprise.uscc ?? '' },
        },
      ]
    : []
  const all = [...issues, ...other]
  if (enterprise === null || hasErrors(all)) {
    throw new AppError('invalid-input', {
      issues: all.filter(({ severity }) => severity === 'error'),
    })
  }
  return { enterprise, warnings: issues }
}

const showChanges = (
  { policies, clock }: Platform,
  { values }: DraftChanges,
): readonly DraftChange[] => {
  const bench = { rulebook: policies.rulebook, day: clock.today() }
  return values.flatMap(({ fact, year, thing, from, to }) => {
    const definition = bench.rulebook.facts.get(fact)
    if (definition === undefined) return []
    return [
      {
        fact,
        name: sayNeed(bench, { fact, year }),
        year,
        thing:
          thing === null ? null : { kind: thing.kind, name: thing.name, isNew: thing.id === null },
        from: from === null ? null : sayValue(bench.rulebook, definition, from),
        to: sayValue(bench.rulebook, definition, to),
      },
    ]
  })
}

const FORMATS: readonly FileFormat[] = ['yaml', 'json', 'csv']
const STATES: readonly Draft['state'][] = ['waiting', 'confirmed', 'dropped']

const compare = async (
  work: Work,
  platform: Platform,
  at: { readonly enterprise: string; readonly id: string },
) => {
  const row = await findDraft(work, at)
  if (row === undefined) throw new AppError('not-found', { kind: 'draft', id: at.id })
  const file = await loadFile(work, platform.policies.rulebook, { id: at.enterprise })
  const text = {
    fileName: row.file_name,
    format: FORMATS.find((format) => format === row.format) ?? 'yaml',
    text: row.content,
  }
  const { enterprise, warnings } = await readDocument(platform, text, file.enterprise.uscc)
  return { row, warnings, changes: compareDraft(file, enterprise) }
}

const show = async (
  work: Work,
  platform: Platform,
  at: { readonly enterprise: string; readonly id: string },
): Promise<Draft> => {
  const { row, warnings, changes } = await compare(work, platform, at)
  const { measures } = platform.policies.rulebook
  return {
    id: row.id,
    fileName: row.file_name,
    madeAt: row.made_at.toISOString(),
    state: STATES.find((state) => state === row.state) ?? 'waiting',
    changes: [...showChanges(platform, changes)],
    awards: changes.awards.map(({ measure, on }) => ({
      measure,
      name: measures.get(measure)?.name ?? { zh: measure, en: measure },
      grantedOn: on,
    })),
    things: changes.things.map(({ kind, name }) => ({ kind, name })),
    absent: [...changes.absent],
    warnings: warnings.map((issue) => ({
      code: issue.code,
      message: describeIssue(issue, 'zh'),
    })),
  }
}

/** Takes a file in as a draft and says what it would change. Throws AppError `invalid-input`. */
export const makeDraft = (
  platform: Platform,
  asking: Asking,
  draft: NewDraft & { readonly enterprise: string },
): Promise<Draft> =>
  changeFile(platform, { asking, enterprise: draft.enterprise }, async (by) => {
    const file = await loadFile(by.work, platform.policies.rulebook, { id: draft.enterprise })
    await readDocument(platform, draft, file.enterprise.uscc)
    const id = await addDraft(by.work, { ...draft, account: by.account, at: by.at })
    await by.note('draft.made', id, { fileName: draft.fileName })
    return show(by.work, platform, { enterprise: draft.enterprise, id })
  })

/** A draft and what it would change now. */
export const showDraft = (
  platform: Platform,
  asking: Asking,
  at: { readonly enterprise: string; readonly id: string },
): Promise<Draft> =>
  changeFile(platform, { asking, enterprise: at.enterprise }, ({ work }) =>
    show(work, platform, at),
  )

const apply = async (by: Change, enterprise: string, changes: DraftChanges): Promise<void> => {
  const made = new Map<number, string>()
  for (const { kind, name, place } of changes.things) {
    made.set(place, await addThing(by.work, { enterprise, kind, name, at: by.at }))
  }
  const idOf = (thing: ThingOfDraft | null): string | null =>
    thing === null ? null : (thing.id ?? made.get(thing.place) ?? null)
  const statements = changes.values.map(({ fact, year, thing, to }) => ({
    fact,
    year,
    thing: idOf(thing),
    value: to,
  }))
  await keepStatements(by, enterprise, statements)
  for (const { measure, on, amount } of changes.awards) {
    const award = { enterprise, measure, grantedOn: on, amountFen: amount }
    await addAward(by.work, { ...award, account: by.account, at: by.at })
  }
  for (const kind of changes.absent) {
    await addAbsence(by.work, { enterprise, kind, account: by.account, at: by.at })
  }
}

const over = () => new AppError('conflict', { reason: 'draft-over' })

/** Does what a draft would change now, all or nothing. Throws AppError `conflict` when it is over. */
export const confirmDraft = (
  platform: Platform,
  asking: Asking,
  at: { readonly enterprise: string; readonly id: string },
): Promise<Draft> =>
  changeFile(platform, { asking, enterprise: at.enterprise }, async (by) => {
    await lockFile(by.work, at.enterprise)
    const { changes } = await compare(by.work, platform, at)
    if (!(await endDraft(by.work, at, { state: 'confirmed', at: by.at }))) throw over()
    await apply(by, at.enterprise, changes)
    await by.note('draft.confirmed', at.id, { values: changes.values.length })
    return show(by.work, platform, at)
  })

/** Throws a draft away. Throws AppError `conflict` when it is over. */
export const dropDraft = (
  platform: Platform,
  asking: Asking,
  at: { readonly enterprise: string; readonly id: string },
): Promise<Draft> =>
  changeFile(platform, { asking, enterprise: at.enterprise }, async (by) => {
    const draft = await show(by.work, platform, at)
    if (!(await endDraft(by.work, at, { state: 'dropped', at: by.at }))) throw over()
    await by.note('draft.dropped', at.id)
    return { ...draft, state: 'dropped' as const }
  })
