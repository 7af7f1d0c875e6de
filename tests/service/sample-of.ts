import type { Description, JsonSchema } from './description.ts'

/** What stands in for ids and other texts that mean somebody. */
export type TextFor = (name: string, schema: JsonSchema) => unknown

const plainText = ({ minLength = 0, pattern }: JsonSchema): string => {
  if (pattern?.includes('d{6}') === true) return '123456'
  return '某某'.repeat(Math.max(1, Math.ceil(minLength / 2)))
}

const byFormat: Readonly<Record<string, string>> = {
  date: '2025-12-31',
  'date-time': '2025-12-31T00:00:00Z',
  email: 'somebody@huiqi.example',
}

const typeOf = ({ type }: JsonSchema): string | undefined =>
  typeof type === 'string' ? type : type?.find((each) => each !== 'null')

const object = (
  properties: JsonSchema['properties'],
  again: (schema: JsonSchema, name: string) => unknown,
): unknown =>
  Object.fromEntries(
    Object.entries(properties ?? {}).map(([key, inner]) => [key, again(inner, key)]),
  )

const formatted = (schema: JsonSchema): string => byFormat[schema.format ?? ''] ?? plainText(schema)

/** One sound value of a schema, with all its properties; the name is the property's. */
export const sampleOf = (
  { resolve }: Description,
  given: JsonSchema,
  { name, textFor }: { readonly name: string; readonly textFor: TextFor },
): unknown => {
  const again = (schema: JsonSchema, inner: string): unknown =>
    sampleOf({ operations: [], resolve }, schema, { name: inner, textFor })
  const schema = resolve(given)
  const { anyOf, oneOf, allOf, enum: values, const: only, items, properties } = schema
  const choice = anyOf ?? oneOf ?? allOf
  if (only !== undefined) return only
  if (values !== undefined) return values[0]
  if (choice?.[0] !== undefined) return again(choice[0], name)
  switch (typeOf(schema)) {
    case 'object':
      return object(properties, again)
    case 'array':
      return items === undefined ? [] : [again(items, name)]
    case 'integer':
    case 'number':
      return textFor(name, schema) ?? schema.minimum ?? 1
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textFor(name, schema) ?? formatted(schema)
  }
}
