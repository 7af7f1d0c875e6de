import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildTestWeb, TEST_WEB } from './build-test-web.ts'
import { listFiles, ROOT } from './repository.ts'
import type { Outcome } from './run-command.ts'
import type { StepResult, Tell } from './step.ts'
import { oneResult } from './step.ts'
import { CHROMIUM, missingReason, SYSTEM_POSTGRES, thisMachine } from './system-program.ts'
import { leaveOut, runVitest, type VitestRun } from './vitest-step.ts'

let built: Promise<Outcome> | null = null

/** The web app is built once for all steps of a run. */
const onBuiltWeb = async (run: VitestRun, tell: Tell): Promise<StepResult> => {
  if (built === null) tell('building the web app')
  built ??= buildTestWeb()
  const { exitCode, output } = await built
  if (exitCode !== 0) return oneResult(false, output)
  return runVitest({ ...run, env: { ...run.env, HUIQI_TEST_WEB: TEST_WEB } }, tell)
}

const BROWSER: VitestRun = { name: 'browser', projects: ['browser'] }

/** The whole window in a browser, on the PostgreSQL that comes with it. */
export const runBrowserTests = async (tell: Tell): Promise<StepResult> => {
  const reason = await missingReason(CHROMIUM, thisMachine, tell)
  return reason === null ? onBuiltWeb(BROWSER, tell) : leaveOut(BROWSER, reason)
}

const USES_DATABASE =
  /open-test-(?:app|database)\.fixture|open-service\.fixture|inject\('postgres'\)/

/** The tests of the service that ask the database of the run. */
export const listDatabaseTests = (files: readonly string[] = listFiles()): readonly string[] =>
  files
    .filter((file) => /^(?:apps\/server\/src|tests\/service)\/.*\.test\.ts$/.test(file))
    .filter((file) => USES_DATABASE.test(readFileSync(path.join(ROOT, file), 'utf8')))

const JOURNEYS = ['owner', 'office'].map((who) => `tests/browser/workspace-${who}.test.ts`)
const ON_SYSTEM = { HUIQI_TEST_POSTGRES: 'system' }

const joined = (...results: readonly StepResult[]): StepResult => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
  skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
  note: results.map(({ note }) => note).join('; '),
  output: results.map(({ output }) => output).join(''),
})

/** What asks a database, and the main journeys in a browser, once more on the system's own PostgreSQL. */
export const runSystemPostgresTests = async (tell: Tell): Promise<StepResult> => {
  const service = { name: 'postgres', projects: ['service'], files: listDatabaseTests() }
  const browser = { name: 'postgres-browser', projects: ['browser'], files: JOURNEYS }
  const reason = await missingReason(SYSTEM_POSTGRES, thisMachine, tell)
  if (reason !== null)
    return joined(await leaveOut(service, reason), await leaveOut(browser, reason))
  const asked = await runVitest({ ...service, env: ON_SYSTEM }, tell)
  const unseen = await missingReason(CHROMIUM, thisMachine, tell)
  const seen =
    unseen === null
      ? await onBuiltWeb({ ...browser, env: ON_SYSTEM }, tell)
      : await leaveOut(browser, unseen)
  return joined(asked, seen)
}
