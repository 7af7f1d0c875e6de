import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { SecondEngine } from './second-engine.ts'

/** Engines that are run by Python, where it has the package for them: `chdb` or `pyspark`. */
export type PeerName = 'clickhouse' | 'spark'

const PEERS: readonly PeerName[] = ['clickhouse', 'spark']

/** What `PEERS=clickhouse,spark` asks for, run by `PEERS_PYTHON` (python3); nothing otherwise. */
export const peersAskedFor = (environment: {
  readonly PEERS?: string | undefined
  readonly PEERS_PYTHON?: string | undefined
}): { readonly python: string; readonly names: readonly PeerName[] } => ({
  python: environment.PEERS_PYTHON ?? 'python3',
  names: PEERS.filter((name) => (environment.PEERS ?? '').split(',').includes(name)),
})

const PROGRAM = path.join(import.meta.dirname, 'peer.py')

/** The last day that every engine knows, and ClickHouse's, which ends earlier. */
const NEVER = { spark: '9999-12-31', clickhouse: '2299-12-31' } as const

interface Answer {
  readonly version?: string
  readonly rows?: readonly (readonly unknown[])[]
  readonly error?: string
}

/** Opens an engine in a Python program, which ends with it. Throws Error with what the program says. */
export const openPeer = async (python: string, dialect: PeerName): Promise<SecondEngine> => {
  const program = spawn(python, [PROGRAM, dialect], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Answer> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${dialect} ended`)
    const answer: Answer = JSON.parse(value)
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer
  }
  const ask = (request: object): Promise<Answer> => {
    program.stdin.write(`${JSON.stringify(request)}\n`)
    return next()
  }
  const { version = '' } = await next()
  return {
    dialect,
    version,
    run: async (sql) => {
      await ask({ sql })
    },
    rows: async (sql) => (await ask({ sql })).rows ?? [],
    load: async (table, file) => {
      const text = readFileSync(file, 'utf8').replaceAll(NEVER.spark, NEVER[dialect])
      writeFileSync(`${file}.csv`, text, { mode: 0o644 })
      await ask({ table, file: `${file}.csv` })
    },
    close: async () => {
      const ended = new Promise((resolve) => program.once('close', resolve))
      program.stdin.end()
      await ended
    },
  }
}
