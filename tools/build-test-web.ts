import path from 'node:path'
import { ROOT } from './repository.ts'
import type { Outcome } from './run-command.ts'
import { runCommand } from './run-command.ts'

/** Where the web app that tests look at is built: apart from the one that a running service serves. */
export const TEST_WEB = path.join(ROOT, '.huiqi', 'test-web')

/** As it is built for people: the variables of a test runner would make another program of it. */
const SURROUNDINGS = { env: { NODE_ENV: 'production' } }

const build = (part: string, ...more: readonly string[]): Promise<Outcome> =>
  runCommand(
    [
      process.execPath,
      'node_modules/.bin/vite',
      'build',
      'apps/web',
      '--outDir',
      path.join(TEST_WEB, part),
      ...more,
    ],
    SURROUNDINGS,
  )

/** Builds what browsers load and what renders pages into TEST_WEB. */
export const buildTestWeb = async (): Promise<Outcome> => {
  const client = await build('client')
  if (client.exitCode !== 0) return client
  return build('server', '--ssr')
}
