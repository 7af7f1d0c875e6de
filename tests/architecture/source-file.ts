import path from 'node:path'
import { parse } from '@babel/parser'
import type { File, Node, StringLiteral, TraversalAncestors } from '@babel/types'
import { isStringLiteral, traverse } from '@babel/types'

/** A parsed TypeScript file; `path` is from the root with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly tree: File
}

/** What another module is called in an import, export or import type, and on which line. */
export interface ImportReference {
  readonly specifier: string
  readonly line: number
}

/** A node with the nodes around it, outermost first. */
export interface Visit {
  readonly node: Node
  readonly ancestors: TraversalAncestors
}

/** Parses TypeScript (and JSX in `.tsx`); throws SyntaxError on anything else. */
export const parseSource = (file: string, text: string): SourceFile => {
  const jsx = path.extname(file) === '.tsx' ? (['jsx'] as const) : []
  const tree = parse(text, { sourceType: 'module', plugins: ['typescript', ...jsx] })
  return { path: file, text, tree }
}

/** Every node of a file. */
export const listNodes = ({ tree }: SourceFile): readonly Visit[] => {
  const visits: Visit[] = []
  traverse(tree, (node, ancestors) => {
    visits.push({ node, ancestors: [...ancestors] })
  })
  return visits
}

/** The line of a node, from 1. */
export const lineOf = (node: Node): number => node.loc?.start.line ?? 1

/** A finding: where it is and what is wrong. */
export const findingAt = (file: SourceFile, line: number, complaint: string): string =>
  `${file.path}:${line} ${complaint}`

/** Whether a file is a test or made for tests alone (`x.fixture.ts`). */
export const isTest = (file: string): boolean => /\.(?:test|fixture)\.tsx?$/.test(file)

const sourceOf = (node: Node): StringLiteral | null => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ?? null
    case 'ImportExpression':
      return isStringLiteral(node.source) ? node.source : null
    case 'TSImportType':
      return isStringLiteral(node.source) ? node.source : null
    case 'TSExternalModuleReference':
      return node.expression
    default:
      return null
  }
}

/** Every module that a file names, type imports, re-exports and dynamic imports included. */
export const listImports = (file: SourceFile): readonly ImportReference[] =>
  listNodes(file).flatMap(({ node }) => {
    const source = sourceOf(node)
    return source === null ? [] : [{ specifier: source.value, line: lineOf(source) }]
  })
