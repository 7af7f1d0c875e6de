import { describe, expect, test } from 'vitest'
import { deviceOf } from './device-of.ts'
import { returnPathOf } from './return-path.ts'
import { usccFault } from './uscc-fault.ts'

test.each([
  [null, '/'],
  ['/e/1/file?x=1', '/e/1/file?x=1'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in one goes on from %s to %s', (wanted, path) => {
  expect(returnPathOf(wanted)).toBe(path)
})

test.each([
  ['91310000607278567Q', null],
  ['９１３１００００６０７２７８５６７Ｑ', null],
  [' 9131 0000 6072 7856 7q ', null],
  ['91310000607278567', 'length'],
  ['', 'length'],
  ['913100006072785670', 'wrong'],
])('the code %s has the fault %s', (typed, fault) => {
  expect(usccFault(typed)).toBe(fault)
})

describe('a device', () => {
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537.36', 'Chrome · Linux'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537.36 Edg/140', 'Edge · Windows'],
    ['Mozilla/5.0 (iPhone) MicroMessenger/8 Safari/600', 'WeChat · iPhone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X) Firefox/140', 'Firefox · macOS'],
    ['curl/8', null],
    ['', null],
  ])('%s is shown as %s', (agent, shown) => {
    expect(deviceOf(agent)).toBe(shown)
  })
})
