import { randomUUID } from 'node:crypto'
import { type Actor, inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { SESSION_COOKIE } from '../platform/session.ts'
import { openSession } from '../platform/session-store.ts'

/** An enterprise that somebody acts for; without `id` a new one is made. */
export interface TestMembership {
  readonly enterprise?: string
  readonly role?: 'owner' | 'finance' | 'consultant'
  readonly scopes?: readonly string[]
  readonly validFrom?: string
  readonly validUntil?: string | null
}

/** A post that somebody holds; `district` null: of the whole city. */
export interface TestPost {
  readonly duty: 'case-officer' | 'policy-officer' | 'specialist' | 'supervisor' | 'administrator'
  readonly agency?: string
  readonly district?: string | null
  readonly since?: string
  readonly until?: string | null
}

/** Who is to be signed in: nobody in particular unless memberships or posts are named. */
export interface TestPerson {
  readonly email?: string
  readonly name?: string
  readonly language?: 'zh' | 'en'
  readonly memberships?: readonly TestMembership[]
  readonly posts?: readonly TestPost[]
}

/** Somebody with a running session. */
export interface TestSession {
  readonly account: string
  readonly email: string
  readonly actor: Actor
  /** `huiqi_session=…` */
  readonly cookie: string
  /** What a browser on our own pages sends: for `app.inject`. */
  readonly headers: { readonly cookie: string; readonly 'sec-fetch-site': 'same-origin' }
  /** The enterprises of the memberships, in the order in which they were asked for; posts likewise. */
  readonly enterprises: readonly string[]
  readonly posts: readonly string[]
}

const ALL_SCOPES = ['read', 'state-facts', 'apply', 'members']
const SINCE = '2020-01-01'

/** Makes an enterprise with an invented number. */
export const addTestEnterprise = async (
  { database }: Pick<Platform, 'database'>,
  enterprise: {
    readonly uscc?: string
    readonly name?: string
    readonly district?: string | null
    readonly contactEmail?: string | null
  } = {},
): Promise<string> => {
  const { id } = await database
    .insertInto('enterprises')
    .values({
      uscc: enterprise.uscc ?? `TEST${randomUUID().replaceAll('-', '').slice(0, 14).toUpperCase()}`,
      name: enterprise.name ?? '试验企业',
      district: enterprise.district === undefined ? '310115' : enterprise.district,
      contact_email: enterprise.contactEmail ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const addMembership = async (
  platform: Pick<Platform, 'database'>,
  account: string,
  wanted: TestMembership,
): Promise<string> => {
  const { role = 'owner', validFrom = SINCE, validUntil = null } = wanted
  const enterprise = wanted.enterprise ?? (await addTestEnterprise(platform))
  const scopes = wanted.scopes ?? (role === 'owner' ? ALL_SCOPES : ['read'])
  await platform.database
    .insertInto('memberships')
    .values({
      enterprise,
      account,
      role,
      scopes: [...scopes],
      valid_from: validFrom,
      valid_until: role === 'consultant' ? (validUntil ?? '2099-12-31') : validUntil,
    })
    .execute()
  return enterprise
}

const addPost = async (work: Work, account: string, wanted: TestPost): Promise<string> => {
  const { duty, agency = 'sheitc', district = null, since = SINCE, until = null } = wanted
  const { id } = await work
    .insertInto('posts')
    .values({ duty, agency, district, name_zh: duty, name_en: duty })
    .returning('id')
    .executeTakeFirstOrThrow()
  await work.insertInto('post_holders').values({ post: id, account, since, until }).execute()
  return id
}

/** Makes an account with memberships and posts, and signs it in. */
export const signInAs = async (
  { platform }: { readonly platform: Pick<Platform, 'database' | 'clock'> },
  person: TestPerson = {},
): Promise<TestSession> => {
  const { email = `${randomUUID()}@example.com`, name = '试验', language = 'zh' } = person
  const { database, clock } = platform
  const { id: account } = await database
    .insertInto('accounts')
    .values({ email, name, language })
    .returning('id')
    .executeTakeFirstOrThrow()
  const enterprises: string[] = []
  for (const wanted of person.memberships ?? []) {
    enterprises.push(await addMembership(platform, account, wanted))
  }
  const { token, posts } = await inTransaction(database, { kind: 'service' }, async (work) => {
    const held: string[] = []
    for (const wanted of person.posts ?? []) held.push(await addPost(work, account, wanted))
    const origin = { address: '127.0.0.1', agent: 'test', now: clock.now() }
    return { token: await openSession(work, account, origin), posts: held }
  })
  const cookie = `${SESSION_COOKIE}=${token}`
  return {
    account,
    email,
    actor: { kind: 'account', account, today: clock.today() },
    cookie,
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    enterprises,
    posts,
  }
}
