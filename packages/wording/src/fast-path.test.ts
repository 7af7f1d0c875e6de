import type { EvidenceCheck, FactUse, Grade, Measure, Verdict } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { findFastPath, showFastPath, showFastPathInFull } from './fast-path.ts'
import { readerIn } from './sample.fixture.ts'
import { amountOf, measureOf, verdictOf } from './verdict.fixture.ts'

const use = (fact: string, grade: Grade | null): FactUse => ({
  fact: `enterprise.${fact}`,
  year: null,
  value: true,
  source: 'self',
  grade,
})

const paper = (weak: readonly FactUse[]): EvidenceCheck => ({
  evidence: {
    id: 'paper',
    name: { zh: '合同', en: 'Contract' },
    proves: ['enterprise.staff'],
    grade: 'B',
  },
  weak,
})

const met = (
  uses: readonly FactUse[],
  rest: Partial<Verdict> = {},
  measure: Partial<Measure> = {},
): Verdict => verdictOf(measureOf('a', measure), { amount: { ...amountOf(5, 5), uses }, ...rest })

const said = (verdict: Verdict): readonly (string | null)[] => {
  const path = findFastPath(verdict)
  return path === null
    ? [null]
    : [showFastPath(readerIn('en'), path), showFastPathInFull(readerIn('zh'), path)]
}

describe('the way to a fast decision', () => {
  const staff = use('staff', 'D')
  const local = use('is_local', 'C')

  test.each([
    [
      'a paper that is missing',
      met([staff], { evidence: [paper([staff])] }),
      ['For the fast path: Contract (grade B)', '快速办理还需：合同（B 级）'],
    ],
    [
      'a value that no paper proves',
      met([staff, local], { evidence: [paper([staff])] }),
      [
        'For the fast path: Contract (grade B); 1 fact confirmed by the authorities',
        '快速办理还需：合同（B 级）；由主管部门数据核实：在本市',
      ],
    ],
    ['is not told when nothing stands in it', met([use('is_local', 'B')]), [null]],
    [
      'automatic payment wants grade A',
      met([use('is_local', 'B')], { handling: 'fast' }, { delivery: 'automatic' }),
      [
        'To be paid automatically: 1 fact confirmed by the authorities',
        '自动兑现还需：由主管部门数据核实：在本市',
      ],
    ],
    [
      'automatic payment wants a fixed amount',
      met(
        [use('is_local', 'A')],
        { handling: 'fast', amount: { ...amountOf(0, 5), uses: [] } },
        { delivery: 'automatic' },
      ),
      ['To be paid automatically: the office fixes the amount', '自动兑现还需：经办部门核定金额'],
    ],
    ['is not told when it is open already', met([staff], { handling: 'fast' }), [null]],
    ['is not told when it is paid by itself', met([staff], { handling: 'automatic' }), [null]],
    [
      'is not told when the text is not sure enough',
      met([staff], {}, { grade: 'secondary' }),
      [null],
    ],
    ['is not told when it is not met', met([staff], { handling: null }), [null]],
  ])('%s', (_, verdict, lines) => {
    expect(said(verdict)).toEqual(lines)
  })
})
