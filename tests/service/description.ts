/** A schema of the description, as far as requests are made from it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
}

/** A parameter of a path, a query or a header. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly schema: JsonSchema
}

interface Described {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>
  }
}

/** One route: method and path with what it takes. */
export interface Operation {
  readonly id: string
  readonly method: string
  /** With names in braces: `/api/v1/claims/{id}/code`. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** The kind and shape of its body; null: none. */
  readonly body: { readonly type: string; readonly schema: JsonSchema } | null
}

/** What a service says of itself. */
export interface Description {
  readonly operations: readonly Operation[]
  /** The schema that a reference means. */
  readonly resolve: (schema: JsonSchema) => JsonSchema
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

const toOperation = (path: string, method: string, described: Described): Operation => {
  const [content] = Object.entries(described.requestBody?.content ?? {})
  return {
    id: described.operationId,
    method: method.toUpperCase(),
    path,
    parameters: described.parameters ?? [],
    body: content === undefined ? null : { type: content[0], schema: content[1].schema },
  }
}

/** Reads the description that a running service gives. */
export const readDescription = async (address: string): Promise<Description> => {
  const answer = await fetch(`${address}/api/v1/openapi.json`)
  const { paths, components }: Document = JSON.parse(await answer.text())
  return {
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => toOperation(path, method, described)),
    ),
    resolve: (schema) => {
      const name = schema.$ref?.split('/').at(-1)
      return name === undefined ? schema : (components.schemas[name] ?? {})
    },
  }
}
