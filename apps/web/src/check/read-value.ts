import { toHalfWidth } from '@huiqi/domain'
import {
  type FactDefinition,
  type FigureFault,
  isFigureFact,
  readFigure,
  type Scalar,
} from '@huiqi/engine'

/** What is wrong with a typed value. */
export type ValueFault = 'empty' | Exclude<FigureFault, 'rate-plain'>

/** A typed value, or what is wrong with it. */
export type ReadValue =
  | { readonly ok: true; readonly value: Scalar }
  | { readonly ok: false; readonly fault: ValueFault }

/** A rate is typed in percent, with or without the sign: `5`, `5%` and `5 %` are five hundredths. */
const asWritten = ({ type }: FactDefinition, text: string): string =>
  type === 'rate' && !text.endsWith('%') ? `${text}%` : text

/** Reads what somebody typed for a fact: `8600万`, `5%`, `120 人`, `2024-11-15`, `从未`. */
export const readValue = (fact: FactDefinition, typed: string): ReadValue => {
  const text = toHalfWidth(typed).trim()
  if (text === '') return { ok: false, fault: 'empty' }
  if (!isFigureFact(fact)) {
    return { ok: true, value: fact.type === 'boolean' ? text === 'true' : text }
  }
  const read = readFigure(fact, asWritten(fact, text))
  if (read.ok) return read
  return { ok: false, fault: read.fault === 'rate-plain' ? 'rate' : read.fault }
}
