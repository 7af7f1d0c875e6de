import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askAs } from '../testing/asking.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs } from '../testing/sign-in-as.fixture.ts'
import { openExample } from './screening.fixture.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp()
})

afterAll(() => service.close())

const countTrips = async (ask: () => Promise<{ readonly status: number }>): Promise<number> => {
  const sent = vi.spyOn(Client.prototype, 'query')
  const { status } = await ask()
  expect(status).toBe(200)
  const count = sent.mock.calls.length
  sent.mockRestore()
  return count
}

test('the verdicts of a file take five round trips, and six for a post', async () => {
  const { ask, base } = await openExample(service, 'precision-instruments.yaml')
  const officer = await signInAs(service, { posts: [{ duty: 'case-officer' }] })
  const askVerdicts = () => ask('GET', `${base}/verdicts`)
  const trips = [
    await countTrips(askVerdicts),
    await countTrips(askVerdicts),
    await countTrips(() => askAs(service, officer)('GET', `${base}/verdicts`)),
  ]
  // The session, the rights, the standing, the file or its version, the end; a look by a post is written down.
  expect(trips).toEqual([5, 5, 6])
})
