import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type DecisionModel, readDecisionModel } from './decision-model.ts'
import { type Evaluated, evaluateDecision, type Refusal } from './evaluate-decision.ts'
import { type Exclusion, findExclusion } from './exclusions.ts'
import { isAsStated } from './stated-value.ts'
import { type ExpectedResult, readTestFile, type TestCase, type TestFile } from './test-case.ts'

/** What became of one expected result of the kit. */
export interface ResultReport {
  /** The directory, from the folder that was given. */
  readonly directory: string
  readonly test: string
  readonly decision: string
  readonly status: 'passed' | 'failed' | 'excluded' | 'unlisted'
  /** The reason of an exclusion, the refusal that no exclusion lists, or what came out instead. */
  readonly detail: string
}

interface Suite {
  readonly directory: string
  readonly models: ReadonlyMap<string, DecisionModel>
  readonly tests: readonly TestFile[]
  readonly exclusions: readonly Exclusion[]
}

const readModels = (folder: string, files: readonly string[]): ReadonlyMap<string, DecisionModel> =>
  new Map(
    files
      .filter((file) => file.endsWith('.dmn'))
      .flatMap((file): [string, DecisionModel][] => {
        const model = readDecisionModel(readFileSync(path.join(folder, file), 'utf8'))
        return model === null ? [] : [[file, model]]
      }),
  )

const readTests = (folder: string, files: readonly string[]): readonly TestFile[] =>
  files
    .filter((file) => file.endsWith('.xml'))
    .flatMap((file) => readTestFile(readFileSync(path.join(folder, file), 'utf8')) ?? [])

const findModel = ({ models }: Suite, { modelName }: TestFile): DecisionModel | null => {
  const [only] = models.values()
  return models.get(modelName) ?? (models.size === 1 && only !== undefined ? only : null)
}

const refuse = (construct: string): Refusal => ({ kind: 'refused', issue: 'model.test', construct })

const evaluateResult = (
  model: DecisionModel | null,
  { invokes, inputs }: TestCase,
  { decision: name, expected }: ExpectedResult,
): Evaluated | Refusal => {
  if (invokes !== 'decision') return refuse(invokes)
  const decision = model?.decisions.find((candidate) => candidate.name === name)
  if (model === null || decision === undefined) return refuse('no such decision')
  if (expected.kind === 'list' || expected.kind === 'context') return refuse(expected.kind)
  return evaluateDecision({ model, inputs }, decision)
}

const describe = ({ value }: Evaluated): string => {
  if (value.kind !== 'known') return value.kind
  if (value.type !== 'number') return String(value.value)
  return value.value.d === 1n ? `${value.value.n}` : `${value.value.n}/${value.value.d}`
}

const reportResult =
  (suite: Suite, model: DecisionModel | null, test: TestCase) =>
  (result: ExpectedResult): ResultReport => {
    const { decision, expected } = result
    const outcome = evaluateResult(model, test, result)
    const refusal = outcome.kind === 'refused' ? outcome : null
    const directory = path.basename(suite.directory)
    const exclusion = findExclusion(suite.exclusions, { directory, decision, refusal })
    const place = { directory: suite.directory, test: test.id, decision }
    if (exclusion !== null) return { ...place, status: 'excluded', detail: exclusion.reason }
    if (outcome.kind === 'refused') {
      const detail = [outcome.issue, outcome.construct].filter((word) => word !== '').join(' ')
      return { ...place, status: 'unlisted', detail }
    }
    if (isAsStated(outcome.value, expected)) return { ...place, status: 'passed', detail: '' }
    const stated = expected.kind === 'value' ? expected.text : expected.kind
    return { ...place, status: 'failed', detail: `expected ${stated}, found ${describe(outcome)}` }
  }

const reportSuite = (suite: Suite): readonly ResultReport[] =>
  suite.tests.flatMap((file) =>
    file.cases.flatMap((test) => {
      const report = reportResult(suite, findModel(suite, file), test)
      return test.results.map(report)
    }),
  )

const readSuite = (root: string, directory: string): Omit<Suite, 'exclusions'> => {
  const folder = path.join(root, directory)
  const files = readdirSync(folder).toSorted()
  return { directory, models: readModels(folder, files), tests: readTests(folder, files) }
}

const listDirectories = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted()

/** Runs every test case below a folder of the kit. */
export const runConformance = (
  root: string,
  exclusions: readonly Exclusion[],
): readonly ResultReport[] =>
  ['.', ...listDirectories(root)].flatMap((directory) =>
    reportSuite({ ...readSuite(root, directory), exclusions }),
  )
