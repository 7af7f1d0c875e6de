import { exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { type Answers, NO_ANSWERS } from './answers.ts'
import { fromFragment, readAnswers, toFragment, writeAnswers } from './fragment.ts'
import { SAMPLE_RULEBOOK as RULEBOOK } from './sample-rulebook.fixture.ts'

const ANSWERS: Answers = {
  facts: [
    { fact: 'enterprise.revenue', year: 2024, thing: null, value: exact(1, 3) },
    { fact: 'enterprise.is_local', year: null, thing: null, value: false },
    { fact: 'enterprise.founded_on', year: null, thing: null, value: 'never' },
    { fact: 'enterprise.industry', year: null, thing: null, value: 'C' },
    { fact: 'project.is_new', year: null, thing: 'project-1', value: true },
  ],
  things: [{ id: 'project-1', kind: 'project', name: '新厂 <b>' }],
  without: ['loan'],
  unknown: ['enterprise.is_green#'],
  later: [],
}

test('a fragment brings the same answers back', async () => {
  const fragment = await toFragment(ANSWERS)
  expect(fragment).toMatch(/^v1\.[\w-]+$/)
  expect(await fromFragment(RULEBOOK, fragment)).toEqual({ ok: true, answers: ANSWERS })
})

test('what was put off is not handed on', () => {
  const read = readAnswers(RULEBOOK, writeAnswers({ ...ANSWERS, later: ['a'] }))
  expect(read).toEqual({ ok: true, answers: ANSWERS })
})

describe('is refused', () => {
  test.each([
    ['an anchor', 'main', 'broken'],
    ['nothing behind the version', 'v1.', 'broken'],
    ['what cannot be unpacked', 'v1.AAAA', 'broken'],
    ['an earlier version', 'v0.AAAA', 'broken'],
    ['a later version', 'v2.AAAA', 'newer'],
  ])('%s', async (_, fragment, fault) => {
    expect(await fromFragment(RULEBOOK, fragment)).toEqual({ ok: false, fault, foreign: [] })
  })

  test('a fragment that was cut off', async () => {
    const fragment = (await toFragment(ANSWERS)).slice(0, -10)
    expect(await fromFragment(RULEBOOK, fragment)).toEqual({
      ok: false,
      fault: 'broken',
      foreign: [],
    })
  })

  const stated = (...facts: readonly (readonly unknown[])[]): string =>
    JSON.stringify({ facts, things: [], without: [], unknown: [] })

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a text where a yes or no belongs', stated(['enterprise.is_local', null, null, 'yes'])],
    ['a day that does not exist', stated(['enterprise.founded_on', null, null, '2023-02-29'])],
    ['an unknown code', stated(['enterprise.industry', null, null, 'X'])],
    ['no number', stated(['enterprise.revenue', 2024, null, 'much'])],
    ['a wild year', stated(['enterprise.revenue', 1, null, '1'])],
    ['a thing that is not there', stated(['project.is_new', null, 'project-9', true])],
    [
      'a thing of an unknown kind',
      '{"facts":[],"things":[["ship-1","x"]],"without":[],"unknown":[]}',
    ],
    ['none of an unknown kind', '{"facts":[],"things":[],"without":["ship"],"unknown":[]}'],
    [
      'a thing twice',
      '{"facts":[],"things":[["loan-1","x"],["loan-1","y"]],"without":[],"unknown":[]}',
    ],
  ])('%s', (_, text) => {
    expect(readAnswers(RULEBOOK, text)).toEqual({ ok: false, fault: 'broken', foreign: [] })
  })

  test('facts of somewhere else, each by its name once', () => {
    const text = stated(['moon.mass', null, null, '1'], ['moon.mass', null, null, '2'])
    expect(readAnswers(RULEBOOK, text)).toEqual({
      ok: false,
      fault: 'foreign',
      foreign: ['moon.mass'],
    })
  })
})

test('no answers are answers too', async () => {
  const read = await fromFragment(RULEBOOK, await toFragment(NO_ANSWERS))
  expect(read).toEqual({ ok: true, answers: NO_ANSWERS })
})
