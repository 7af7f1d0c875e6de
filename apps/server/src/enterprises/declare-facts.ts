import type { DeclaredFacts, NewStatement } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { Platform } from '../platform/platform.ts'
import {
  addOwnStatements,
  type FactPlace,
  findStatement,
  lastOwnStatements,
  listThings,
  lockFile,
} from './file-repository.ts'
import { loadFile } from './load-file.ts'
import { type Asking, type Change, changeFile } from './read-file.ts'
import { type ReadStatementOf, readStatements } from './read-statements.ts'
import { toFactValue } from './scalar-json.ts'
import { showFacts } from './show-facts.ts'

const answer = async (
  platform: Platform,
  { work }: Change,
  changed: {
    readonly enterprise: string
    readonly places: readonly FactPlace[]
    readonly ids: readonly number[]
  },
): Promise<DeclaredFacts> => {
  const file = await loadFile(work, platform.policies.rulebook, { id: changed.enterprise })
  const wanted = file.facts.filter((held) =>
    changed.places.some(
      ({ fact, year, thing }) => held.fact === fact && held.year === year && held.thing === thing,
    ),
  )
  return {
    entries: [...(await showFacts(work, platform, { file, facts: wanted }))],
    statements: [...changed.ids],
  }
}

/** Adds statements of the enterprise's own and writes down what was said. */
export const keepStatements = async (
  by: Change,
  enterprise: string,
  statements: readonly ReadStatementOf[],
): Promise<readonly number[]> => {
  const values = statements.map((statement) => ({
    ...statement,
    value: statement.value === null ? null : toFactValue(statement.value),
  }))
  const ids = await addOwnStatements(by.work, { ...by, enterprise }, values)
  for (const { fact, year, thing, value } of values) {
    await by.note('fact.declared', fact, { year, thing, value })
  }
  return ids
}

/**
 * Declares values, all or none. Throws AppError `invalid-input` that names every problem with its place;
 * `not-found`, `not-allowed`.
 */
export const declareFacts = (
  platform: Platform,
  asking: Asking,
  asked: { readonly enterprise: string; readonly statements: readonly NewStatement[] },
): Promise<DeclaredFacts> =>
  changeFile(platform, { asking, enterprise: asked.enterprise }, async (by) => {
    const { enterprise } = asked
    await lockFile(by.work, enterprise)
    const things = await listThings(by.work, enterprise)
    const sight = {
      rulebook: platform.policies.rulebook,
      day: platform.clock.today(),
      things: new Map(things.map(({ id, kind }) => [id, kind])),
    }
    const { statements, issues } = readStatements(sight, asked.statements, 'body.statements')
    if (issues.length > 0) throw new AppError('invalid-input', { issues })
    const ids = await keepStatements(by, enterprise, statements)
    return answer(platform, by, { enterprise, places: statements, ids })
  })

const asOwnValue = (stored: unknown): string | boolean | null =>
  typeof stored === 'string' || typeof stored === 'boolean' ? stored : null

/**
 * Takes the latest own statement on a fact back: what the enterprise said before counts again. Throws
 * AppError `conflict` when it is no longer the latest, or not the enterprise's own.
 */
export const undoStatement = (
  platform: Platform,
  asking: Asking,
  { enterprise, statement }: { readonly enterprise: string; readonly statement: number },
): Promise<DeclaredFacts> =>
  changeFile(platform, { asking, enterprise }, async (by) => {
    await lockFile(by.work, enterprise)
    const found = await findStatement(by.work, enterprise, statement)
    if (found === undefined) {
      throw new AppError('not-found', { kind: 'statement', id: String(statement) })
    }
    if (found.source !== 'self') throw new AppError('conflict', { reason: 'statement-of-others' })
    const [latest, before] = await lastOwnStatements(by.work, enterprise, found)
    if (latest?.id !== statement) throw new AppError('conflict', { reason: 'statement-superseded' })
    const { fact, year, thing } = found
    const value = asOwnValue(before?.value ?? null)
    const ids = await addOwnStatements(by.work, { ...by, enterprise }, [
      { fact, year, thing, value },
    ])
    await by.note('fact.undone', fact, { year, thing, value, statement })
    return answer(platform, by, { enterprise, places: [found], ids })
  })
