import { expect, test } from 'vitest'
import { type Machine, missingReason } from './system-program.ts'

const programThat = (...isThere: readonly boolean[]) => {
  const answers = [...isThere]
  return {
    name: 'A browser',
    packages: ['browser', 'fonts'],
    isThere: () => answers.shift() === true,
  }
}

const machineThat = (isRoot: boolean, output = '', isDone = true) => {
  const installed: string[] = []
  const machine: Machine = {
    isRoot,
    install: (packages) => {
      installed.push(...packages)
      return Promise.resolve({ isDone, output })
    },
  }
  return { machine, installed }
}

test('what is there is not installed', async () => {
  const { machine, installed } = machineThat(true)
  expect(await missingReason(programThat(true), machine)).toBe(null)
  expect(installed).toEqual([])
})

test('root gets what is missing from the packages, and is told so', async () => {
  const { machine, installed } = machineThat(true)
  const told: string[] = []
  const tell = (text: string) => told.push(text)
  expect(await missingReason(programThat(false, true), machine, tell)).toBe(null)
  expect([installed, told]).toEqual([['browser', 'fonts'], ['installing browser fonts']])
})

test.each([
  [
    'nobody but root can install it',
    machineThat(false),
    'A browser is missing; as root: apt-get install browser fonts',
  ],
  [
    'the packages cannot be had',
    machineThat(true, 'Reading\nE: Unable to locate package browser\n', false),
    'A browser is missing and could not be installed: E: Unable to locate package browser',
  ],
  [
    'the packages do not bring it',
    machineThat(true),
    'A browser is missing and could not be installed',
  ],
])('the reason is said: %s', async (_, { machine }, reason) => {
  expect(await missingReason(programThat(false, false), machine)).toBe(reason)
})
