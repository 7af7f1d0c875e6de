import { fen, isoDate } from '@huiqi/domain'
import type { Clock, Enterprise, Facts, PastAward, StatedValue, Thing } from '../enterprise.ts'
import type { Grade } from '../model.ts'
import type { ScalarInput } from './test-condition.ts'
import { toScalar } from './test-condition.ts'

/** Facts by id: a value, or several stated ones. */
export type FactInputs = Readonly<Record<string, ScalarInput | readonly StatedValue[]>>

/** A stated value, self-declared without a source unless said otherwise. */
export const stated = (value: ScalarInput, rest: Partial<StatedValue> = {}): StatedValue => ({
  value: toScalar(value),
  year: null,
  source: null,
  grade: null,
  ...rest,
})

/** Values by year. */
export const yearly = (
  values: Readonly<Record<number, ScalarInput>>,
  grade: Grade | null = null,
): readonly StatedValue[] =>
  Object.entries(values).map(([year, value]) => stated(value, { year: Number(year), grade }))

/** One value of a grade. */
export const graded = (value: ScalarInput, grade: Grade): readonly StatedValue[] => [
  stated(value, { grade }),
]

const isStated = (input: ScalarInput | readonly StatedValue[]): input is readonly StatedValue[] =>
  Array.isArray(input)

/** Facts as the engine reads them. */
export const factsOf = (inputs: FactInputs): Facts =>
  Object.fromEntries(
    Object.entries(inputs).map(([id, input]) => [id, isStated(input) ? input : [stated(input)]]),
  )

/** An enterprise with these facts, and nothing else known. */
export const enterprise = (inputs: FactInputs, rest: Partial<Enterprise> = {}): Enterprise => ({
  uscc: null,
  name: 'Test Enterprise',
  facts: factsOf(inputs),
  things: {},
  awards: [],
  ...rest,
})

/** A thing with these facts. */
export const thing = (id: string, inputs: FactInputs = {}): Thing => ({
  id,
  name: id,
  facts: factsOf(inputs),
})

/** A benefit received on a day. */
export const received = (measure: string, on: string, amount: number | null = null): PastAward => ({
  measure,
  on: isoDate(on),
  amount: amount === null ? null : fen(amount),
})

/** Both days of the clock; the day of submission is the other one unless given. */
export const clockOn = (asOf: string, submittedOn: string = asOf): Clock => ({
  asOf: isoDate(asOf),
  submittedOn: isoDate(submittedOn),
})
