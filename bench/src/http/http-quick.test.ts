import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const BENCH = path.join(import.meta.dirname, '..', '..', 'http.ts')

test('every kind of request of the HTTP bench is answered, after a restart and for a while', async () => {
  const asked = [BENCH, '--quick', '--web', 'not-built']
  const { stdout } = await promisify(execFile)(process.execPath, asked)
  expect(stdout).toBe('500 measures, 6 loads and a soak, 0 requests failed\n')
}, 180_000)
