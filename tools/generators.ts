import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { listFiles, ROOT } from './repository.ts'
import type { Outcome } from './run-command.ts'
import { runCommand } from './run-command.ts'

/** A command that writes committed files. `outputs` are files or whole folders, as paths from the root. */
export interface Generator {
  readonly name: string
  readonly command: readonly string[]
  readonly outputs: readonly string[]
}

/** Every generator of the repository; `npm run build` runs them all. */
export const GENERATORS: readonly Generator[] = [
  {
    name: 'policy schemas',
    command: ['node', 'packages/corpus/src/generate-schema.ts'],
    outputs: ['policies/schema'],
  },
  {
    name: 'database types',
    command: ['node', 'apps/server/src/platform/database/generate-schema-types.ts'],
    outputs: ['apps/server/src/platform/database/schema.generated.ts'],
  },
  {
    name: 'API description',
    command: ['node', 'apps/server/src/generate-openapi.ts'],
    outputs: ['docs/openapi.json'],
  },
  {
    name: 'API client',
    command: ['node', 'tools/codegen/generate-client.ts'],
    outputs: ['packages/client/src/openapi.generated.ts'],
  },
  {
    name: 'kernel primitives',
    command: ['node', 'packages/population/src/kernel/assemble.ts'],
    outputs: ['packages/population/src/kernel/primitives.generated.ts'],
  },
]

/** A generator's run: which of its outputs it changed, added or removed. */
export interface Generation extends Outcome {
  readonly changed: readonly string[]
}

const listOutputs = (root: string, output: string): readonly string[] => {
  const full = path.join(root, output)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [output]
  return listFiles(full).map((file) => `${output}/${file}`)
}

const readOutputs = (root: string, outputs: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    outputs
      .flatMap((output) => listOutputs(root, output))
      .map((file) => [file, readFileSync(path.join(root, file)).toString('base64')]),
  )

/** Runs a generator and compares the bytes of its outputs before and after; what it wrote stays. */
export const runGenerator = async (
  { command, outputs }: Generator,
  root: string = ROOT,
): Promise<Generation> => {
  const before = readOutputs(root, outputs)
  const outcome = await runCommand(command, { cwd: root })
  const after = readOutputs(root, outputs)
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort()
  return { ...outcome, changed }
}
