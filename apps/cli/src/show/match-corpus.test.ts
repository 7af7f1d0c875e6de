import { join } from 'node:path'
import { isoDate } from '@huiqi/domain'
import { benefitKey, matchEnterprise } from '@huiqi/engine'
import { pilesOf } from '@huiqi/wording'
import { describe, expect, test } from 'vitest'
import { loadEnterprise, loadRulebook } from '../load.ts'
import { example, ROOT } from '../run-captured.fixture.ts'

describe('over the whole corpus', () => {
  const io = {
    out: () => undefined,
    err: () => undefined,
    columns: 100,
    isColored: false,
    terminal: null,
    language: 'en',
    today: isoDate('2025-09-01'),
    policies: join(ROOT, 'policies'),
  } as const

  test.each(['precision-instruments.yaml', 'compute-renter.yaml', 'bearing-plant.json'])(
    'every met or judged verdict of %s stands on the page once',
    async (name) => {
      const rulebook = await loadRulebook(io)
      const enterprise = await loadEnterprise(io, rulebook, example(name))
      const clock = { asOf: io.today, submittedOn: io.today }
      const match = matchEnterprise(rulebook, enterprise, clock)
      const listed = Object.values(pilesOf(match)).flat().map(benefitKey)
      const leftOut = match.combination.leftOut.map(({ candidate }) => candidate.key)
      const due = match.verdicts.filter(({ outcome }) => ['met', 'needs-review'].includes(outcome))
      expect([...listed, ...leftOut].sort()).toEqual(due.map(benefitKey).sort())
    },
  )
})
