import {
  type Clock,
  type Operand,
  type Resolved,
  type Rulebook,
  resolveOperand,
  type Scalar,
  type Situation,
  situationOf,
} from '@huiqi/engine'

/** The rules and the day for which a program is compiled. */
export interface CompileContext {
  readonly rulebook: Rulebook
  readonly clock: Clock
  /** A right-hand side on the day; null where the text or the parameter has a hole. */
  readonly resolveOperand: (operand: Operand) => Scalar | null
}

/** An enterprise of which nothing is known. */
export const blankSituation = (rulebook: Rulebook, clock: Clock): Situation =>
  situationOf(rulebook, { uscc: null, name: '', facts: {}, things: {}, awards: [] }, { clock })

/** The context of a program; parameters are worked out once. */
export const compileContext = (rulebook: Rulebook, clock: Clock): CompileContext => {
  const situation = blankSituation(rulebook, clock)
  const parameters = new Map<string, Scalar | null>()
  const resolve = (operand: Operand): Scalar | null => {
    if (operand.kind !== 'parameter') return resolveOperand(situation, operand)
    const ready = parameters.get(operand.parameter)
    if (ready !== undefined) return ready
    const value = resolveOperand(situation, operand)
    parameters.set(operand.parameter, value)
    return value
  }
  return { rulebook, clock, resolveOperand: resolve }
}

/** What is known of a code fact of which a code is stated; a code may leave open which one below it is meant. */
export const resolveStatedCode = (
  { rulebook, clock }: Pick<CompileContext, 'rulebook' | 'clock'>,
  fact: string,
  code: string,
): Resolved => {
  const facts = { [fact]: [{ value: code, year: null, source: null, grade: null }] }
  const enterprise = { uscc: null, name: '', facts, things: {}, awards: [] }
  const thing = { id: '', name: '', facts }
  return situationOf(rulebook, enterprise, { clock, thing }).resolve(fact, null)
}
