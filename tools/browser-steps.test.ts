import { expect, test } from 'vitest'
import { listDatabaseTests } from './browser-steps.ts'

test('the tests for a second database are those that ask one', () => {
  const listed = listDatabaseTests()
  expect(listed).toContain('apps/server/src/identity/row-security.test.ts')
  expect(listed).toContain('tests/service/row-security.test.ts')
  expect(listed).not.toContain('apps/server/src/exports/write-csv.test.ts')
  expect(listed.filter((file) => !file.endsWith('.test.ts'))).toEqual([])
})
