import { expect, test } from 'vitest'
import { findForbiddenWords } from './words.ts'

const path = (folder: string): string => `/${folder}/file`
const npm = ['registry', 'npmjs', 'org'].join('.')

test.each([
  [`see ${path('work')}`, 'a path of a machine'],
  [`"${path('tmp')}"`, 'a path of a machine'],
  [`in ${path('root')}`, 'a path of a machine'],
  [`(${path('opt')})`, 'a path of a machine'],
  [`https://${npm}/x`, 'the host of a registry'],
  [`${['crates', 'io'].join('.')}`, 'the host of a registry'],
  [`an ${'AI'} agent wrote it`, 'a word about how the work is done'],
  [`${'Co-authored'}-by: x`, 'a word about how the work is done'],
])('%s is found', (line, complaint) => {
  expect(findForbiddenWords('a.md', `first\n${line}\n`)).toEqual([`a.md:2 ${complaint}`])
})

test.each([
  ['docs/opt/file'],
  ['./tmp/file'],
  ['https://example.org/opt/file'],
  ['AI models and computing power'],
  ['a user agent'],
  ['lead agencies'],
])('%s is fine', (line) => {
  expect(findForbiddenWords('a.md', line)).toEqual([])
})
