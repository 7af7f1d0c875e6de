import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../run-command.ts'
import { runConformance } from './conformance.ts'
import { readExclusions } from './exclusions.ts'
import { formatReport, hasFaults } from './format-report.ts'

const here = (name: string): string => path.join(import.meta.dirname, name)

const EXCLUSIONS = readExclusions(here('exclusions.yaml'))

const linesOf = (folder: string): readonly string[] =>
  runConformance(here(folder), EXCLUSIONS).map(({ test: id, decision, status, detail }) =>
    [id, decision, status, detail].join(' | '),
  )

describe('a kit within the profile', () => {
  test('every expected result is passed, or excluded for a listed reason', () => {
    expect(linesOf('fixture/within')).toEqual([
      'a-third | share spent | passed | ',
      'a-third | enough | passed | ',
      'nothing-earned | share spent | passed | ',
      'not-known | enough | passed | ',
      'left-out | counted | excluded | lists: a fact has one value',
      'left-out | after the table | excluded | decision logic other than a literal expression: tables and choices are written in YAML',
      'left-out | nothing | excluded | null: what is missing is unknown, and no formula asks for it',
      'left-out | no decision | excluded | the model does not have the decision that the test names',
      'service | share spent | excluded | decision services: one formula at a time',
      '001 | due | passed | ',
      '001 | span | passed | ',
      '001 | kind | passed | ',
      '002 | due | passed | ',
      '002 | kind | passed | ',
    ])
  })

  test('the report counts by directory and gives the reasons', () => {
    expect(formatReport(runConformance(here('fixture/within'), EXCLUSIONS))).toBe(
      `directory        passed  attempted  excluded
0001-own-shares       4          4         5
0002-own-dates        5          5         0
total                 9          9         5

Excluded
     1  lists: a fact has one value
     1  decision logic other than a literal expression: tables and choices are written in YAML
     1  null: what is missing is unknown, and no formula asks for it
     1  the model does not have the decision that the test names
     1  decision services: one formula at a time
`,
    )
  })
})

describe('a kit with faults', () => {
  const reports = runConformance(here('fixture/faulty'), EXCLUSIONS)

  test('wrong results fail, and a refusal without a listed reason stands out', () => {
    expect(formatReport(reports)).toBe(
      `directory        passed  attempted  excluded
0003-own-faults       0          3         1
total                 0          3         1

Faults
0003-own-faults  wrong  sum  expected 3, found 2
0003-own-faults  wrong  ratio  expected 0.33333332, found 1/3
0003-own-faults  wrong  sum  expected null, found 2
0003-own-faults  unlisted  deep  not listed: feel.depth
`,
    )
    expect(hasFaults(reports)).toBe(true)
  })

  test('an exclusion by directory and decision leaves only that decision out', () => {
    const exclusions = [{ directory: '0003-own-faults', decision: 'sum', reason: 'known' }]
    const statuses = runConformance(here('fixture/faulty'), exclusions).map(({ status }) => status)
    expect(statuses).toEqual(['excluded', 'failed', 'excluded', 'unlisted'])
  })
})

describe('the command', () => {
  const run = (...args: readonly string[]) =>
    runCommand([process.execPath, here('run.ts'), ...args])

  test('ends with 0 when all attempted results pass', async () => {
    expect((await run(here('fixture/within'))).exitCode).toBe(0)
  })

  test('ends with 1 on a fault', async () => {
    expect((await run(here('fixture/faulty'))).exitCode).toBe(1)
  })

  test('says that an absent folder is skipped', async () => {
    expect(await run('no-such-folder')).toEqual({
      exitCode: 0,
      output: 'skipped: there is no folder no-such-folder\n',
    })
  })

  test('ends with 2 without a folder', async () => {
    expect((await run()).exitCode).toBe(2)
  })
})
