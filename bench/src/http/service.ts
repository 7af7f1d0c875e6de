import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fromJson, prepareRulebook } from '@huiqi/engine'
import { type Policies, readConfig, startServer, systemClock } from '@huiqi/server'
import type { FromService, ToService } from './messages.ts'

const readPolicies = (file: string): Policies => {
  const text = readFileSync(file, 'utf8')
  const checksum = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { rulebook: prepareRulebook(fromJson(text)), checksum }
}

const say = (message: FromService): void => {
  process.send?.(message)
}

const isAsked = (value: unknown): value is ToService =>
  typeof value === 'object' && value !== null && 'kind' in value

const run = async (): Promise<void> => {
  const config = readConfig(process.env)
  const policies = readPolicies(process.env.BENCH_CORPUS ?? '')
  const server = await startServer({ config, clock: systemClock(config.today), policies })
  say({ kind: 'ready', address: server.address, measures: policies.rulebook.measures.size })
  // Told to end, or left alone by a bench that died.
  process.once('disconnect', () => server.stop())
  process.on('message', (asked) => {
    if (!isAsked(asked)) return
    if (asked.kind === 'stop') {
      process.disconnect()
      return
    }
    if (asked.kind === 'processor') {
      const { user, system } = process.cpuUsage()
      say({ kind: 'processor', ms: (user + system) / 1000 })
      return
    }
    globalThis.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    say({ kind: 'memory', heapBytes: heapUsed, residentBytes: rss })
  })
}

await run()
