import { z } from 'zod'
import type { Finding, Report } from '../finding.ts'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { Value } from '../reader/yaml-document.ts'

type ZodIssue = z.core.$ZodIssue

const collectKeys = (schema: unknown, into: Set<string>): Set<string> => {
  if (Array.isArray(schema)) for (const part of schema) collectKeys(part, into)
  else if (typeof schema === 'object' && schema !== null) {
    for (const [key, part] of Object.entries(schema)) {
      if (key === 'properties' && typeof part === 'object' && part !== null) {
        for (const name of Object.keys(part)) into.add(name)
      }
      collectKeys(part, into)
    }
  }
  return into
}

const knownKeys = (schema: z.ZodType): ReadonlySet<string> =>
  collectKeys(z.toJSONSchema(schema, { io: 'input' }), new Set())

const valueAt = (value: Value, path: Path): Value | undefined => {
  let at: unknown = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined
  }
  return isValue(at) ? at : undefined
}

const isValue = (value: unknown): value is Value => value !== undefined

const kindOf = (value: Value | undefined): string => {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'map' : 'text'
}

const steps = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)))

const isWrongShape = (issues: readonly ZodIssue[]): boolean =>
  issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type')

const bestBranch = (branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] | null => {
  const fitting = branches.filter((issues) => !isWrongShape(issues))
  return fitting.sort((a, b) => a.length - b.length)[0] ?? null
}

interface Check {
  readonly schema: z.ZodType
  readonly document: Value
  readonly report: Report
}

const reportType = ({ document, report }: Check, path: Path, expected: string): void => {
  const found = valueAt(document, path)
  const key = path.at(-1)
  if (found !== undefined) {
    report({ code: 'schema.type', path, params: { expected, found: kindOf(found) } })
  } else if (key === 'zh' || key === 'en') {
    report({ code: 'text.untranslated', path: path.slice(0, -1), params: { language: key } })
  } else {
    report({ code: 'schema.missing-key', path: path.slice(0, -1), params: { key: String(key) } })
  }
}

const reportUnknownKeys = (check: Check, path: Path, keys: readonly string[]): void => {
  const known = knownKeys(check.schema)
  for (const key of keys) {
    check.report({
      code: 'schema.unknown-key',
      path: [...path, key],
      params: { key, similar: nearest(key, known).filter((name) => name !== key) },
      target: 'key',
    })
  }
}

const findingOf = ({ document }: Check, issue: ZodIssue, path: Path): Finding => {
  const found = String(valueAt(document, path) ?? '')
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      const similar = nearest(found, allowed)
      return { code: 'schema.value', path, params: { found, allowed, similar } }
    }
    case 'invalid_format':
      return { code: 'schema.format', path, params: { found } }
    case 'invalid_key':
      return {
        code: 'schema.format',
        path,
        params: { found: String(path.at(-1)) },
        target: 'key',
      }
    default:
      return { code: 'schema.shape', path, params: { detail: issue.message } }
  }
}

const reportUnion = (
  check: Check,
  branches: readonly (readonly ZodIssue[])[],
  path: Path,
): void => {
  const branch = bestBranch(branches)
  if (branch === null) reportType(check, path, 'other')
  else for (const issue of branch) reportIssue(check, issue, path)
}

const reportIssue = (check: Check, issue: ZodIssue, prefix: Path): void => {
  const path = [...prefix, ...steps(issue.path)]
  if (issue.code === 'unrecognized_keys') reportUnknownKeys(check, path, issue.keys)
  else if (issue.code === 'invalid_type') reportType(check, path, issue.expected)
  else if (issue.code === 'invalid_union') reportUnion(check, issue.errors, path)
  else check.report(findingOf(check, issue, path))
}

/** The document when it has the shape of the schema; else null, and every fault reported. */
export const validate = <T>(schema: z.ZodType<T>, document: Value, report: Report): T | null => {
  const result = schema.safeParse(document)
  if (result.success) return result.data
  for (const issue of result.error.issues) reportIssue({ schema, document, report }, issue, [])
  return null
}

const without = (document: Value, key: string, ids: ReadonlySet<string>): Value => {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document
  const entries = Object.entries(document).map(([name, inner]): [string, Value] => {
    if (name !== key || typeof inner !== 'object' || inner === null) return [name, inner]
    return [name, Object.fromEntries(Object.entries(inner).filter(([id]) => !ids.has(id)))]
  })
  return Object.fromEntries(entries)
}

/** Like `validate`, but faulty entries of the map under `key` are left out and the others kept. */
export const validateEntries = <T>(
  schema: z.ZodType<T>,
  document: Value,
  at: { readonly key: string; readonly report: Report },
): T | null => {
  const { key, report } = at
  const faulty = new Set<string>()
  const whole = validate(schema, document, (finding) => {
    const [top, id] = finding.path
    if (top === key && typeof id === 'string') faulty.add(id)
    report(finding)
  })
  if (whole !== null || faulty.size === 0) return whole
  const rest = schema.safeParse(without(document, key, faulty))
  return rest.success ? rest.data : null
}
