import { hashPassword } from '../identity/password.ts'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { DEMONSTRATION_PASSWORD, SEED } from './demonstration.ts'
import { analyseTables, markDemonstration } from './demonstration-repository.ts'
import { drawCast } from './draw-people.ts'
import { drawCity } from './drawn-city.ts'
import { liveMonth } from './live-month.ts'
import { rowsOfEnterprises } from './rows-of-enterprises.ts'
import { rowsOfEvents } from './rows-of-events.ts'
import { rowsOfImports } from './rows-of-imports.ts'
import { rowsOfMessages } from './rows-of-messages.ts'
import { rowsOfClaims, rowsOfWorkspace } from './rows-of-month.ts'
import { rowsOfPeople } from './rows-of-people.ts'
import { APPLIED_BATCH, rowsOfStatements } from './rows-of-statements.ts'
import { insertRows } from './rows-repository.ts'

const drawAll = ({ policies, clock, config }: Platform, passwordHash: string) => {
  const on = { rulebook: policies.rulebook, today: clock.today() }
  const city = drawCity(on, config.demonstrationEnterprises)
  const cast = drawCast(city)
  const said = rowsOfStatements(city, cast)
  const applied = said.statements.filter(({ batch }) => batch === APPLIED_BATCH).length
  const happened = {
    people: rowsOfPeople(city, cast, passwordHash),
    claims: rowsOfClaims(city, cast, passwordHash),
    workspace: rowsOfWorkspace(city, cast),
    imports: rowsOfImports(city, cast, applied),
    said,
  }
  return {
    city,
    cast,
    ...happened,
    messages: rowsOfMessages(city, cast),
    registers: rowsOfEnterprises(city, cast),
    told: rowsOfEvents(city, cast, happened),
  }
}

/**
 * Fills an empty database with an invented city after a month of life: enterprises with what registers say
 * of them, people of every role, claims, imports, corrections, messages, visits, events. The same size, day and policies
 * give the same rows.
 */
export const loadDemonstration = async (work: Work, platform: Platform): Promise<void> => {
  const drawn = drawAll(platform, await hashPassword(DEMONSTRATION_PASSWORD))
  const { people, claims, workspace, imports, said, registers, told } = drawn
  await insertRows(work, 'accounts', [...people.accounts, ...claims.accounts])
  await insertRows(work, 'enterprises', registers.enterprises)
  await insertRows(work, 'posts', people.posts)
  await insertRows(work, 'post_holders', people.holders)
  await insertRows(work, 'memberships', [...people.memberships, ...claims.memberships])
  await insertRows(work, 'claims', claims.claims)
  await insertRows(work, 'invitations', workspace.invitations)
  await insertRows(work, 'things', [...registers.things, ...said.things])
  await insertRows(work, 'import_batches', imports.batches)
  await insertRows(work, 'import_issues', imports.issues)
  await insertRows(work, 'statements', registers.statements)
  await insertRows(work, 'statements', said.statements)
  await insertRows(work, 'consents', workspace.consents)
  await insertRows(work, 'saved_measures', workspace.saved)
  await liveMonth(work, platform, drawn)
  await insertRows(work, 'sign_in_attempts', told.tries)
  await insertRows(work, 'audit_events', told.events)
  await markDemonstration(work, {
    seed: SEED,
    on: platform.clock.today(),
    enterprises: registers.enterprises.length,
  })
  await analyseTables(work)
}
