import { inTransaction } from '../platform/database/transaction.ts'
import type { TestApp } from '../testing/open-test-app.fixture.ts'
import { hashPassword } from './password.ts'

/** The password of everybody in these tests. */
export const PASSWORD = 'correct-Horse-7-battery'

let asked = 0

/** Another network address each time, so that tests do not lock each other out. */
const nextAddress = (): string => {
  asked += 1
  return `2001:db8::${asked.toString(16)}`
}

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }

/** A request and what came back. */
export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly address?: string
}

/** Asks the service as its own pages do. */
export const ask = async (
  { app }: TestApp,
  { method = 'GET', url, body, headers = {}, address = nextAddress() }: Asked,
) => {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...OWN_PAGE, ...headers },
    remoteAddress: address,
    ...(body === undefined ? {} : { payload: JSON.parse(JSON.stringify(body)) }),
  })
  const cookie = answer.cookies.find(({ name }) => name === 'huiqi_session')
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.body === '' ? null : answer.json(),
    cookie: cookie === undefined ? null : `huiqi_session=${cookie.value}`,
    cookies: answer.cookies,
  }
}

/** Ways in and out of one service, told by what its own pages get. */
export const doorsOf = (service: () => TestApp) => ({
  signIn: (email: string, password: string, address?: string) =>
    ask(service(), {
      method: 'POST',
      url: '/session',
      body: { email, password },
      ...(address === undefined ? {} : { address }),
    }),
  /** The address of the account that a cookie stands for; null for none. */
  me: async (cookie: string | null) => {
    const { body } = await ask(service(), { url: '/me', headers: { cookie: cookie ?? '' } })
    return body.account?.email ?? null
  },
})

/** Makes an account with the password of these tests. */
export const addAccountWithPassword = async (
  { platform }: TestApp,
  email: string,
): Promise<string> => {
  const { id } = await platform.database
    .insertInto('accounts')
    .values({ email, name: '试验', password_hash: await hashPassword(PASSWORD) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The mails to an address, the latest first. */
export const mailsTo = ({ platform }: TestApp, address: string) =>
  inTransaction(platform.database, { kind: 'service' }, (work) =>
    work
      .selectFrom('mails')
      .select(['title', 'body'])
      .where('recipient', '=', address)
      .orderBy('id', 'desc')
      .execute(),
  )

/** The code in the latest mail to an address. */
export const codeTo = async (service: TestApp, address: string): Promise<string> => {
  const [mail] = await mailsTo(service, address)
  const [, code] = /(?:验证码是?|[Cc]ode(?: is)?) (\d{6})/.exec(mail?.body ?? '') ?? []
  if (code === undefined) throw new Error(`no code was sent to ${address}`)
  return code
}

/** Six digits that are not the code. */
export const otherThan = (code: string): string =>
  String((Number(code) + 1) % 1_000_000).padStart(6, '0')
