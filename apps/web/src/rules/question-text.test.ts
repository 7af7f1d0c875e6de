import { expect, test } from 'vitest'
import { questionText } from './question-text.ts'

test.each([
  ['首次入库是哪天（从未则填 never）？', '首次入库是哪天？'],
  [
    'When did it first enter the register (never if it has not)?',
    'When did it first enter the register?',
  ],
  ['总投资是多少（不含土地）？', '总投资是多少（不含土地）？'],
  ['Has it never been fined (in three years)?', 'Has it never been fined (in three years)?'],
])('%s', (question, asked) => {
  expect(questionText(question)).toBe(asked)
})
