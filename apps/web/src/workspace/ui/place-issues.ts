import type { Problem } from '../frame/api.ts'

type Issue = NonNullable<Problem['issues']>[number]

/** The path of a field in a form. */
export type FieldPath = readonly (string | number)[]

/** The issues of a problem by the field that they belong to, and those that belong to none. */
export interface Placed {
  readonly fields: readonly { readonly name: FieldPath; readonly errors: readonly string[] }[]
  readonly rest: readonly Issue[]
}

const pathOf = ({ path }: Issue): FieldPath | null => {
  const [, inBody] = /^body\.?(.*)$/.exec(path ?? '') ?? []
  if (inBody === undefined || inBody === '') return null
  return inBody
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

const startsWith = (path: FieldPath, field: FieldPath): boolean =>
  field.every((part, at) => String(path[at]) === String(part))

/** Finds for each issue the field of the form that it belongs to, by its path in the body below `at`. */
export const placeIssues = (
  issues: readonly Issue[],
  fields: readonly FieldPath[],
  at: FieldPath = [],
): Placed => {
  const placed = new Map<FieldPath, string[]>()
  const rest: Issue[] = []
  for (const issue of issues) {
    const path = pathOf(issue)
    const field =
      path === null ? undefined : fields.find((known) => startsWith(path, [...at, ...known]))
    if (field === undefined) rest.push(issue)
    else placed.set(field, [...(placed.get(field) ?? []), issue.message])
  }
  return { fields: [...placed].map(([name, errors]) => ({ name, errors })), rest }
}
