import type { Server } from 'node:http'
import Provider from 'oidc-provider'

/** An OpenID provider that signs in whoever it is asked to. */
export interface TestProvider {
  readonly issuer: string
  /** Goes through the provider's pages as a browser; returns the address that it sends the browser back to. */
  readonly signIn: (url: string, subject: string) => Promise<string>
}

/** Subjects are `verified:mail@host` or `unverified:mail@host`. */
const claimsOf = (subject: string) => {
  const [kind = '', email = ''] = subject.split(':')
  return { sub: subject, email, email_verified: kind === 'verified', name: `${kind} person` }
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

const makeProvider = (issuer: string, redirectUri: string): Provider =>
  new Provider(issuer, {
    clients: [
      {
        client_id: 'huiqi',
        client_secret: 'secret-of-these-tests',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => claimsOf(subject) }),
    pkce: { required: () => true },
  })

/** A browser that keeps cookies and does not follow. */
const openBrowser = () => {
  const jar = new Map<string, string>()
  return async (url: string, form?: Readonly<Record<string, string>>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    await answer.text()
    return { url, location: answer.headers.get('location') }
  }
}

/** Starts a provider on a port of its own. */
export const openTestProvider = async (
  server: Server,
  redirectUri: string,
): Promise<TestProvider> => {
  const issuer = `http://127.0.0.1:${await listen(server)}`
  server.on('request', makeProvider(issuer, redirectUri).callback())
  return {
    issuer,
    signIn: async (url, subject) => {
      const visit = openBrowser()
      const forms = [
        { prompt: 'login', login: subject, password: 'x' },
        { prompt: 'consent' },
      ].values()
      let page = await visit(url)
      for (let step = 0; step < 10; step += 1) {
        const next = new URL(page.location ?? page.url, issuer).href
        if (next.startsWith(redirectUri)) return next
        page = await visit(next, page.location === null ? forms.next().value : undefined)
      }
      throw new Error(`the provider did not send ${subject} back`)
    },
  }
}
