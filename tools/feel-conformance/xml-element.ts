import { XMLParser } from 'fast-xml-parser'

/** An element without name-space prefixes: its attributes, its child elements, its own text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: true,
})

const TEXT = '#text'
const ATTRIBUTES = ':@'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (nodes: readonly unknown[]): string =>
  nodes.map((node) => (isRecord(node) ? String(node[TEXT] ?? '') : '')).join('')

const toElement = (node: unknown): XmlElement | null => {
  if (!isRecord(node)) return null
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT)
  const content = name === undefined ? undefined : node[name]
  if (name === undefined || !Array.isArray(content)) return null
  const attributes = isRecord(node[ATTRIBUTES]) ? node[ATTRIBUTES] : {}
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, String(value)]),
    ),
    children: toElements(content),
    text: textOf(content),
  }
}

const toElements = (nodes: readonly unknown[]): readonly XmlElement[] =>
  nodes.flatMap((node) => toElement(node) ?? [])

/** The root element of a document with the given name, or null when there is none. */
export const readXml = (text: string, rootName: string): XmlElement | null => {
  const nodes: unknown = PARSER.parse(text)
  const roots = Array.isArray(nodes) ? toElements(nodes) : []
  return roots.find(({ name }) => name === rootName) ?? null
}

/** All children of the given name. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The first child of the given name, or null. */
export const childOf = (element: XmlElement, name: string): XmlElement | null =>
  childrenOf(element, name)[0] ?? null
