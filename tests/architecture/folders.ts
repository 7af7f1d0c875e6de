import path from 'node:path'
import type { SourceFile, Visit } from './source-file.ts'
import { findingAt, isTest, lineOf, listImports, listNodes } from './source-file.ts'

/** Which folders inside a program a folder may import; a file is in the longest of the names that fit it. */
export type FolderTable = Readonly<Record<string, readonly string[]>>

const SERVER = 'apps/server/src/'

const targetOf = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : null

const folderOf = (file: string, { root, table }: Program): string | null => {
  if (!file.startsWith(root)) return null
  const inside = file.slice(root.length)
  const names = Object.keys(table).filter((name) => inside.startsWith(`${name}/`))
  return names.toSorted((a, b) => b.length - a.length)[0] ?? null
}

/** A program whose folders import each other by a table; `root` ends with a slash. */
export interface Program {
  readonly root: string
  readonly table: FolderTable
}

/** Imports between the folders of a program that its table does not name; files beside the folders may import all. */
export const findForbiddenFolders = (
  sources: readonly SourceFile[],
  program: Program,
): readonly string[] =>
  sources.flatMap((source) => {
    const own = folderOf(source.path, program)
    if (own === null || isTest(source.path)) return []
    return listImports(source).flatMap(({ specifier, line }) => {
      const target = targetOf(source.path, specifier)
      const other = target === null ? null : folderOf(target, program)
      if (other === null || other === own || program.table[own]?.includes(other)) return []
      return [findingAt(source, line, `${own} may not import ${other}`)]
    })
  })

const featureOf = (file: string): string => file.slice(SERVER.length).split('/')[0] ?? ''

const isRepository = (file: string): boolean => /(?:-repository|-store)\.ts$/.test(file)

const isRoutes = (file: string): boolean => /(?:^|[/-])routes\.ts$/.test(file)

const isProductive = ({ path: file }: SourceFile): boolean =>
  file.startsWith(SERVER) && !isTest(file) && featureOf(file) !== 'testing'

const complainOfLayer = (from: string, target: string): string | null => {
  const [own, other] = [featureOf(from), featureOf(target)]
  const isFeature = target.slice(SERVER.length).includes('/')
  if (own === 'platform' && other !== 'platform' && isFeature)
    return `the platform imports ${other}`
  if (!isRepository(target) || other === 'platform') return null
  if (own !== other) return `${own} imports a repository of ${other}`
  return isRoutes(from) ? 'routes import a repository' : null
}

/** Imports of the service that skip a layer: of a feature by the platform, of a repository by others or by routes. */
export const findSkippedLayers = (sources: readonly SourceFile[]): readonly string[] =>
  sources.filter(isProductive).flatMap((source) =>
    listImports(source).flatMap(({ specifier, line }) => {
      const target = targetOf(source.path, specifier)
      const complaint = target?.startsWith(SERVER) ? complainOfLayer(source.path, target) : null
      return complaint === null ? [] : [findingAt(source, line, complaint)]
    }),
  )

const QUERIES = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])

const isQuery = ({ node }: Visit): boolean => {
  if (node.type === 'TaggedTemplateExpression') {
    return node.tag.type === 'Identifier' && node.tag.name === 'sql'
  }
  return (
    node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    QUERIES.has(node.property.name)
  )
}

/** SQL of the service outside of repositories and the platform. */
export const findStraySql = (sources: readonly SourceFile[]): readonly string[] =>
  sources
    .filter(isProductive)
    .filter(({ path: file }) => !isRepository(file) && featureOf(file) !== 'platform')
    .flatMap((source) =>
      listNodes(source)
        .filter(isQuery)
        .map(({ node }) => findingAt(source, lineOf(node), 'SQL outside of a repository')),
    )
