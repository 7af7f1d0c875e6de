import type { Cast } from './scenarios.ts'

const OTHER_ENTERPRISES = 300

const askJson = async <Answer>(url: string, init: RequestInit = {}): Promise<Answer> => {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return JSON.parse(await answer.text())
}

const signIn = async (address: string, name: string): Promise<Record<string, string>> => {
  const { demonstration } = await askJson<{ demonstration: { password: string } }>(
    `${address}/api/v1/demonstration`,
  )
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@huiqi.example`, password: demonstration.password }),
  })
  const [cookie = ''] = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  return { cookie }
}

interface Ids {
  readonly entries: readonly { readonly id: string }[]
}

/** Signs people of the invented city in and looks up whom the requests are about. */
export const drawCast = async (address: string, hasPages: boolean): Promise<Cast> => {
  const list = async (url: string, headers: Record<string, string> = {}): Promise<string[]> =>
    (await askJson<Ids>(address + url, { headers })).entries.map(({ id }) => id)
  const owner = await signIn(address, 'owner')
  const officer = await signIn(address, 'city')
  const [own = ''] = await list('/api/v1/enterprises?limit=1', owner)
  const others: string[] = []
  let after = ''
  while (others.length < OTHER_ENTERPRISES) {
    const page = await askJson<Ids & { next: string | null }>(
      `${address}/api/v1/enterprises?limit=100${after}`,
      { headers: officer },
    )
    others.push(...page.entries.map(({ id }) => id))
    if (page.next === null) break
    after = `&after=${encodeURIComponent(page.next)}`
  }
  const measures = await list('/api/v1/measures?limit=100')
  return { measures, own, owner, others, officer, hasPages }
}
