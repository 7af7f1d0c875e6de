import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs } from '../testing/sign-in-as.fixture.ts'
import {
  addAbsence,
  addAward,
  addOwnStatements,
  addThing,
  dropAbsence,
  removeThing,
  renameThing,
  takeAwardBack,
} from './file-repository.ts'
import { loadFile, versionOfFile } from './load-file.ts'

let service: TestApp
let enterprise: string
let account: string
let thing = ''
let award = ''
const at = new Date('2025-09-15T04:00:00Z')

beforeAll(async () => {
  service = await openTestApp()
  enterprise = await addTestEnterprise(service.platform, { name: '一家企业' })
  account = (await signInAs(service, { memberships: [{ enterprise }] })).account
})

afterAll(() => service.close())

const asService = <Answer>(work: (work: Work) => Promise<Answer>): Promise<Answer> =>
  inTransaction(service.platform.database, { kind: 'service' }, work)

const versions = () =>
  asService(async (work) => {
    const file = await loadFile(work, service.platform.policies.rulebook, { id: enterprise })
    return [await versionOfFile(work, enterprise), file.version]
  })

const state = (value: string | null) => (work: Work) =>
  addOwnStatements(work, { enterprise, account, at }, [
    { thing: null, fact: 'enterprise.district', year: null, value },
  ])

test.each<[string, (work: Work) => Promise<unknown>]>([
  ['a value', state('310115')],
  ['the same value again', state('310115')],
  ['a value taken back', state(null)],
  [
    'a thing',
    async (work) => {
      thing = await addThing(work, { enterprise, kind: 'project', name: '一期', at })
    },
  ],
  ['its name', (work) => renameThing(work, { enterprise, id: thing }, '二期')],
  ['its end', (work) => removeThing(work, { enterprise, id: thing }, at)],
  [
    'a kind that there is none of',
    (work) => addAbsence(work, { enterprise, kind: 'project', account, at }),
  ],
  ['that taken back', (work) => dropAbsence(work, enterprise, 'project')],
  [
    'a benefit received',
    async (work) => {
      award = await addAward(work, {
        ...{ enterprise, account, at, measure: 'any', grantedOn: '2025-01-01' },
        amountFen: 100,
      })
    },
  ],
  ['that taken back', (work) => takeAwardBack(work, { enterprise, id: award }, at)],
  [
    'the name',
    (work) =>
      work
        .updateTable('enterprises')
        .set({ name: '另一家' })
        .where('id', '=', enterprise)
        .execute(),
  ],
])('%s changes the version of the file', async (_, change) => {
  const [before] = await versions()
  await asService(change)
  const [after, loaded] = await versions()
  expect(after).not.toBe(before)
  expect(loaded).toBe(after)
})
