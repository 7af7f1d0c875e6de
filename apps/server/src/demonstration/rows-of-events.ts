import { chanceOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import type { Cast, DrawnPerson } from './draw-people.ts'
import { type DrawnCity, momentOf } from './drawn-city.ts'
import { DAYS_OF_LIFE } from './rows-of-enterprises.ts'
import type { rowsOfImports } from './rows-of-imports.ts'
import type { rowsOfClaims, rowsOfWorkspace } from './rows-of-month.ts'
import type { rowsOfPeople } from './rows-of-people.ts'

/** Everything that the events tell of. */
export interface Happened {
  readonly people: ReturnType<typeof rowsOfPeople>
  readonly claims: ReturnType<typeof rowsOfClaims>
  readonly workspace: ReturnType<typeof rowsOfWorkspace>
  readonly imports: ReturnType<typeof rowsOfImports>
}

interface Event {
  readonly at: string
  readonly account: string | null
  readonly action: string
  readonly enterprise?: string
  readonly subject?: string
  readonly details?: Readonly<Record<string, string | number>>
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
    .map(({ at, account }) => ({
      at,
      account,
      action: 'account.signed-in',
      details: { way: 'password' },
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

const changed = ({ people, claims, workspace, imports }: Happened): readonly Event[] => [
  ...people.holders.map(({ id, post, account, since }) => ({
    at: `${since}T08:40:00+08:00`,
    account: null,
    action: 'post.appointed',
    subject: post,
    details: { account, holder: id },
  })),
  ...people.memberships
    .filter(({ role }) => role !== 'owner')
    .map(({ created_at, granted_by, enterprise, role, account }) => ({
      at: created_at,
      account: granted_by,
      action: 'membership.granted',
      enterprise,
      subject: account,
      details: { role },
    })),
  ...claims.claims.flatMap(
    ({ id, account, enterprise, created_at, state, decided_at, decided_by }) => [
      { at: created_at, account, action: 'claim.made', enterprise, subject: id },
      ...(decided_at === null
        ? []
        : [
            {
              at: decided_at,
              account: decided_by,
              action: `claim.${state}`,
              enterprise,
              subject: id,
            },
          ]),
    ],
  ),
  ...workspace.consents.map(({ given_at, given_by, enterprise, purpose }) => ({
    at: given_at,
    account: given_by,
    action: 'consent.given',
    enterprise,
    subject: purpose,
  })),
  ...workspace.invitations.map(({ created_at, invited_by, enterprise, email }) => ({
    at: created_at,
    account: invited_by,
    action: 'membership.invited',
    enterprise,
    subject: email,
  })),
  ...imports.batches.map(({ id, ended_at, begun_by, state, rows_in_all, rows_bad }) => ({
    at: ended_at,
    account: begun_by,
    action: `import.${state}`,
    subject: id,
    details: { rows: rows_in_all, bad: rows_bad },
  })),
]

/** Sign-ins, looks of officers into files, and a line for each change of the month; in the order of time. */
export const rowsOfEvents = (city: DrawnCity, cast: Cast, happened: Happened) => {
  const attempts = signInsOf(city, cast.people).toSorted((a, b) => a.at.localeCompare(b.at))
  const events = [...signedIn(attempts), ...looked(city, cast), ...changed(happened)]
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
