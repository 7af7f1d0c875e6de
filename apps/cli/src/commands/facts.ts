import type { FactDefinition } from '@huiqi/engine'
import type { Reader } from '@huiqi/wording'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { factJson } from '../json/fact-json.ts'
import { loadRulebook } from '../load.ts'
import { showFact, showFactList } from '../show/fact-report.ts'

export interface FactsOptions {
  readonly json?: true
}

const TEXT = { zh: '没有这样的指标。', en: 'No such fact.' } as const

const isMeant = (fact: FactDefinition, text: string): boolean =>
  [fact.id, fact.name.zh, fact.name.en].some((name) =>
    name.toLowerCase().includes(text.toLowerCase()),
  )

const isNamed = ({ id }: FactDefinition, text: string): boolean =>
  id === text || id === `enterprise.${text}`

const find = (facts: readonly FactDefinition[], text: string): readonly FactDefinition[] => {
  const named = facts.filter((fact) => isNamed(fact, text))
  return named.length > 0 ? named : facts.filter((fact) => isMeant(fact, text))
}

/** `facts [TEXT]`: the dictionary of facts, all or those whose id or name holds the text; one in full. */
export const facts = async (
  io: Io,
  text: string | undefined,
  options: FactsOptions,
): Promise<ExitCode> => {
  const rulebook = await loadRulebook(io)
  const all = rulebook.corpus.facts
  const found = text === undefined ? all : find(all, text)
  if (options.json) {
    io.out(`${JSON.stringify({ schema: 'huiqi/facts/1', facts: found.map(factJson) }, null, 2)}\n`)
    return found.length === 0 ? EXIT.findings : EXIT.fine
  }
  const [first, ...others] = found
  if (first === undefined) {
    io.err(`${TEXT[io.language]}\n`)
    return EXIT.findings
  }
  const reader: Reader = { rulebook, language: io.language, asOf: io.today }
  const page = others.length === 0 ? showFact(io, reader, first) : showFactList(io, reader, found)
  io.out(`${page}\n`)
  return EXIT.fine
}
