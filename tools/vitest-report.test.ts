import { expect, test } from 'vitest'
import { addTallies, countListed, formatTally, tallyVitest } from './vitest-report.ts'

const report = (
  passed: number,
  failed: number,
  ...files: readonly (readonly [string, number])[]
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files.map(([status, tests]) => ({
    status,
    assertionResults: Array.from({ length: tests }),
  })),
})

test.each([
  ['all passed', report(3, 0, ['passed', 3]), 0, { passed: 3, failed: 0, skipped: 0 }],
  ['one failed', report(2, 1, ['failed', 3]), 1, { passed: 2, failed: 1, skipped: 0 }],
  [
    'a file did not load',
    report(2, 0, ['passed', 2], ['failed', 0]),
    1,
    { passed: 2, failed: 1, skipped: 0 },
  ],
  [
    'a bad exit without a failed test',
    report(2, 0, ['passed', 2]),
    1,
    { passed: 2, failed: 1, skipped: 0 },
  ],
  ['no test at all', report(0, 0), 0, { passed: 0, failed: 1, skipped: 0 }],
  ['no report', null, 0, { passed: 0, failed: 1, skipped: 0 }],
  [
    'some skipped',
    { ...report(2, 0, ['passed', 5]), numPendingTests: 2, numTodoTests: 1 },
    0,
    { passed: 2, failed: 0, skipped: 3 },
  ],
])('%s', (_, found, exitCode, tally) => {
  expect(tallyVitest(found, exitCode)).toEqual(tally)
})

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 12, failed: 1, skipped: 2 }, '12 passed, 1 failed, 2 skipped'],
])('the closing line of %j', (tally, line) => {
  expect(formatTally(tally)).toBe(line)
})

test('tallies add up', () => {
  expect(
    addTallies([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]),
  ).toEqual({ passed: 11, failed: 22, skipped: 33 })
})

test.each([
  ['a list', '[{"name":"a","file":"a.test.ts"},{"name":"b","file":"a.test.ts"}]', 2],
  ['a list behind other lines', 'a warning\n[\n  {"name": "a [b]"}\n]\n', 1],
  ['nothing', '[]', 0],
  ['no list', 'Error: no project\n', null],
  ['a list that is cut off', '[{"name":"a"},{"na', null],
])('the listed tests are counted: %s', (_, output, count) => {
  expect(countListed(output)).toBe(count)
})
