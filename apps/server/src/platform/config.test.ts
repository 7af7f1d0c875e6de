import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const faultsOf = (
  environment: Readonly<Record<string, string>>,
  language: 'zh' | 'en' = 'en',
): readonly string[] => {
  try {
    readConfig(environment, language)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('wrong settings', () => {
  test('all are named at once, each by its variable', () => {
    const faults = faultsOf({ PORT: '70000', ROLE: 'both', DATABASE_URL: 'mysql://x' })
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['DATABASE_URL', 'PORT', 'ROLE'])
  })

  test('are told in Chinese too', () => {
    expect(faultsOf({ DEMONSTRATION: 'maybe' }, 'zh')).toEqual([
      'DEMONSTRATION: 无效选项：期望以下之一 "auto"|"on"|"off"',
    ])
  })

  test('an OpenID provider without its secret', () => {
    const half = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'huiqi' }
    expect(faultsOf(half)).toEqual(['OIDC_CLIENT_SECRET: the OIDC_ settings go together'])
  })

  test('it and other wrong settings at once', () => {
    const faults = faultsOf({ OIDC_ISSUER: 'https://id.example', ROLE: 'boss' })
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'ROLE',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
    ])
  })

  test('an empty variable counts as none', () => {
    expect(readConfig({ PORT: '', HOST: '' })).toMatchObject({ port: 4860, host: '127.0.0.1' })
  })
})

const URL = 'postgres://huiqi@db/huiqi'

test.each([
  ['nothing said, own database', {}, true],
  ['nothing said, a database of others', { DATABASE_URL: URL }, false],
  ['on, a database of others', { DATABASE_URL: URL, DEMONSTRATION: 'on' }, true],
  ['off, own database', { DEMONSTRATION: 'off' }, false],
])('a demonstration is wanted: %s', (_, environment, isWanted) => {
  expect(readConfig(environment).isDemonstrationWanted).toBe(isWanted)
})
