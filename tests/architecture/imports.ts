import { isBuiltin } from 'node:module'
import path from 'node:path'
import type { ImportReference, SourceFile } from './source-file.ts'
import { findingAt, isTest, listImports } from './source-file.ts'

/** Which units a unit may import, by name. */
export type ImportTable = Readonly<Record<string, readonly string[]>>

/** The packages named in a unit's package.json, by the unit's name; the root's under `root`. */
export type Declared = Readonly<Record<string, readonly string[]>>

/** The unit that a file belongs to: a folder of packages/ or apps/, another folder of the root, or `root`. */
export const unitOf = (file: string): string => {
  const [first = '', second = '', ...rest] = file.split('/')
  if (second === '') return 'root'
  const isHolder =
    first === 'packages' || first === 'apps' || (first === 'tools' && second === 'codegen')
  return isHolder && rest.length > 0 ? second : first
}

const isPackage = (file: string): boolean => /^(packages|apps)\//.test(file)

const PACKAGE = /^@huiqi\/([^/]+)$/

/** The file that an import of the repository's own code means; null for other parties' packages and Node's. */
export const resolveImport = (
  from: string,
  specifier: string,
  files: ReadonlySet<string>,
): string | null => {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  const [, name] = PACKAGE.exec(specifier) ?? []
  if (name === undefined) return null
  const doors = [`packages/${name}/src/index.ts`, `apps/${name}/src/main.ts`]
  return doors.find((door) => files.has(door)) ?? doors[0] ?? null
}

const complainOfUnit = (
  { path: from }: SourceFile,
  { specifier }: ImportReference,
  { table, files }: { readonly table: ImportTable; readonly files: ReadonlySet<string> },
): string | null => {
  if (/^@huiqi\/[^/]+\//.test(specifier)) return `imports ${specifier}: index.ts is the only door`
  const target = resolveImport(from, specifier, files)
  if (target === null) return null
  const unit = unitOf(from)
  const other = unitOf(target)
  if (unit === other && target === `packages/${unit}/src/index.ts`) {
    return path.posix.basename(from) === 'index.test.ts' ? null : 'imports its own index.ts'
  }
  if (unit === other) return null
  if (table[unit]?.includes(other) !== true) return `${unit} may not import ${other}`
  if (specifier.startsWith('.') && isPackage(target))
    return `imports ${specifier}: use @huiqi/${other}`
  return null
}

/** Imports against the table, past a package's index.ts, or of the own index.ts. */
export const findForbiddenImports = (
  sources: readonly SourceFile[],
  table: ImportTable,
): readonly string[] => {
  const files = new Set(sources.map(({ path: file }) => file))
  return sources.flatMap((source) =>
    listImports(source).flatMap((reference) => {
      const complaint = complainOfUnit(source, reference, { table, files })
      return complaint === null ? [] : [findingAt(source, reference.line, complaint)]
    }),
  )
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const isForeign = (specifier: string): boolean =>
  !specifier.startsWith('.') && !specifier.startsWith('@huiqi/') && !isBuiltin(specifier)

/** Other parties' packages that the package.json of the importing unit does not name (tests may use the root's). */
export const findUndeclaredImports = (
  sources: readonly SourceFile[],
  declared: Declared,
): readonly string[] =>
  sources.flatMap((source) => {
    const unit = unitOf(source.path)
    const own = declared[unit] ?? declared.root ?? []
    const known = isTest(source.path) ? [...own, ...(declared.root ?? [])] : own
    return listImports(source)
      .filter(({ specifier }) => isForeign(specifier) && !known.includes(packageOf(specifier)))
      .map(({ specifier, line }) =>
        findingAt(
          source,
          line,
          `imports ${packageOf(specifier)}, which package.json does not name`,
        ),
      )
  })

type Graph = ReadonlyMap<string, readonly string[]>

const toGraph = (sources: readonly SourceFile[]): Graph => {
  const files = new Set(sources.map(({ path: file }) => file))
  return new Map(
    sources.map((source) => [
      source.path,
      listImports(source).flatMap(({ specifier }) => {
        const target = resolveImport(source.path, specifier, files)
        return target !== null && files.has(target) ? [target] : []
      }),
    ]),
  )
}

/** The import cycles between files, type imports included; each once, as `a → b → a`. */
export const findCycles = (sources: readonly SourceFile[]): readonly string[] => {
  const graph = toGraph(sources)
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file)
    if (at >= 0) cycles.push([...trail.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return cycles
}
