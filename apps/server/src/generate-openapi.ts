import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { EMPTY_CORPUS, prepareRulebook } from '@huiqi/engine'
import { composeApp } from './compose-app.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database/open-database.ts'
import type { Policies } from './platform/platform.ts'
import { systemClock } from './platform/system-clock.ts'

const ROOT = path.join(import.meta.dirname, '..', '..', '..')

/** Writes the description of the HTTP API from the schemas that check it; needs neither database nor policies. */
const generate = async (): Promise<void> => {
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const policies: Policies = { rulebook: prepareRulebook(EMPTY_CORPUS), checksum: '' }
  const database = openDatabase({})
  const app = await composeApp(
    { config, database, clock: systemClock(), policies, isDemonstration: false },
    null,
  )
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  writeFileSync(path.join(ROOT, 'docs', 'openapi.json'), text)
  await app.close()
  await database.destroy()
}

await generate()
