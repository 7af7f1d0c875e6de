import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import type { Path, Place } from '../place.ts'
import { alignOffset } from './align-offset.ts'
import { LOSSLESS_TAGS } from './lossless-tags.ts'

/** Plain content of a document. */
export type Value = null | boolean | number | string | readonly Value[] | ValueMap
export interface ValueMap {
  readonly [key: string]: Value
}

/** A fault of the notation itself. */
export interface SyntaxFault extends Place {
  readonly code: 'yaml.syntax' | 'yaml.duplicate-key' | 'yaml.anchor' | 'yaml.key'
  readonly detail: string
}

/** Where to point: at the value (the default), at its key, or so many characters into a text value. */
export type Target = 'value' | 'key' | number

/** A document with the places of everything in it. */
export interface YamlDocument {
  readonly value: Value
  readonly faults: readonly SyntaxFault[]
  /** The place of the value at `path`, or of the nearest thing around it that exists. */
  readonly locate: (path: Path, target?: Target) => Place
}

interface Found {
  readonly key: Node | null
  readonly value: Node | null
}

const childAt = (node: unknown, step: string | number): Found | null => {
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    return pair ? { key: pair.key, value: pair.value } : null
  }
  if (isSeq<Node>(node) && typeof step === 'number') {
    const value = node.items[step]
    return value ? { key: null, value } : null
  }
  return null
}

const findNode = (document: Document.Parsed, path: Path): Found & { readonly isWhole: boolean } => {
  let found: Found = { key: null, value: document.contents }
  for (const step of path) {
    const next = childAt(found.value, step)
    if (next === null) return { ...found, isWhole: false }
    found = next
  }
  return { ...found, isWhole: true }
}

const isEmptyValue = (node: Node): boolean => {
  const [start = 0, end = 0] = node.range ?? []
  return start === end
}

const nodeFor = ({ key, value }: Found, target: Target): Node | null => {
  if (target === 'key') return key ?? value
  return value === null || (key !== null && isEmptyValue(value)) ? (key ?? value) : value
}

const offsetFor = (text: string, node: Node, target: Target): number => {
  const start = node.range?.[0] ?? 0
  return typeof target === 'number' && isScalar(node) ? alignOffset(text, node, target) : start
}

interface Conversion {
  readonly faults: SyntaxFault[]
  readonly placeOf: (node: unknown) => Place
}

const convertKey = (key: unknown, conversion: Conversion): string => {
  if (isScalar(key)) return String(key.value)
  conversion.faults.push({ code: 'yaml.key', detail: '', ...conversion.placeOf(key) })
  return ''
}

const toValue = (node: unknown, conversion: Conversion): Value => {
  if (isMap(node)) {
    const entries = node.items.map(
      ({ key, value }) => [convertKey(key, conversion), toValue(value, conversion)] as const,
    )
    return Object.fromEntries(entries)
  }
  if (isSeq(node)) return node.items.map((item) => toValue(item, conversion))
  if (!isScalar(node)) return null
  const { value } = node
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}

const ANCHOR = /(?:^|[\s[{,:-])[&*][^\s,[\]{}]+/

const anchorOf = (node: unknown): string | undefined => {
  if (isAlias(node)) return node.source
  return isNode(node) ? node.anchor : undefined
}

const childrenOf = (node: unknown): readonly unknown[] => {
  if (isMap(node)) return node.items.map(({ value }) => value)
  return isSeq(node) ? node.items : []
}

const anchorFaults = (node: unknown, placeOf: Conversion['placeOf']): readonly SyntaxFault[] => {
  const detail = anchorOf(node)
  const own: readonly SyntaxFault[] =
    detail === undefined ? [] : [{ code: 'yaml.anchor', detail, ...placeOf(node) }]
  return [...own, ...childrenOf(node).flatMap((child) => anchorFaults(child, placeOf))]
}

/** Reads YAML 1.2 (core schema) without anchors; numbers that a double cannot carry exactly stay text. */
export const readYaml = (text: string): YamlDocument => {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter,
    schema: 'core',
    customTags: LOSSLESS_TAGS,
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
  })
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const placeOf = (node: unknown): Place => at(isNode(node) ? (node.range?.[0] ?? 0) : 0)
  const faults: SyntaxFault[] = document.errors.map((error) => ({
    code: error.code === 'DUPLICATE_KEY' ? 'yaml.duplicate-key' : 'yaml.syntax',
    detail: error.message,
    ...at(error.pos[0]),
  }))
  if (ANCHOR.test(text)) faults.push(...anchorFaults(document.contents, placeOf))
  const value = toValue(document.contents, { faults, placeOf })
  const locate = (path: Path, target: Target = 'value'): Place => {
    const found = findNode(document, path)
    const node = nodeFor(found, found.isWhole ? target : 'key')
    return at(node === null ? 0 : offsetFor(text, node, found.isWhole ? target : 'key'))
  }
  return { value, faults, locate }
}
