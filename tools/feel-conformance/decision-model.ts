import type { FeelType } from '@huiqi/engine'
import { childOf, childrenOf, readXml, type XmlElement } from './xml-element.ts'

/** Something a decision reads: an input of the model, or another decision. */
export interface ModelNode {
  readonly id: string
  readonly name: string
  readonly typeRef: string | null
}

/** A decision with its literal expression, or with the kind of logic that stands in its place. */
export interface Decision extends ModelNode {
  readonly expression: string | null
  readonly logic: string
  /** Ids of the inputs and decisions it requires. */
  readonly requires: readonly string[]
}

/** A named type: a simple type, or one with components, or a list. */
interface ItemDefinition {
  readonly typeRef: string | null
  readonly isCollection: boolean
  readonly components: ReadonlyMap<string, string | null>
}

/** What the runner needs of a DMN model. */
export interface DecisionModel {
  readonly inputs: readonly ModelNode[]
  readonly decisions: readonly Decision[]
  readonly types: ReadonlyMap<string, ItemDefinition>
}

const LOGIC = [
  'literalExpression',
  'decisionTable',
  'context',
  'invocation',
  'list',
  'relation',
  'functionDefinition',
  'conditional',
  'for',
  'filter',
  'every',
  'some',
]

const typeRefOf = (element: XmlElement | null): string | null =>
  element === null
    ? null
    : (element.attributes.typeRef ?? childOf(element, 'typeRef')?.text.trim() ?? null)

const readNode = (element: XmlElement): ModelNode => ({
  id: element.attributes.id ?? '',
  name: element.attributes.name ?? '',
  typeRef: typeRefOf(childOf(element, 'variable')),
})

const requirementsOf = (element: XmlElement): readonly string[] =>
  childrenOf(element, 'informationRequirement').flatMap(({ children }) =>
    children.map(({ attributes }) => (attributes.href ?? '').replace(/^.*#/, '')),
  )

const readDecision = (element: XmlElement): Decision => {
  const logic = element.children.find(({ name }) => LOGIC.includes(name))
  const isLiteral = logic?.name === 'literalExpression'
  return {
    ...readNode(element),
    expression: isLiteral ? (childOf(logic, 'text')?.text.trim() ?? '') : null,
    logic: logic?.name ?? 'none',
    requires: requirementsOf(element),
  }
}

const readItemDefinition = (element: XmlElement): ItemDefinition => ({
  typeRef: typeRefOf(element),
  isCollection: element.attributes.isCollection === 'true',
  components: new Map(
    childrenOf(element, 'itemComponent').map((component) => [
      component.attributes.name ?? '',
      component.attributes.isCollection === 'true' ? 'list' : typeRefOf(component),
    ]),
  ),
})

/** Reads a DMN document; null when it is none. */
export const readDecisionModel = (xml: string): DecisionModel | null => {
  const root = readXml(xml, 'definitions')
  if (root === null) return null
  return {
    inputs: childrenOf(root, 'inputData').map(readNode),
    decisions: childrenOf(root, 'decision').map(readDecision),
    types: new Map(
      childrenOf(root, 'itemDefinition').map((element) => [
        element.attributes.name ?? '',
        readItemDefinition(element),
      ]),
    ),
  }
}

const SIMPLE_TYPES: ReadonlyMap<string, FeelType> = new Map([
  ['number', 'number'],
  ['string', 'text'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['days and time duration', 'days'],
  ['dayTimeDuration', 'days'],
  ['years and months duration', 'months'],
  ['yearMonthDuration', 'months'],
])

const UNTYPED = new Set(['Any', 'undefined'])

/** What a type reference means: a type of the profile, `any` when nothing is said, else `outside`. */
export const resolveType = (
  model: DecisionModel,
  typeRef: string | null,
): FeelType | 'any' | 'outside' => {
  const name = (typeRef ?? 'Any').replace(/^\w+:/, '')
  const simple = SIMPLE_TYPES.get(name)
  if (simple !== undefined) return simple
  if (UNTYPED.has(name)) return 'any'
  const definition = model.types.get(name)
  if (definition === undefined || definition.isCollection) return 'outside'
  if (definition.components.size > 0 || definition.typeRef === name) return 'outside'
  return resolveType(model, definition.typeRef)
}
