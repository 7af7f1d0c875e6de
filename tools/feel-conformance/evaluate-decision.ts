import {
  checkFormula,
  compileFormula,
  type FeelIssue,
  type FeelType,
  type FeelValue,
  type NameDeclaration,
  parseFormula,
  unknown,
} from '@huiqi/engine'
import { type Decision, type DecisionModel, type ModelNode, resolveType } from './decision-model.ts'
import { inferType, parseStated } from './stated-value.ts'
import type { StatedValue } from './test-case.ts'

/** Why a decision is not within the profile: an issue of the language, or one of the model (`model.…`). */
export interface Refusal {
  readonly kind: 'refused'
  readonly issue: string
  /** What it is about: a construct, a function, a kind of decision logic. */
  readonly construct: string
}

/** What a decision gave. */
export interface Evaluated {
  readonly kind: 'evaluated'
  readonly type: FeelType
  readonly value: FeelValue
}

type Outcome = Evaluated | Refusal

/** A model with the inputs of one test case. */
export interface Scene {
  readonly model: DecisionModel
  readonly inputs: ReadonlyMap<string, StatedValue>
}

type Scope = ReadonlyMap<string, Evaluated>

const refuse = (issue: string, construct: string): Refusal => ({
  kind: 'refused',
  issue,
  construct,
})

const joined = (name: string): string => name.trim().replace(/\s+/g, '_')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The expression with the blanks within known names replaced by underscores. */
const joinNames = (expression: string, names: readonly string[]): string =>
  names
    .filter((name) => /\s/.test(name))
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => {
      const pattern = name.trim().split(/\s+/).map(escaped).join('\\s+')
      return text.replace(new RegExp(pattern, 'g'), joined(name))
    }, expression)

const evaluateStated = (
  name: string,
  stated: StatedValue,
  declared: FeelType | 'any' | 'outside',
): Outcome => {
  if (stated.kind === 'list' || stated.kind === 'context') return refuse('model.input', stated.kind)
  if (declared === 'outside') return refuse('model.input', 'type')
  if (stated.kind === 'null') {
    if (declared === 'any') return refuse('model.input', 'null without type')
    return { kind: 'evaluated', type: declared, value: unknown(name) }
  }
  const type = declared === 'any' ? inferType(stated) : declared
  const value = type === null ? null : parseStated(stated.text, type)
  if (type === null || value === null) return refuse('model.input', 'value')
  return { kind: 'evaluated', type, value }
}

/** An input under its name, or each of its components under `name.component`. */
const evaluateInput = (scene: Scene, node: ModelNode): readonly [string, Outcome][] => {
  const stated = scene.inputs.get(node.name) ?? { kind: 'null' }
  if (stated.kind !== 'context') {
    const type = resolveType(scene.model, node.typeRef)
    return [[node.name, evaluateStated(node.name, stated, type)]]
  }
  const components = scene.model.types.get(node.typeRef ?? '')?.components
  return [...stated.parts].map(([part, value]) => {
    const type = resolveType(scene.model, components?.get(part) ?? null)
    const name = `${node.name}.${part}`
    return [name, evaluateStated(name, value, type)]
  })
}

const evaluateRequirement = (scene: Scene, id: string): readonly [string, Outcome][] => {
  const input = scene.model.inputs.find((node) => node.id === id)
  if (input !== undefined) return evaluateInput(scene, input)
  const decision = scene.model.decisions.find((node) => node.id === id)
  if (decision === undefined) return [[id, refuse('model.requirement', 'not in the model')]]
  if (scene.inputs.has(decision.name)) return evaluateInput(scene, decision)
  return [[decision.name, evaluateDecision(scene, decision)]]
}

const firstIssue = (issues: readonly FeelIssue[]): Refusal => {
  const [issue] = issues
  if (issue === undefined) return refuse('model.expression', 'empty')
  const construct = issue.code === 'feel.outside-profile' ? issue.params.construct : ''
  return refuse(issue.code, construct)
}

const evaluateExpression = (expression: string, scope: Scope): Outcome => {
  const parsed = parseFormula(expression)
  if (!parsed.ok) return firstIssue(parsed.issues)
  const names = new Map(
    [...scope].map(([name, { type }]): [string, NameDeclaration] => [
      name,
      { type, period: 'point' },
    ]),
  )
  const environment = { context: 'point', names } as const
  const { type, issues } = checkFormula(parsed.ast, environment)
  if (type === null || issues.length > 0) return firstIssue(issues)
  const run = compileFormula(parsed.ast, environment)
  return {
    kind: 'evaluated',
    type,
    value: run(({ name }) => scope.get(name)?.value ?? unknown(name)),
  }
}

/** Evaluates a decision and the decisions that it requires. */
export const evaluateDecision = (scene: Scene, decision: Decision): Outcome => {
  if (decision.expression === null) return refuse('model.logic', decision.logic)
  const required = decision.requires.flatMap((id) => evaluateRequirement(scene, id))
  const scope = new Map<string, Evaluated>()
  for (const [name, outcome] of required) {
    if (outcome.kind === 'refused') return outcome
    scope.set(joined(name), outcome)
  }
  const names = required.map(([name]) => name)
  return evaluateExpression(joinNames(decision.expression, names), scope)
}
