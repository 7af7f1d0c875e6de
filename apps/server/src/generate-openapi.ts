import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { composeApp } from './compose-app.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { loadPolicies } from './platform/load-policies.ts'
import { systemClock } from './platform/system-clock.ts'

const ROOT = path.join(import.meta.dirname, '..', '..', '..')

/** Writes the description of the HTTP API from the schemas that check it; needs no database. */
const generate = async (): Promise<void> => {
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const policies = await loadPolicies(path.join(ROOT, 'policies'), path.join(ROOT, '.huiqi'))
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
