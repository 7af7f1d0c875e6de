import { NOT_FOUND, type Operand } from '@huiqi/engine'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { Context } from './context.ts'
import { type LiteralType, parseLiteral } from './literal.ts'

/** A right-hand side as authors write it. */
export type OperandDocument = string | number | boolean | { readonly parameter: string }

const lowerParameter = (
  { vocabulary, report }: Context,
  id: string,
  at: { readonly path: Path; readonly type: LiteralType },
): Operand | null => {
  const parameter = vocabulary.parameters.get(id)
  const path = [...at.path, 'parameter']
  if (parameter === undefined) {
    const declared = vocabulary.declaredParameters
    if (!declared.has(id)) {
      report({ code: 'parameter.unknown', path, params: { id, similar: nearest(id, declared) } })
    }
    return null
  }
  if (parameter.type !== at.type.type) {
    const params = { id, expected: at.type.type, found: parameter.type }
    report({ code: 'parameter.type', path, params })
    return null
  }
  return { kind: 'parameter', parameter: id }
}

/** A literal of the type, a dated parameter of the type, or a hole; null with the faults reported. */
export const lowerOperand = (
  context: Context,
  value: OperandDocument,
  at: { readonly path: Path; readonly type: LiteralType },
): Operand | null => {
  if (typeof value === 'object') return lowerParameter(context, value.parameter, at)
  if (value === NOT_FOUND) return { kind: 'not-found' }
  const parsed = parseLiteral(value, at.type)
  if (parsed.ok) return { kind: 'literal', value: parsed.value }
  context.report({ code: parsed.code, path: at.path, params: parsed.params })
  return null
}
