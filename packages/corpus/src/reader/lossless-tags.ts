import type { ScalarTag, Tags } from 'yaml'
import { NUMBER, toExactNumber } from './exact-number.ts'

/** Plain numbers become numbers only where the double writes back the same characters. */
const NUMBER_TAG: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: NUMBER,
  resolve: (text) => toExactNumber(text),
}

const KEPT = new Set(['tag:yaml.org,2002:null', 'tag:yaml.org,2002:bool'])

const isScalarRule = (tag: Tags[number]): boolean =>
  typeof tag === 'object' && tag.default === true && 'test' in tag && tag.test !== undefined

/** The core schema with exact numbers: no hexadecimal, no exponents, no infinities. */
export const LOSSLESS_TAGS = (tags: Tags): Tags => [
  ...tags.filter((tag) => !isScalarRule(tag) || (typeof tag === 'object' && KEPT.has(tag.tag))),
  NUMBER_TAG,
]
