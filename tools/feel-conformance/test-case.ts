import { childOf, childrenOf, readXml, type XmlElement } from './xml-element.ts'

/** A value as the tests write it. */
export type StatedValue =
  | { readonly kind: 'value'; readonly text: string; readonly xsiType: string | null }
  | { readonly kind: 'null' }
  | { readonly kind: 'context'; readonly parts: ReadonlyMap<string, StatedValue> }
  | { readonly kind: 'list' }

/** One expectation: the decision and what it must give. */
export interface ExpectedResult {
  readonly decision: string
  readonly expected: StatedValue
}

/** One test case: inputs by name, and what the decisions must give for them. */
export interface TestCase {
  readonly id: string
  /** `decision`, or what else is invoked: a business knowledge model, a decision service. */
  readonly invokes: string
  readonly inputs: ReadonlyMap<string, StatedValue>
  readonly results: readonly ExpectedResult[]
}

/** A file of test cases. */
export interface TestFile {
  readonly modelName: string
  readonly cases: readonly TestCase[]
}

const readValue = (element: XmlElement): StatedValue => {
  const components = childrenOf(element, 'component')
  if (components.length > 0) {
    return {
      kind: 'context',
      parts: new Map(components.map((part) => [part.attributes.name ?? '', readValue(part)])),
    }
  }
  if (childOf(element, 'list') !== null) return { kind: 'list' }
  const value = childOf(element, 'value')
  const xsiType = value?.attributes.type?.replace(/^\w+:/, '') ?? null
  const isNull = value === null || value.attributes.nil === 'true'
  if (isNull || (value.text === '' && xsiType !== 'string')) return { kind: 'null' }
  return { kind: 'value', text: value.text, xsiType }
}

const readResult = (element: XmlElement): ExpectedResult => {
  const expected = childOf(element, 'expected') ?? childOf(element, 'computed') ?? element
  return { decision: element.attributes.name ?? '', expected: readValue(expected) }
}

const readCase = (element: XmlElement): TestCase => ({
  id: element.attributes.id ?? '',
  invokes: element.attributes.type ?? 'decision',
  inputs: new Map(
    childrenOf(element, 'inputNode').map((input) => [
      input.attributes.name ?? '',
      readValue(input),
    ]),
  ),
  results: childrenOf(element, 'resultNode').map(readResult),
})

/** Reads a file of test cases; null when it is none. */
export const readTestFile = (xml: string): TestFile | null => {
  const root = readXml(xml, 'testCases')
  if (root === null) return null
  return {
    modelName: childOf(root, 'modelName')?.text.trim() ?? '',
    cases: childrenOf(root, 'testCase').map(readCase),
  }
}
