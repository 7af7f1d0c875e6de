import type { AuditAction } from '@huiqi/contract'
import type { JsonObject } from '../platform/database/schema.generated.ts'
import { chanceOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import type { Cast, DrawnPerson } from './draw-people.ts'
import { type DrawnCity, momentOf } from './drawn-city.ts'
import { DAYS_OF_LIFE } from './rows-of-enterprises.ts'
import type { rowsOfImports } from './rows-of-imports.ts'
import type { rowsOfClaims, rowsOfWorkspace } from './rows-of-month.ts'
import type { rowsOfPeople } from './rows-of-people.ts'
import type { rowsOfStatements } from './rows-of-statements.ts'

/** Everything that the events tell of. */
export interface Happened {
  readonly people: ReturnType<typeof rowsOfPeople>
  readonly claims: ReturnType<typeof rowsOfClaims>
  readonly workspace: ReturnType<typeof rowsOfWorkspace>
  readonly imports: ReturnType<typeof rowsOfImports>
  readonly said: ReturnType<typeof rowsOfStatements>
}

interface Event {
  readonly at: string
  readonly account: string | null
  readonly action: AuditAction
  readonly enterprise?: string
  readonly subject?: string
  readonly details?: JsonObject
}

const SIGN_IN_SHARE = 0.35
const WRONG_PASSWORD_SHARE = 0.08
const ADDRESS = '192.0.2.'

interface Attempt {
  readonly email: string
  readonly address: string
  readonly succeeded: boolean
  readonly at: string
  readonly account: string
}

const signInsOf = (city: DrawnCity, people: readonly DrawnPerson[]): readonly Attempt[] =>
  people.flatMap(({ id, email }, place) => {
    const chance = chanceOf(SEED, `sign-ins ${email}`)
    return Array.from({ length: DAYS_OF_LIFE }, (_, at) => DAYS_OF_LIFE - at).flatMap((daysAgo) => {
      if (!chance.happens(SIGN_IN_SHARE)) return []
      const time = (minute: number) =>
        `${String(8 + (place % 9)).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const minute = chance.below(58)
      const attempt = { email, address: `${ADDRESS}${10 + place}`, account: id }
      const failed = chance.happens(WRONG_PASSWORD_SHARE)
      return [
        ...(failed
          ? [{ ...attempt, succeeded: false, at: momentOf(city.today, daysAgo, time(minute)) }]
          : []),
        { ...attempt, succeeded: true, at: momentOf(city.today, daysAgo, time(minute + 1)) },
      ]
    })
  })

const signedIn = (attempts: readonly Attempt[]): readonly Event[] =>
  attempts
    .filter(({ succeeded }) => succeeded)
    .map(({ at, account, address }) => ({
      at,
      account,
      action: 'account.signed-in',
      details: { by: 'password', address },
    }))

const looked = (city: DrawnCity, cast: Cast): readonly Event[] => {
  const chance = chanceOf(SEED, 'looks')
  return (['district-officer', 'city-officer', 'specialist'] as const).flatMap((part) =>
    [21, 16, 12, 7, 4, 2].map((daysAgo) => {
      const isCity = part === 'city-officer'
      const reached = city.enterprises.filter(
        ({ district }) => isCity || district === cast.districts[0],
      )
      return {
        at: momentOf(city.today, daysAgo, '14:05'),
        account: cast.person(part).id,
        action: 'enterprise.read',
        enterprise: (daysAgo === 12 ? cast.first : chance.pick(reached)).id,
        subject: 'facts',
      }
    }),
  )
}

const appointed = ({ people }: Happened, cast: Cast): readonly Event[] => {
  const administrator = cast.person('administrator').id
  const own = people.holders.find(({ account }) => account === administrator)?.post
  const created = people.posts.map(({ id, ...post }): Event => {
    const isOwn = id === own
    const { agency, district, duty, name_zh: zh, name_en: en } = post
    return {
      at: people.appointedAt,
      account: administrator,
      action: isOwn ? 'post.first-administrator' : 'post.created',
      subject: id,
      details: isOwn ? {} : { agency, district, duty, name: { zh, en } },
    }
  })
  const held = people.holders
    .filter(({ post }) => post !== own)
    .map(
      ({ post, account, kind, since, until }): Event => ({
        at: people.appointedAt,
        account: administrator,
        action: 'post.appointed',
        subject: post,
        details: { account, kind, since, until },
      }),
    )
  return [...created, ...held]
}

const claimed = ({ claims }: Happened): readonly Event[] =>
  claims.claims.flatMap((claim): readonly Event[] => {
    const { id: subject, account, enterprise, proof, reason } = claim
    const made: Event = {
      at: claim.created_at,
      account,
      action: 'claim.made',
      enterprise,
      subject,
      details: { proof },
    }
    if (claim.state === 'waiting' || claim.decided_at === null) return [made]
    const decided: Event = {
      at: claim.decided_at,
      account: claim.decided_by ?? account,
      action: `claim.${claim.state}`,
      enterprise,
      subject,
      details: reason === null ? { proof } : { proof, reason },
    }
    return [made, decided]
  })

const joined = ({ workspace, people }: Happened): readonly Event[] =>
  workspace.invitations.flatMap((invitation): readonly Event[] => {
    const { enterprise, role, scopes, valid_until: validUntil, decided_at: at } = invitation
    const invited: Event = {
      at: invitation.created_at,
      account: invitation.invited_by,
      action: 'membership.invited',
      enterprise,
      subject: invitation.email,
      details: { role, scopes: [...scopes], validUntil },
    }
    const account = people.accounts.find(({ email }) => email === invitation.email)?.id ?? null
    return at === null
      ? [invited]
      : [
          invited,
          {
            at,
            account,
            action: 'membership.invitation-accepted',
            enterprise,
            subject: invitation.id,
          },
        ]
  })

const kept = ({ workspace }: Happened): readonly Event[] => [
  ...workspace.consents.map(
    ({ given_at, given_by, enterprise, purpose }): Event => ({
      at: given_at,
      account: given_by,
      action: 'consent.given',
      enterprise,
      subject: purpose,
    }),
  ),
  ...workspace.saved.map(
    (saved): Event => ({
      at: saved.saved_at,
      account: saved.saved_by,
      action: 'measure.saved',
      enterprise: saved.enterprise,
      subject: saved.measure,
      details: { isFollowed: saved.is_followed, note: saved.note },
    }),
  ),
]

const stated = ({ said }: Happened): readonly Event[] => [
  ...said.things.map(
    ({ created_at, enterprise, id, kind, name }): Event => ({
      at: created_at,
      account: said.addedBy.get(id) ?? null,
      action: 'thing.added',
      enterprise,
      subject: id,
      details: { kind, name },
    }),
  ),
  ...said.statements.flatMap(
    ({ stated_at, stated_by, enterprise, fact, year, thing, value }): readonly Event[] =>
      stated_by === null
        ? []
        : [
            {
              at: stated_at,
              account: stated_by,
              action: 'fact.declared',
              enterprise,
              subject: fact,
              details: { year, thing, value },
            },
          ],
  ),
]

const imported = ({ imports }: Happened): readonly Event[] =>
  imports.batches.flatMap((batch): readonly Event[] => {
    const { id: subject, begun_by: account, source, grade, district } = batch
    const begun: Event = {
      at: batch.begun_at,
      account,
      action: 'import.begun',
      subject,
      details: { fileName: batch.file_name, source, grade, district },
    }
    if (batch.state !== 'applied') return [begun]
    const { rows_in_all: rows, statements_made: statements } = batch
    const details = { source, grade, rows, statements }
    return [
      begun,
      { at: batch.ended_at, account, action: 'import.confirmed', subject },
      { at: batch.ended_at, account, action: 'import.applied', subject, details },
    ]
  })

/** Sign-ins, looks of officers into files, and a line for each change of the month; in the order of time. */
export const rowsOfEvents = (city: DrawnCity, cast: Cast, happened: Happened) => {
  const attempts = signInsOf(city, cast.people).toSorted((a, b) => a.at.localeCompare(b.at))
  const events = [
    ...appointed(happened, cast),
    ...[claimed, joined, kept, stated, imported].flatMap((tell) => tell(happened)),
    ...signedIn(attempts),
    ...looked(city, cast),
  ]
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ at, account, action, enterprise, subject, details }) => ({
      at,
      account,
      action,
      enterprise: enterprise ?? null,
      subject: subject ?? null,
      details: { ...details },
    }))
  const tries = attempts.map(({ email, address, succeeded, at }) => ({
    email,
    address,
    succeeded,
    at,
  }))
  return { events, tries }
}
