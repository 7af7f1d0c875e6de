import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatIssue } from './format-issue.ts'
import { loadCorpus } from './load-corpus.ts'

test('the policy folder of this repository has no errors', async () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'policies')
  const { issues } = await loadCorpus(folder)
  const errors = issues.filter(({ severity }) => severity === 'error')
  expect(errors.map((issue) => formatIssue(issue, 'en'))).toEqual([])
})
