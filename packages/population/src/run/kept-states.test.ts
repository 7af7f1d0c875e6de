import { exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { above, below } from '../compile/cut.ts'
import { compilePopulation } from '../compile/program.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { SAMPLE_RULES, sampleTable } from '../testing/sample-run.ts'
import { createKeepStates, statesByKept } from './kept-states.ts'

describe('states of a slot by edges at 0, 10 and 20', () => {
  const edges = [0, 10, 20].map((value) => below(exact(value)))
  test.each([
    ['no cut', [], [0, 0, 0, 0, 1]],
    ['a cut at an edge tells all apart', [below(exact(10))], [0, 0, 1, 1, 2]],
    ['a cut just above an edge leaves what follows open', [above(exact(10))], [0, 0, 2, 1, 2]],
    ['a cut between edges leaves what is around it open', [below(exact(15))], [0, 0, 2, 1, 2]],
    ['a cut below all', [below(exact(-1))], [2, 1, 1, 1, 2]],
    ['a cut above all', [below(exact(21))], [0, 0, 0, 2, 2]],
    ['two cuts in one place', [below(exact(11)), above(exact(12))], [0, 0, 3, 2, 3]],
  ])('%s', (_, cuts, expected) => {
    const states = statesByKept({ edges }, cuts)
    expect([...states.subarray(0, 5)]).toEqual(expected)
    expect(states.subarray(5).every((state) => state === cuts.length + 1)).toBe(true)
  })

  test('own states stand for themselves', () => {
    expect([...statesByKept({ edges: null }, []).subarray(0, 3)]).toEqual([0, 1, 2])
  })
})

test('a number that is asked for again is not worked out again', () => {
  const table = sampleTable(64)
  const keep = createKeepStates(table, SAMPLE_RULES, 64)
  for (const measure of SAMPLE_RULES.rulebook.corpus.measures) {
    const program = compilePopulation([measure], SAMPLE_RULES)
    const bound = bindProgram(program, table)
    for (const [at, slot] of program.slots.entries()) {
      const own = bound.slots[at]
      if (own === undefined || slot.derivation?.kind !== 'arithmetic') continue
      const kept = keep(slot, own)
      expect(keep(slot, own)).toBe(kept)
    }
  }
})
