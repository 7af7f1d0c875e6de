import { toApproximateNumber } from '@huiqi/domain'
import type { CodeIndex, FactDefinition } from '@huiqi/engine'
import {
  type ColumnModel,
  code,
  count,
  day,
  evenTruth,
  inThousands,
  tenths,
} from './column-model.ts'
import { at, yearly } from './draft.ts'
import { createPicker, zipfWeights } from './picker.ts'

const NEVER = Number.NEGATIVE_INFINITY
const TEN_THOUSANDTHS = { n: 1, d: 10_000 }

const boundsOf = ({ min, max }: FactDefinition): readonly [number, number] => [
  min === undefined ? Number.NEGATIVE_INFINITY : toApproximateNumber(min),
  max === undefined ? Number.POSITIVE_INFINITY : toApproximateNumber(max),
]

const byType = (definition: FactDefinition, index: CodeIndex | undefined): ColumnModel => {
  switch (definition.type) {
    case 'money':
      return inThousands((draft, row) => {
        const part = Math.exp(1.2 * draft.random.normal())
        return draft.random.chance(0.4) ? 0.05 * part * yearly(draft.revenue, 1, row) : 0
      })
    case 'rate':
      return {
        type: 'rate',
        storage: 'i32',
        unit: TEN_THOUSANDTHS,
        value: ({ random }) => random.unit() ** 2,
      }
    case 'count':
      return count(({ random }) => Math.floor(random.exponential() * 3))
    case 'number':
      return tenths(({ random }) => 100 * random.unit())
    case 'date':
      return day((draft, row) => {
        const { random, frame } = draft
        const founded = at(draft.founded, row)
        const drawn = founded + Math.floor(random.unit() * Math.max(1, frame.day - founded))
        return random.chance(0.7) ? NEVER : drawn
      })
    case 'boolean':
      return evenTruth(0.15)
    case 'code': {
      const codes = index?.list.codes.map((entry) => entry.code) ?? ['unknown']
      const pick = createPicker(zipfWeights(codes.length, 0.9))
      return code(codes, ({ random }) => pick(random.unit()))
    }
  }
}

/** What a fact is given that the city knows nothing of: something of its type, within its bounds. */
export const genericModel = (
  definition: FactDefinition,
  index: CodeIndex | undefined,
): ColumnModel => {
  const model = byType(definition, index)
  const [least, most] = boundsOf(definition)
  const isNumber = ['money', 'rate', 'count', 'number'].includes(definition.type)
  if (!isNumber) return model
  const { value } = model
  const scale = definition.type === 'money' ? 100 : 1
  return {
    ...model,
    value: (draft, row, ago) =>
      Math.min(most / scale, Math.max(least / scale, value(draft, row, ago))),
  }
}
