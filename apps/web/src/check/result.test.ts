import { isoDate } from '@huiqi/domain'
import { expect, test } from 'vitest'
import {
  type Answers,
  askedKey,
  NO_ANSWERS,
  withFact,
  withLater,
  withNone,
  withUnknown,
} from './answers.ts'
import { resultOf, stakeOf } from './result.ts'
import { SAMPLE_RULEBOOK as RULEBOOK } from './sample-rulebook.fixture.ts'

const TODAY = isoDate('2025-09-15')

const result = (answers: Answers) => resultOf(RULEBOOK, answers, TODAY)

const say = (answers: Answers, fact: string, value: boolean): Answers =>
  withFact(answers, { fact, year: null, thing: null, value })

const money = (answers: Answers): readonly number[] => {
  const { sure, automatic, apply, possible } = result(answers)
  return [sure.low, automatic.low, apply.low, possible.more].map((fen) => fen / 100)
}

const local = say(NO_ANSWERS, 'enterprise.is_local', true)

test.each([
  ['nothing said', NO_ANSWERS, [0, 0, 0, 3120]],
  ['local: sure and automatic', local, [100, 100, 0, 3020]],
  ['green as well', say(local, 'enterprise.is_green', true), [3100, 100, 3000, 20]],
  ['not green', say(local, 'enterprise.is_green', false), [100, 100, 0, 20]],
  [
    'and no project',
    withNone(say(local, 'enterprise.is_green', false), 'project'),
    [100, 100, 0, 0],
  ],
] as const)('sure, automatic, on application, possible: %s', (_, answers, expected) => {
  expect(money(answers)).toEqual(expected)
})

const asked = (answers: Answers): readonly string[] =>
  result(answers).questions.map((question) => askedKey(question.asked))

test.each([
  [
    'what brings most comes first',
    NO_ANSWERS,
    ['enterprise.is_green#', 'enterprise.is_local#', 'things:project'],
  ],
  [
    'what is not known is not asked again',
    withUnknown(NO_ANSWERS, 'enterprise.is_green#'),
    ['enterprise.is_local#', 'things:project'],
  ],
  [
    'what is put off comes last',
    withLater(NO_ANSWERS, 'enterprise.is_green#'),
    ['enterprise.is_local#', 'things:project', 'enterprise.is_green#'],
  ],
] as const)('%s', (_, answers, expected) => {
  expect(asked(answers)).toEqual(expected)
})

test('what is at stake is the most that the measures behind a question could bring', () => {
  const { match, questions } = result(NO_ANSWERS)
  expect(questions.map((question) => stakeOf(match, question).most / 100)).toEqual([3000, 100, 20])
})
