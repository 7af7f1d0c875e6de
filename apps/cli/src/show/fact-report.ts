import type { Language } from '@huiqi/domain'
import {
  type Derivation,
  type FactDefinition,
  type FactType,
  SUBJECTS,
  THING_LISTS,
} from '@huiqi/engine'
import { codesInOrder, mentions, type Reader, showFormula, words } from '@huiqi/wording'
import { COMMAND } from '../command-name.ts'
import type { Io } from '../io.ts'
import { capital, hang, labelled } from './layout.ts'
import { paint } from './paint.ts'
import { section } from './section.ts'

const TEXT = {
  zh: {
    yearly: '按年',
    derived: '由其他指标推算',
    judged: '由经办人核定',
    source: '通常来源',
    question: '问法',
    write: '写法',
    from: '推算',
    codes: '可用的值',
    uses: '用到它的措施',
    unused: '没有措施直接用到它',
    table: (name: string) => `按表 ${name}`,
    validity: '按认定日期和有效期',
    count: (count: number) => `共 ${count} 个指标；看一个：${COMMAND} facts 编号`,
  },
  en: {
    yearly: 'yearly',
    derived: 'derived from other facts',
    judged: 'an officer decides',
    source: 'Usual source',
    question: 'Question',
    write: 'Write',
    from: 'Derived',
    codes: 'Values',
    uses: 'Measures that use it',
    unused: 'No measure uses it directly',
    table: (name: string) => `by the table ${name}`,
    validity: 'by the days of grant and expiry',
    count: (count: number) =>
      count === 1 ? '1 fact' : `${count} facts; look at one: ${COMMAND} facts ID`,
  },
} as const

const traitsOf = ({ rulebook, language }: Reader, fact: FactDefinition): string => {
  const text = TEXT[language]
  const codes = fact.codes === null ? undefined : rulebook.codeLists.get(fact.codes)
  const source = words[language].source[fact.source] ?? fact.source
  const traits = [
    codes === undefined ? words[language].type[fact.type] : codes.list.name[language],
    fact.unit?.[language],
    fact.period === 'year' ? text.yearly : undefined,
    fact.derivation === null
      ? words[language].punctuation.phrase([source, words[language].grade(fact.grade)])
      : text.derived,
    fact.isJudgement ? text.judged : undefined,
  ]
  return traits.filter((trait) => trait !== undefined).join(' · ')
}

/** Facts by what they are about, with their ids. */
export const showFactList = (io: Io, reader: Reader, found: readonly FactDefinition[]): string => {
  const blocks = SUBJECTS.flatMap((subject) => {
    const own = found.filter((fact) => fact.subject === subject)
    const lines = own.flatMap((fact) => [
      hang(io, '  ', `${fact.name[io.language]} ${paint(io, 'accent', fact.id)}`),
      hang(io, '    ', paint(io, 'soft', traitsOf(reader, fact))),
    ])
    return section(io, capital(words[io.language].subject[subject]), lines)
  })
  return [...blocks.slice(1), '', TEXT[io.language].count(found.length)].join('\n')
}

const MONEY = { zh: '8600万元', en: '86,000,000' } as const

const EXAMPLES: Readonly<Record<Exclude<FactType, 'money' | 'code'>, string>> = {
  rate: '5%',
  count: '120',
  number: '120',
  date: '2024-11-15',
  boolean: 'true',
}

const TITLE = /^qualification\.([a-z0-9_]+)(?:\.|$)/

const exampleOf = (
  type: FactType,
  at: { readonly language: Language; readonly code: string },
): string => {
  if (type === 'code') return at.code
  return type === 'money' ? MONEY[at.language] : EXAMPLES[type]
}

/** How the fact is written in an enterprise file. */
const writeExample = ({ rulebook, language }: Reader, fact: FactDefinition): string => {
  const title = TITLE.exec(fact.id)?.[1]
  if (title !== undefined) return `qualifications: { ${title}: { granted-on: 2024-11-15 } }`
  const first = fact.codes === null ? undefined : rulebook.codeLists.get(fact.codes)?.list.codes[0]
  const value = exampleOf(fact.type, { language, code: first?.code ?? '…' })
  const name = fact.id.slice(fact.subject.length + 1)
  const stated = fact.period === 'year' ? `{ 2024: ${value} }` : value
  return fact.subject === 'enterprise'
    ? `facts: { ${name}: ${stated} }`
    : `${THING_LISTS[fact.subject]}: [{ ${name}: ${stated} }]`
}

const showDerivation = (reader: Reader, derivation: Derivation): string => {
  const text = TEXT[reader.language]
  switch (derivation.kind) {
    case 'formula':
      return showFormula(reader, derivation.formula)
    case 'validity':
      return text.validity
    case 'class-table':
      return text.table(derivation.table)
    case 'score':
      return text.table(
        reader.rulebook.scoreTables.get(derivation.table)?.name[reader.language] ??
          derivation.table,
      )
  }
}

const CODES_AT_MOST = 30

const codeLines = (io: Io, reader: Reader, fact: FactDefinition): readonly string[] => {
  const codes =
    fact.codes === null ? [] : codesInOrder(reader.rulebook.codeLists.get(fact.codes)?.list.codes)
  const shown = codes
    .slice(0, CODES_AT_MOST)
    .map(({ code, name }) => [code, name[io.language]] as const)
  const hidden = codes.length - CODES_AT_MOST
  const lines = labelled(io, '  ', shown)
  return hidden > 0 ? [...lines, `  ${words[io.language].more(hidden)} (--json)`] : lines
}

/** One fact in full: what is asked, how it is written, where it comes from, what uses it. */
export const showFact = (io: Io, reader: Reader, fact: FactDefinition): string => {
  const { language } = io
  const text = TEXT[language]
  const source = words[language].source[fact.source] ?? fact.source
  const { derivation } = fact
  const rows = [
    [text.question, fact.question[language]],
    [text.write, writeExample(reader, fact)],
    [text.source, words[language].punctuation.phrase([source, words[language].grade(fact.grade)])],
    ...(derivation === null ? [] : [[text.from, showDerivation(reader, derivation)]]),
  ].map(([label = '', row = '']) => [paint(io, 'soft', label), row] as const)
  const users = reader.rulebook.corpus.measures
    .filter((measure) => mentions(measure, fact.id))
    .map(({ id, name }) => hang(io, '  · ', `${name[language]} ${paint(io, 'soft', id)}`))
  return [
    hang(io, '', `${paint(io, 'strong', fact.name[language])} ${paint(io, 'accent', fact.id)}`),
    hang(io, '', paint(io, 'soft', traitsOf(reader, fact))),
    '',
    ...labelled(io, '  ', rows),
    ...section(io, text.codes, codeLines(io, reader, fact)),
    ...(users.length === 0 ? ['', text.unused] : section(io, text.uses, users)),
  ].join('\n')
}
