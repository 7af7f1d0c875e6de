import { Bilingual, type Message, MessageKind } from '@huiqi/contract'
import type { Rulebook } from '@huiqi/engine'

type Params = Readonly<Record<string, unknown>>

interface Words {
  readonly title: (name: string) => string
  readonly body: (params: Params) => string
}

/** A text as it was kept: in both languages, or in the one in which somebody wrote it. */
const textOf = (kept: unknown, otherwise: string): Bilingual => {
  const { success, data } = Bilingual.safeParse(kept)
  if (success) return data
  const plain = typeof kept === 'string' ? kept : otherwise
  return { zh: plain, en: plain }
}

const TEXT: Readonly<Record<MessageKind, Readonly<Record<'zh' | 'en', Words>>>> = {
  'call-opens': {
    zh: {
      title: (name) => `“${name}”即将开始申报`,
      body: ({ day, days }) => `${day} 开始，还有 ${days} 天`,
    },
    en: {
      title: (name) => `Applications for “${name}” open soon`,
      body: ({ day, days }) => `From ${day}, in ${days} days`,
    },
  },
  'call-opened': {
    zh: {
      title: (name) => `“${name}”已开始申报`,
      body: ({ day, until }) => `${day} 起${until === '' ? '' : `，${until} 截止`}`,
    },
    en: {
      title: (name) => `Applications for “${name}” are open`,
      body: ({ day, until }) => `Since ${day}${until === '' ? '' : `, until ${until}`}`,
    },
  },
  'call-closes': {
    zh: {
      title: (name) => `“${name}”即将截止申报`,
      body: ({ day, days }) => `${day} 截止，还有 ${days} 天`,
    },
    en: {
      title: (name) => `Applications for “${name}” close soon`,
      body: ({ day, days }) => `Until ${day}, ${days} days left`,
    },
  },
  'measure-changed': {
    zh: { title: (name) => `“${name}”有变化`, body: ({ day }) => `${day} 更新，请查看` },
    en: {
      title: (name) => `“${name}” has changed`,
      body: ({ day }) => `Since ${day}; have a look`,
    },
  },
  'measure-withdrawn': {
    zh: { title: (name) => `“${name}”已撤下`, body: ({ day }) => `${day} 起不再列出` },
    en: {
      title: (name) => `“${name}” was withdrawn`,
      body: ({ day }) => `Not listed since ${day}`,
    },
  },
  other: {
    zh: { title: (name) => name, body: ({ text }) => textOf(text, '').zh },
    en: { title: (name) => name, body: ({ text }) => textOf(text, '').en },
  },
}

const paramsOf = (kept: unknown): Params =>
  typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept)) : {}

/** A message as it is kept. */
export interface MessageRow {
  readonly id: number
  readonly enterprise: string | null
  readonly kind: string
  readonly params: unknown
  readonly created_at: Date
  readonly read_at: Date | null
}

/** A message in both languages. */
export const sayMessage = ({ measures }: Rulebook, row: MessageRow): Message => {
  const kind = MessageKind.options.find((each) => each === row.kind) ?? 'other'
  const params = paramsOf(row.params)
  const measure = typeof params.measure === 'string' ? params.measure : null
  const plain = String(params.name ?? measure ?? row.kind)
  const name = measures.get(measure ?? '')?.name ?? textOf(params.title, plain)
  const say = (part: (words: Words, language: 'zh' | 'en') => string): Bilingual => ({
    zh: part(TEXT[kind].zh, 'zh'),
    en: part(TEXT[kind].en, 'en'),
  })
  return {
    id: row.id,
    kind,
    title: say((words, language) => words.title(name[language])),
    body: say((words) => words.body(params)),
    measure,
    isForAll: row.enterprise !== null,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}
