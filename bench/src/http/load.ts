import { Agent, request } from 'node:http'

/** A request of a user. */
export interface Shot {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The shots one after the other, over and over. */
export const inTurn =
  (shots: readonly Shot[]) =>
  (count: number): Shot =>
    shots[count % shots.length] ?? { path: '/api/v1/health' }

/** What a load was answered with. */
export interface Measured {
  readonly users: number
  readonly requests: number
  readonly seconds: number
  /** Milliseconds from the first byte out to the last byte in, shortest first. */
  readonly times: Float64Array
  /** Answers that were no success, by status. */
  readonly failures: Readonly<Record<string, number>>
}

const ask = (agent: Agent, address: string, { path, headers }: Shot): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(address + path, { agent, headers: { ...headers } }, (answer) => {
      answer.on('data', () => undefined)
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })

/** The load of users who each ask again as soon as they are answered, on connections that stay open. */
export interface Load {
  readonly address: string
  readonly users: number
  readonly seconds: number
  /** The request that comes next. */
  readonly nextShot: (count: number) => Shot
}

/** Puts a load on a service. */
export const measure = async ({ address, users, seconds, nextShot }: Load): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: users })
  const times: number[] = []
  const failures: Record<string, number> = {}
  const begun = performance.now()
  const until = begun + seconds * 1000
  let count = 0
  const use = async (): Promise<void> => {
    while (performance.now() < until) {
      count += 1
      const sent = performance.now()
      const status = await ask(agent, address, nextShot(count))
      times.push(performance.now() - sent)
      if (status < 200 || status > 299) failures[status] = (failures[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: users }, use))
  agent.destroy()
  const spent = (performance.now() - begun) / 1000
  return {
    users,
    requests: times.length,
    seconds: spent,
    times: Float64Array.from(times).toSorted(),
    failures,
  }
}

/** How many answers were no success. */
export const countFailures = ({ failures }: Pick<Measured, 'failures'>): number =>
  Object.values(failures).reduce((sum, count) => sum + count, 0)

/** The time within which a share of the requests was answered. */
export const quantile = ({ times }: Measured, share: number): number =>
  times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0
