import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from './run-command.ts'
import type { Tell } from './step.ts'

/** A program of the system that some tests need, and the packages of Debian that bring it. */
export interface SystemProgram {
  readonly name: string
  readonly packages: readonly string[]
  readonly isThere: () => boolean
}

const CLUSTERS = '/usr/lib/postgresql'

/** The browser of the tests; HUIQI_CHROMIUM says where it is when not at its usual place. */
export const CHROMIUM: SystemProgram = {
  name: 'Chromium',
  packages: ['chromium', 'fonts-noto-cjk'],
  isThere: () => existsSync(process.env.HUIQI_CHROMIUM ?? '/usr/bin/chromium'),
}

/** The PostgreSQL of the system: the second one of the tests. */
export const SYSTEM_POSTGRES: SystemProgram = {
  name: 'a PostgreSQL of the system',
  packages: ['postgresql-15'],
  isThere: () =>
    existsSync(CLUSTERS) &&
    readdirSync(CLUSTERS).some((version) =>
      existsSync(path.join(CLUSTERS, version, 'bin', 'initdb')),
    ),
}

/** What a machine allows: whether packages may be installed, and how. */
export interface Machine {
  readonly isRoot: boolean
  readonly install: (packages: readonly string[]) => Promise<{
    readonly isDone: boolean
    readonly output: string
  }>
}

const QUIETLY = { env: { DEBIAN_FRONTEND: 'noninteractive' } }

/** The machine that this runs on. */
export const thisMachine: Machine = {
  isRoot: process.getuid?.() === 0,
  install: async (packages) => {
    const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]
    const outputs: string[] = []
    for (const command of [['apt-get', 'update', '-qq'], install]) {
      const { exitCode, output } = await runCommand(command, QUIETLY)
      outputs.push(output)
      if (exitCode !== 0) return { isDone: false, output: outputs.join('') }
    }
    return { isDone: true, output: outputs.join('') }
  },
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? ''

/** Makes sure that a program is there, from Debian's packages where root may install them; says why it is not, null when it is. */
export const missingReason = async (
  { name, packages, isThere }: SystemProgram,
  machine: Machine = thisMachine,
  tell: Tell = () => undefined,
): Promise<string | null> => {
  if (isThere()) return null
  const wanted = packages.join(' ')
  if (!machine.isRoot) return `${name} is missing; as root: apt-get install ${wanted}`
  tell(`installing ${wanted}`)
  const { isDone, output } = await machine.install(packages)
  if (isDone && isThere()) return null
  const said = lastLine(output)
  return `${name} is missing and could not be installed${said === '' ? '' : `: ${said}`}`
}
