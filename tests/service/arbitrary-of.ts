import fc from 'fast-check'
import type { Description, JsonSchema } from './description.ts'

const DEPTH_AT_MOST = 5
const ITEMS_AT_MOST = 3

const text = ({ format, pattern, minLength, maxLength }: JsonSchema): fc.Arbitrary<string> => {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date') return fc.constantFrom('2025-01-01', '2024-02-29', '2099-12-31')
  if (format === 'date-time') return fc.constant('2025-09-15T04:00:00Z')
  if (format === 'email') return fc.constantFrom('owner@huiqi.example', 'new@huiqi.example')
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern))
    } catch {
      return fc.string()
    }
  }
  const least = minLength ?? 0
  const most = Math.max(least, Math.min(maxLength ?? 40, least + 40))
  return fc.string({ minLength: least, maxLength: most, unit: 'grapheme' })
}

const typeOf = ({ type }: JsonSchema): string | undefined =>
  typeof type === 'string' ? type : type?.find((each) => each !== 'null')

const object = (
  { properties = {}, required = [] }: JsonSchema,
  again: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, again(inner)])),
    { requiredKeys: required.filter((key) => key in properties) },
  )

const array = (
  { items = {}, minItems = 0 }: JsonSchema,
  again: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> =>
  fc.array(again(items), { minLength: minItems, maxLength: Math.max(minItems, ITEMS_AT_MOST) })

const integer = ({ minimum = -1000, maximum = 100_000 }: JsonSchema): fc.Arbitrary<number> =>
  fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) })

/** Values that fit a schema of the description, as far as the schema says. */
export const arbitraryOf = (
  { resolve }: Pick<Description, 'resolve'>,
  given: JsonSchema,
  depth = 0,
): fc.Arbitrary<unknown> => {
  const schema = resolve(given)
  if (depth > DEPTH_AT_MOST) return fc.constant(null)
  const again = (inner: JsonSchema): fc.Arbitrary<unknown> =>
    arbitraryOf({ resolve }, inner, depth + 1)
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (choices !== undefined) return fc.oneof(...choices.map(again))
  switch (typeOf(schema)) {
    case 'object':
      return object(schema, again)
    case 'array':
      return array(schema, again)
    case 'integer':
      return integer(schema)
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return text(schema)
  }
}

const NASTY = [
  '',
  ' ',
  '\0',
  '\u0000null',
  '\ud800',
  '\u202e右到左',
  '\r\nSet-Cookie: a=b',
  "' OR '1'='1",
  "'; DROP TABLE statements; --",
  '%00',
  '%',
  '\\',
  '{{7*7}}',
  '#{7*7}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  '1e309',
  '9007199254740993',
  '-1',
  '0x10',
  '٣',
  '𝟙',
  '专精特新'.repeat(50),
]

const HUGE_LENGTHS = [300, 5000, 200_000]

/** Texts that break careless programs. */
export const nastyText = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(...HUGE_LENGTHS).map((length) => 'a'.repeat(length)) },
  )

/** Values of every JSON type that nobody expects. */
export const nastyValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    nastyText(),
    fc.constantFrom(null, true, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], { a: { b: [null] } }),
    fc.array(fc.constant('x'), { minLength: 600, maxLength: 600 }),
    fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":1}}')),
    fc.jsonValue({ maxDepth: 3 }),
  )

/** A value with one place in it replaced by something that nobody expects. */
export const broken = (sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(sound, nastyValue(), fc.nat()).map(([value, nasty, place]) => {
    if (typeof value !== 'object' || value === null) return nasty
    const keys = Object.keys(value)
    const key = keys[place % Math.max(keys.length, 1)]
    if (key === undefined) return nasty
    return Array.isArray(value) ? value.with(Number(key), nasty) : { ...value, [key]: nasty }
  })
