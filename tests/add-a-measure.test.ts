import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkPolicies } from '@huiqi/corpus'
import { expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'

const INSTRUMENT = `id: shanghai/2025-example
name: { zh: 示例, en: Example }
number: not-found
issuers: [sheitc]
issued-on: 2025-01-01
source: the page on adding a measure
grade: corroborated
provisions:
  art-4: { zh: 首贷, en: First loans }
`

test('the example of the page on adding a measure passes the whole check', async () => {
  const page = readFileSync(path.join(ROOT, 'docs/add-a-measure.md'), 'utf8')
  const [measure = '', cases = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, block]) => block,
  )
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-policies-'))
  try {
    cpSync(path.join(ROOT, 'policies'), folder, { recursive: true })
    const own = path.join(folder, 'shanghai/2025-example')
    mkdirSync(own)
    writeFileSync(path.join(own, 'instrument.yaml'), INSTRUMENT)
    writeFileSync(path.join(own, 'first-loan-subsidy.yaml'), measure)
    writeFileSync(path.join(own, 'first-loan-subsidy.cases.yaml'), cases)
    const found = await checkPolicies(folder, { withMutants: true })
    const ours = found.issues.filter(({ file }) => file?.startsWith('shanghai/2025-example'))
    expect(ours).toEqual([])
    expect(found.survivors).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
