import { existsSync } from 'node:fs'
import path from 'node:path'
import { runConformance } from './conformance.ts'
import { readExclusions } from './exclusions.ts'
import { formatReport, hasFaults } from './format-report.ts'

const EXCLUSIONS = path.join(import.meta.dirname, 'exclusions.yaml')

const [folder] = process.argv.slice(2)

if (folder === undefined) {
  console.error('Usage: npm run feel:conformance -- FOLDER (the test cases of the DMN TCK)')
  process.exitCode = 2
} else if (existsSync(folder)) {
  const reports = runConformance(folder, readExclusions(EXCLUSIONS))
  process.stdout.write(formatReport(reports))
  process.exitCode = hasFaults(reports) ? 1 : 0
} else {
  console.log(`skipped: there is no folder ${folder}`)
}
