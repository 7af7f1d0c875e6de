import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from './run-captured.fixture.ts'

interface Ending {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

const start = (command: string, env: Readonly<Record<string, string>> = {}): Promise<Ending> =>
  new Promise((resolve) => {
    const main = join(ROOT, 'apps', 'cli', 'src', 'main.ts')
    const script = command.replace('huiqi', `"${process.execPath}" "${main}"`)
    const clean = {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: join(ROOT, '.huiqi', 'compile-cache'),
      HUIQI_TODAY: '2025-09-01',
      ...env,
    }
    const child = execFile('/bin/sh', ['-c', script], { cwd: ROOT, env: clean }, (_, out, err) =>
      resolve({ out, err, code: child.exitCode }),
    )
  })

const MISUSE = {
  en: 'there is no command "bogus"\nusage: ./huiqi --help\n',
  zh: '没有命令“bogus”\n用法：./huiqi --help\n',
} as const

describe('the command as a process', () => {
  test.each([
    ['en', {}],
    ['zh', { LANG: 'zh_CN.UTF-8' }],
    ['zh', { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }],
    ['en', { LANG: 'zh_CN.UTF-8', HUIQI_LANG: 'en' }],
  ] as const)('speaks %s with %j', async (language, env) => {
    expect(await start('huiqi bogus', env)).toEqual({ out: '', err: MISUSE[language], code: 2 })
  })

  test.each(['--lang zh bogus', '--lang=zh bogus', 'bogus --lang zh'])(
    'what is asked for wins: %s',
    async (args) => {
      expect((await start(`huiqi ${args}`)).err).toBe(MISUSE.zh)
    },
  )

  test('a command that runs speaks the language asked for', async () => {
    expect((await start('huiqi facts zzzz --lang zh')).err).toBe('没有这样的指标。\n')
  })

  test('a reader that stops reading is no fault', async () => {
    const { out, err } = await start('huiqi facts | head -n 1')
    expect({ out, err }).toEqual({ out: 'Enterprise\n', err: '' })
  })

  test('no colours and no questions in a pipe', async () => {
    const { out } = await start('huiqi match examples/renovation.yaml')
    expect(out).not.toContain('\u001b')
    expect((await start('huiqi ask')).code).toBe(2)
  })

  test('a day that is none is told, not thrown', async () => {
    expect(await start('huiqi facts', { HUIQI_TODAY: 'yesterday' })).toEqual({
      out: '',
      err: 'HUIQI_TODAY=yesterday ≠ YYYY-MM-DD\n',
      code: 2,
    })
  })

  test.each([
    [{ COLUMNS: '60' }, 60],
    [{ COLUMNS: '300' }, 110],
    [{}, 100],
  ])('the page is as wide as asked, within reason: %j', async (env, width) => {
    const { out } = await start('huiqi match examples/renovation.yaml', env)
    const { widthOf } = await import('./show/layout.ts')
    const widest = Math.max(...out.split('\n').map(widthOf))
    expect(widest).toBeLessThanOrEqual(width)
    expect(widest).toBeGreaterThan(width - 12)
  })
})
