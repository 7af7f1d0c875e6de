import { expect, test } from 'vitest'
import { splitReason } from './reason-text.ts'

test.each([
  ['早于 2023-05-17，差 520 天 [art-2]', '早于 2023-05-17，差 520 天', 'art-2'],
  ['Too early [shanghai/2023-several art-7]', 'Too early', 'shanghai/2023-several art-7'],
  ['a [b] c [item-1]', 'a [b] c', 'item-1'],
  ['还需知道：付款方类型', '还需知道：付款方类型', null],
  ['[art-2] first', '[art-2] first', null],
])('%s', (reason, says, provision) => {
  expect(splitReason(reason)).toEqual({ says, provision })
})
