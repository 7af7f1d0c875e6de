import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'

type Sample = readonly [name: string, file: string, text: string]

const ENGINE = 'packages/engine/src/sample.ts'

const REFUSED: readonly Sample[] = [
  ['noExplicitAny', ENGINE, 'export const x: any = 1'],
  ['noNonNullAssertion', ENGINE, 'export const f = (x?: { y: 1 }) => x!.y'],
  ['noEnum', ENGINE, 'export enum X { A }'],
  ['noNamespace', ENGINE, 'export namespace X { export const a = 1 }'],
  ['noParameterAssign', ENGINE, 'export const f = (x: number) => {\n  x = 2\n  return x\n}'],
  ['useImportType', ENGINE, "import { type X } from './x.ts'\nexport type Y = X"],
  ['noRestrictedImports', ENGINE, "import { x } from '@huiqi/domain/src/x.ts'\nexport const y = x"],
  ['noRestrictedImports', 'tests/x.test.ts', "import { test } from 'node:test'\ntest('x', y)"],
  ['noNodejsModules', ENGINE, "import fs from 'node:fs'\nexport const x = fs"],
  ['noConsole', ENGINE, 'console.log(1)'],
  ['noDefaultExport', ENGINE, 'export default 1'],
  ['noUnusedImports', ENGINE, "import { x } from './x.ts'"],
  ['useFilenamingConvention', 'packages/engine/src/sampleFile.ts', 'export const x = 1'],
  ['noFocusedTests', 'tests/x.test.ts', "test.only('x', () => {})"],
  ['noSkippedTests', 'tests/x.test.ts', "test.skip('x', () => {})"],
  [
    'noExcessiveCognitiveComplexity',
    ENGINE,
    `export const f = (a: number) => { ${'if (a) { '.repeat(6)} f(a) ${'}'.repeat(6)} }`,
  ],
]

const FINE: readonly Sample[] = [
  ['console in a tool', 'tools/sample.ts', 'console.log(1)'],
  ['console in a command', 'apps/cli/src/sample.ts', 'console.log(1)'],
  [
    'node modules in the corpus',
    'packages/corpus/src/sample.ts',
    "import fs from 'node:fs'\nexport const x = fs",
  ],
  [
    'node modules in a test of the engine',
    'packages/engine/src/sample.test.ts',
    "import fs from 'node:fs'\nexport const x = fs",
  ],
]

const fileOf = (file: string, index: number): string =>
  `${path.dirname(file)}/case-${index}-${path.basename(file)}`

/** The rules that each sample breaks, found in one run over a folder of them. */
const lint = (samples: readonly Sample[]): readonly (readonly string[])[] => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'huiqi-lint-'))
  try {
    for (const name of ['biome.json', '.gitignore'])
      cpSync(path.join(ROOT, name), path.join(folder, name))
    for (const [index, [, file, text]] of samples.entries()) {
      const full = path.join(folder, fileOf(file, index))
      mkdirSync(path.dirname(full), { recursive: true })
      writeFileSync(full, `${text}\n`)
    }
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.join(ROOT, 'node_modules/.bin/biome'),
        'lint',
        '--reporter=github',
        '--max-diagnostics=none',
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    return samples.map(([, file], index) =>
      stdout
        .split('\n')
        .filter((line) => line.includes(`${fileOf(file, index)},`))
        .map((line) => /title=lint\/\w+\/(\w+)/.exec(line)?.[1] ?? line),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const broken = lint(REFUSED)

test.each(REFUSED.map(([rule, file, text], index) => ({ rule, file, text, index })))(
  '$rule refuses $text in $file',
  ({ rule, index }) => {
    expect(broken[index]).toContain(rule)
  },
)

test('what is fine breaks no rule', () => {
  expect(lint(FINE)).toEqual(FINE.map(() => []))
})
