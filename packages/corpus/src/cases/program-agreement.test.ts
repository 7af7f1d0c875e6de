import { join } from 'node:path'
import { compileProgram, decide, OUTCOME_OF_CODE, prepareRulebook } from '@huiqi/engine'
import { expect, test } from 'vitest'
import { buildCorpus } from '../build-corpus.ts'
import { readPolicies } from '../reader/read-policies.ts'
import { situationOfCase } from './run-case.ts'
import { readSuites } from './suite.ts'

const POLICIES = join(import.meta.dirname, '..', '..', '..', '..', 'policies')

test('the compiled program answers every case of the policy folder as the plain evaluator does', () => {
  const files = readPolicies(POLICIES, 'rules-and-cases')
  const built = buildCorpus(files)
  const rulebook = prepareRulebook(built.corpus)
  const { suites } = readSuites(built, files)
  const compared = suites.flatMap(({ file, target: { measure }, cases }) => {
    if (measure === null) return []
    const program = compileProgram([measure])
    const out = new Uint8Array(1)
    return cases.map((entry) => {
      program.decide(program.encode(situationOfCase(rulebook, entry)), out)
      const name = `${file}: ${entry.name}`
      const plain = decide(measure, situationOfCase(rulebook, entry)).outcome
      return { name, plain, fast: OUTCOME_OF_CODE[out[0] ?? 0] }
    })
  })
  expect(compared.filter(({ plain, fast }) => plain !== fast)).toEqual([])
  expect(compared.length).toBeGreaterThan(0)
})
