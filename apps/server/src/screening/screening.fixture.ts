import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadFile } from '../enterprises/load-file.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { askAs } from '../testing/asking.fixture.ts'
import type { TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs } from '../testing/sign-in-as.fixture.ts'

const EXAMPLES = path.join(import.meta.dirname, '..', '..', '..', '..', 'examples')

/** The owner of an enterprise whose file is an example. */
export const openExample = async (service: TestApp, name: string) => {
  const text = readFileSync(path.join(EXAMPLES, name), 'utf8').replace(/^uscc:.*$/m, '')
  const enterprise = await addTestEnterprise(service.platform, {})
  const person = await signInAs(service, { memberships: [{ enterprise }] })
  const ask = askAs(service, person)
  const base = `enterprises/${enterprise}`
  const draft = await ask('POST', `${base}/drafts`, { fileName: name, format: 'yaml', text })
  const { status } = await ask('POST', `${base}/drafts/${draft.body.id}/confirm`)
  if (status !== 200) throw new Error(`${name} was not taken in`)
  return { enterprise, person, ask, base }
}

/** The file as the engine reads it. */
export const enterpriseOf = async ({ platform }: TestApp, id: string) => {
  const file = await inTransaction(platform.database, { kind: 'service' }, (work) =>
    loadFile(work, platform.policies.rulebook, { id }),
  )
  return file.enterprise
}
