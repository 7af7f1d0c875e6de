import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkPolicies, formatIssue, type PolicyCheck } from '@huiqi/corpus'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'

const INSTRUMENT = `id: shanghai/2025-example
name: { zh: 示例措施, en: An example text }
number: not-found
issuers: [sheitc]
issued-on: 2024-12-20
source: docs/add-a-measure.md
grade: corroborated
provisions:
  art-4: { zh: 首贷贴息, en: First loans }
`

const [MEASURE = '', CASES = ''] = [
  ...readFileSync(path.join(ROOT, 'docs', 'add-a-measure.md'), 'utf8').matchAll(
    /^```yaml\n(.*?)^```$/gms,
  ),
].map(([, block = '']) => block)

let policies = ''

beforeAll(() => {
  policies = path.join(mkdtempSync(path.join(os.tmpdir(), 'huiqi-page-')), 'policies')
  cpSync(path.join(ROOT, 'policies'), policies, { recursive: true })
})

afterAll(() => rmSync(path.dirname(policies), { recursive: true, force: true }))

const checkWith = (measure: string, cases: string): Promise<PolicyCheck> => {
  const folder = path.join(policies, 'shanghai', '2025-example')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'instrument.yaml'), INSTRUMENT)
  writeFileSync(path.join(folder, 'first-loan-subsidy.yaml'), measure)
  writeFileSync(path.join(folder, 'first-loan-subsidy.cases.yaml'), cases)
  return checkPolicies(policies, { withMutants: true, under: 'shanghai/2025-example' })
}

const ownIssues = ({ issues }: PolicyCheck): readonly string[] =>
  issues
    .filter(({ file }) => file?.startsWith('shanghai/2025-example/'))
    .map((issue) => formatIssue(issue, 'en'))

describe('docs/add-a-measure.md', () => {
  test('shows a measure with an id of its own and the cases beside it', () => {
    expect(MEASURE).toMatch(/^id: shanghai\/2025-example\/first-loan-subsidy$/m)
    expect(CASES).toMatch(/^cases:$/m)
  })

  test('what it shows passes the check, and no mutant of it survives', async () => {
    const check = await checkWith(MEASURE, CASES)
    expect(ownIssues(check)).toEqual([])
    expect([check.cases > 0, check.mutants > 0, check.survivors]).toEqual([true, true, 0])
  })

  test('with one case less a mutant survives', async () => {
    const fewer = CASES.replace(/ {2}- name: one fen above the ceiling\n(?: {4}.*\n)+/, '')
    expect(fewer).not.toBe(CASES)
    const issues = ownIssues(await checkWith(MEASURE, fewer))
    expect(issues.join('\n')).toContain('mutant')
  })
})
