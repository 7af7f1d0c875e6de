import { expect, test } from 'vitest'
import { NO_ANSWERS, withUnknown } from './answers.ts'
import { nextSteps, type Steps } from './steps.ts'

const START: Steps = { past: [], now: NO_ANSWERS }

const after = (steps: Steps, key: string): Steps =>
  nextSteps(steps, { kind: 'answer', change: (answers) => withUnknown(answers, key) })

test('each step can be undone, the last one first', () => {
  const two = after(after(START, 'a'), 'b')
  const one = nextSteps(two, { kind: 'undo' })
  expect(one.now.unknown).toEqual(['a'])
  expect(nextSteps(one, { kind: 'undo' })).toEqual(START)
})

test('where nothing was done nothing is undone', () => {
  expect(nextSteps(START, { kind: 'undo' })).toEqual(START)
})

test('what is forgotten does not come back', () => {
  const forgotten = nextSteps(after(START, 'a'), { kind: 'forget' })
  expect(nextSteps(forgotten, { kind: 'undo' })).toEqual(START)
})
