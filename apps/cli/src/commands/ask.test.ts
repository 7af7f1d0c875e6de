import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { KEYS, typingPerson } from '../ask/typing-person.fixture.ts'
import { type Captured, example, runCaptured } from '../run-captured.fixture.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-ask-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Talk extends Captured {
  readonly screen: string
}

const talk = async (
  args: readonly string[],
  keys: readonly string[],
  language: 'zh' | 'en' = 'en',
): Promise<Talk> => {
  const { terminal, screen } = typingPerson(keys)
  const ended = await runCaptured(['ask', ...args], { terminal, language })
  return { ...ended, screen: screen() }
}

const { enter, down, up, interrupt, end } = KEYS
const letters = (text: string): readonly string[] => [...text]
const YES = [enter]
const NO = [down, enter]
const SKIP = [down, down, enter]

describe('a conversation', () => {
  test('starts from nothing, asks the best question first and counts down', async () => {
    const { err, screen, code } = await talk([], [...YES, end, enter])
    expect(code).toBe(0)
    expect(screen).toContain('Is the enterprise registered in Shanghai?')
    const left = [...err.matchAll(/(\d+) useful questions left/g)].map(([, count]) => Number(count))
    expect(left).toHaveLength(2)
    expect(left[1]).toBeLessThan(left[0] ?? 0)
  })

  test('saves answers that read back to the same match', async () => {
    const file = join(folder, 'answers.yaml')
    const { out, err, code } = await talk(['--save', file], [...YES, ...NO, ...SKIP, ...YES, end])
    expect(code).toBe(0)
    expect(err).toContain(`Saved to ${file}\n`)
    expect(readFileSync(file, 'utf8')).toContain('is_registered_in_shanghai: true')
    const { out: read } = await runCaptured(['match', file])
    expect(out.trim()).toBe(read.trim())
  })

  test('asks where to save when nothing was said about it', async () => {
    const file = join(folder, 'later.yaml')
    const { screen, err } = await talk([], [...YES, end, ...letters(file), enter])
    expect(screen).toContain('Save the answers to which file?')
    expect(err).toContain(`Saved to ${file}\n`)
    expect(existsSync(file)).toBe(true)
  })

  test('does not ask where to save when nothing was answered', async () => {
    const { screen, code } = await talk([example('workshop.csv')], [end])
    expect(code).toBe(0)
    expect(screen).not.toContain('Save the answers')
  })

  test.each([
    ['answers.json', '.yaml, not '],
    ['no-such-folder/answers.yaml', 'there is no folder '],
  ])('refuses to save to %s before anything is asked', async (name, said) => {
    const { err, out, screen, code } = await talk(['--save', join(folder, name)], [])
    expect({ out, screen, code }).toEqual({ out: '', screen: '', code: 2 })
    expect(err).toContain(said)
  })

  test('goes back to the last question', async () => {
    const file = join(folder, 'back.yaml')
    const backToFirst = [down, down, down, enter]
    const keys = [...YES, ...backToFirst, ...NO, end]
    await talk(['--save', file], keys)
    expect(readFileSync(file, 'utf8')).toContain('is_registered_in_shanghai: false')
  })

  test('stops when the person chooses to', async () => {
    const { out, code } = await talk([example('workshop.csv')], [up, enter])
    expect(code).toBe(0)
    expect(out).toContain('青浦联合机加工厂')
  })

  test('leaves quietly on Ctrl-C', async () => {
    const { out, err, code } = await talk([], [...YES, interrupt])
    expect({ out, code }).toEqual({ out: '', code: 130 })
    expect(err.endsWith('useful questions left\n\n')).toBe(true)
  })

  test('speaks Chinese throughout', async () => {
    const { screen, err } = await talk([], [...YES, ...YES, enter, end, enter], 'zh')
    const words = `${screen}${err}`.match(/[A-Za-z]{3,}/g) ?? []
    const isFile = (word: string): boolean =>
      ['our', 'enterprise', 'yaml', 'project'].includes(word)
    expect(words.filter((word) => !isFile(word))).toEqual([])
  })
})
