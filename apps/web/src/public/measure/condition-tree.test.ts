import { expect, test } from 'vitest'
import { type Branch, treeOf } from './condition-tree.ts'

type Kind = Parameters<typeof treeOf>[0][number]['kind']

const lineOf = (depth: number, kind: Kind, name: string): Parameters<typeof treeOf>[0][number] => ({
  depth,
  kind,
  says: { zh: name, en: name },
  provision: { id: 'art-1', title: null },
  comparison: null,
  facts: [],
})

const shown = (branches: readonly Branch[]): string =>
  branches
    .map(({ line, parts }) => line.says.en + (parts.length === 0 ? '' : `(${shown(parts)})`))
    .join(' ')

test.each([
  ['nothing', [], ''],
  ['one leaf', [lineOf(0, 'leaf', 'a')], 'a'],
  [
    'the outermost "all of" falls away',
    [lineOf(0, 'all', 'w'), lineOf(1, 'leaf', 'a'), lineOf(1, 'leaf', 'b')],
    'a b',
  ],
  [
    'an outermost "any of" stays',
    [lineOf(0, 'any', 'w'), lineOf(1, 'leaf', 'a'), lineOf(1, 'leaf', 'b')],
    'w(a b)',
  ],
  [
    'groups in groups',
    [
      lineOf(0, 'all', 'w'),
      lineOf(1, 'any', 'g'),
      lineOf(2, 'leaf', 'a'),
      lineOf(2, 'all', 'h'),
      lineOf(3, 'leaf', 'b'),
      lineOf(1, 'leaf', 'c'),
    ],
    'g(a h(b)) c',
  ],
] as const)('%s', (_, lines, expected) => {
  expect(shown(treeOf(lines))).toBe(expected)
})
