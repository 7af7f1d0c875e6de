import { describe, expect, test } from 'vitest'
import { hashPassword, isGuessable, verifyPassword } from './password.ts'

describe('easy to guess', () => {
  test.each([
    ['few different characters', 'aaaaabbbbbaaaa', true],
    ['five different characters', 'abcdeabcdeabcde', true],
    ['six different characters in no order', 'fbdaecfdbaecfa', false],
    ['a run of digits', '1234567890123', true],
    ['a worn word with digits', 'Password123456', true],
    ['the own address', 'wang.fang@example.com', true],
    ['the own name', 'WangFang123456', true],
    ['four words', 'correct horse battery staple', false],
    ['Chinese words', '床前明月光疑是地上霜举头', false],
    ['a mix', 'mR4!kd02_wqP', false],
  ])('%s', (_, password, isEasy) => {
    expect(isGuessable(password, ['wang.fang@example.com', 'wang.fang', 'WangFang'])).toBe(isEasy)
  })
})

test('a password is kept as argon2id with a salt of its own', async () => {
  const [one, other] = [await hashPassword('the same'), await hashPassword('the same')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await verifyPassword(one, 'the same')).toBe(true)
  expect(await verifyPassword(one, 'another')).toBe(false)
})

const ROUNDS = 15

test('an account that does not exist costs the work of one that does and is never right', async () => {
  const kept = await hashPassword('kept')
  const timeOf = async (hash: string | null): Promise<number> => {
    const begun = performance.now()
    expect(await verifyPassword(hash, 'tried')).toBe(false)
    return performance.now() - begun
  }
  await timeOf(null)
  const least = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round += 1) {
    least.known = Math.min(least.known, await timeOf(kept))
    least.unknown = Math.min(least.unknown, await timeOf(null))
  }
  expect(least.unknown / least.known).toBeGreaterThan(0.5)
  expect(least.unknown / least.known).toBeLessThan(2)
})
