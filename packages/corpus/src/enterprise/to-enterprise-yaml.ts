import {
  type Exact,
  exact,
  exactToFen,
  fenToExact,
  formatExact,
  formatMoney,
  multiply,
} from '@huiqi/domain'
import {
  type Enterprise,
  type FactDefinition,
  type Facts,
  NEVER,
  type Scalar,
  type StatedValue,
  type Thing,
} from '@huiqi/engine'
import { SELF_DECLARED } from './reading.ts'
import { THING_LISTS } from './things.ts'

type Definitions = ReadonlyMap<string, FactDefinition>
type Plain =
  | string
  | number
  | boolean
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | ReadonlyMap<number, Plain>

const HUNDRED = exact(100)

const yuan = (fen: Exact): string =>
  formatMoney(exactToFen(fen, 'half-even'), 'zh').replace(' ', '')

const percent = (rate: Exact): string => {
  const text = formatExact(multiply(rate, HUNDRED))
  return text.includes('/') ? formatExact(rate) : `${text}%`
}

const writeScalar = (value: Scalar, definition: FactDefinition | undefined): Plain => {
  if (typeof value !== 'object') return value
  if (definition?.type === 'money') return yuan(value)
  if (definition?.type === 'rate') return percent(value)
  const text = formatExact(value)
  return String(Number(text)) === text ? Number(text) : text
}

const writeStated = (stated: StatedValue, definition: FactDefinition | undefined): Plain => {
  const value = writeScalar(stated.value, definition)
  const { source, grade } = stated
  const isOwn = (source ?? SELF_DECLARED.source) === SELF_DECLARED.source
  if (isOwn && (grade ?? SELF_DECLARED.grade) === SELF_DECLARED.grade) return value
  return {
    value,
    ...(source === null ? {} : { source }),
    ...(grade === null ? {} : { grade }),
  }
}

const writeValues = (
  values: readonly StatedValue[],
  definition: FactDefinition | undefined,
): Plain => {
  const [first] = values
  if (first !== undefined && first.year === null) return writeStated(first, definition)
  return new Map(values.map((stated) => [stated.year ?? 0, writeStated(stated, definition)]))
}

const TITLE_PART = /^qualification\.([a-z0-9_]+)\.(granted_on|valid_until)$/

const writeFacts = (
  facts: Facts,
  definitions: Definitions,
  subject: string,
): Record<string, Plain> => {
  const prefix = `${subject}.`
  const entries = Object.entries(facts)
    .filter(([id, values]) => values.length > 0 && !TITLE_PART.test(id))
    .map(([id, values]) => [
      id.startsWith(prefix) ? id.slice(prefix.length) : id,
      writeValues(values, definitions.get(id)),
    ])
  return Object.fromEntries(entries)
}

const writeTitles = (facts: Facts): Record<string, Plain> => {
  const titles: Record<string, Record<string, Plain>> = {}
  const never: string[] = []
  for (const [id, [stated]] of Object.entries(facts)) {
    const [, title, part] = TITLE_PART.exec(id) ?? []
    if (title === undefined || part === undefined || stated === undefined) continue
    titles[title] = { ...titles[title], [part.replace('_', '-')]: writeStated(stated, undefined) }
    if (part === 'granted_on' && writeStated(stated, undefined) === NEVER) never.push(title)
  }
  return { ...titles, ...Object.fromEntries(never.map((title) => [title, 'none'])) }
}

const writeThing = (thing: Thing, definitions: Definitions, kind: string): Plain => ({
  id: thing.id,
  ...(thing.name === thing.id ? {} : { name: thing.name }),
  ...writeFacts(thing.facts, definitions, kind),
})

const isFilled = (entry: readonly [string, Record<string, Plain>]): boolean =>
  Object.keys(entry[1]).length > 0

/** The enterprise as a YAML file that `readEnterprise` reads back to the same. */
export const toEnterpriseYaml = async (
  enterprise: Enterprise,
  definitions: Definitions,
): Promise<string> => {
  const { stringify } = await import('yaml')
  const { name, uscc, facts, things, awards } = enterprise
  const sections = [
    ['facts', writeFacts(facts, definitions, 'enterprise')],
    ['qualifications', writeTitles(facts)],
  ] as const
  const lists = [...THING_LISTS].flatMap(([list, kind]) => {
    const known = things[kind]
    return known === undefined
      ? []
      : [[list, known.map((thing) => writeThing(thing, definitions, kind))] as const]
  })
  const received = awards.map(({ measure, on, amount }) => ({
    measure,
    on,
    ...(amount === null ? {} : { amount: yuan(fenToExact(amount)) }),
  }))
  const document = {
    ...(name === '' ? {} : { name }),
    ...(uscc === null ? {} : { uscc }),
    ...Object.fromEntries(sections.filter(isFilled)),
    ...Object.fromEntries(lists),
    ...(received.length === 0 ? {} : { awards: received }),
  }
  return stringify(document, { schema: 'core', lineWidth: 0 })
}
