import type { FileFormat } from '@huiqi/contract'
import { toEnterpriseYaml } from '@huiqi/corpus'
import { formatExact } from '@huiqi/domain'
import {
  type Enterprise,
  type Facts,
  type Rulebook,
  type Scalar,
  type StatedValue,
  THING_LISTS,
} from '@huiqi/engine'
import type { Platform } from '../platform/platform.ts'
import { loadFile } from './load-file.ts'
import { type Asking, readFile } from './read-file.ts'

/** A file for taking away. */
export interface ExportedFile {
  readonly fileName: string
  readonly type: string
  readonly text: string
}

const plainValue = (value: Scalar): string | boolean =>
  typeof value === 'object' ? formatExact(value) : value

/** Amounts stand in fen, so that nothing is rounded. */
const keyOf = (rulebook: Rulebook, fact: string): string =>
  rulebook.facts.get(fact)?.type === 'money' ? `${fact}.fen` : fact

const statedJson = ({ value, source, grade }: StatedValue) => ({
  value: plainValue(value),
  source: source ?? 'self',
  grade: grade ?? 'D',
})

const factsJson = (rulebook: Rulebook, facts: Facts) =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, values]) => {
      const [first] = values
      const isPoint = first !== undefined && first.year === null
      const years = values.map((stated) => [String(stated.year), statedJson(stated)])
      return [keyOf(rulebook, fact), isPoint ? statedJson(first) : Object.fromEntries(years)]
    }),
  )

/** The file as JSON that `readEnterprise` reads back to the same. */
export const toEnterpriseJson = (rulebook: Rulebook, enterprise: Enterprise): string => {
  const { name, uscc, facts, things, awards } = enterprise
  const lists = Object.entries(THING_LISTS).flatMap(([kind, list]) => {
    const known = Object.entries(things).find(([each]) => each === kind)?.[1]
    if (known === undefined) return []
    const entries = known.map((thing) => ({
      id: thing.id,
      name: thing.name,
      ...factsJson(rulebook, thing.facts),
    }))
    return [[list, entries]]
  })
  const received = awards.map(({ measure, on, amount }) => ({
    measure,
    on,
    ...(amount === null ? {} : { amount: amount / 100 }),
  }))
  const document = {
    name,
    ...(uscc === null ? {} : { uscc }),
    facts: factsJson(rulebook, facts),
    ...Object.fromEntries(lists),
    ...(received.length === 0 ? {} : { awards: received }),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const quote = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** The facts of the enterprise itself as a table of one row; things and awards have no place in it. */
export const toEnterpriseCsv = (rulebook: Rulebook, enterprise: Enterprise): string => {
  const cells = Object.entries(enterprise.facts).flatMap(([fact, values]) =>
    values.map(({ year, value }) => ({
      head: year === null ? keyOf(rulebook, fact) : `${keyOf(rulebook, fact)}@${year}`,
      text: String(plainValue(value)),
    })),
  )
  const rows = [
    ['uscc', 'name', ...cells.map(({ head }) => head)],
    [enterprise.uscc ?? '', enterprise.name, ...cells.map(({ text }) => text)],
  ]
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}

const TYPES = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<FileFormat, string>

/** The whole file in a form that can be read back. */
export const exportFile = (
  platform: Platform,
  asking: Asking,
  { enterprise: id, format }: { readonly enterprise: string; readonly format: FileFormat },
): Promise<ExportedFile> =>
  readFile(platform, asking, {
    enterprise: id,
    part: 'export',
    read: async (work) => {
      const { rulebook } = platform.policies
      const { enterprise } = await loadFile(work, rulebook, { id })
      const write = {
        yaml: () => toEnterpriseYaml(enterprise, rulebook.facts),
        json: () => toEnterpriseJson(rulebook, enterprise),
        csv: () => toEnterpriseCsv(rulebook, enterprise),
      }
      return {
        fileName: `${enterprise.uscc ?? id}.${format}`,
        type: TYPES[format],
        text: await write[format](),
      }
    },
  })
