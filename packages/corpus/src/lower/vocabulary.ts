import type { CodeIndex, FactDefinition, Parameter } from '@huiqi/engine'

/** What conditions, amounts and tables may name. `declared…` also holds names whose entry has a fault. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly declaredFacts: ReadonlySet<string>
  readonly codeLists: ReadonlyMap<string, CodeIndex>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly declaredParameters: ReadonlySet<string>
}

const LETTER_FIRST = /^([A-Z])(\d{2,4})$/

const longestListedPrefix = (index: CodeIndex, code: string): string | null => {
  for (let length = code.length; length > 0; length -= 1) {
    const prefix = code.slice(0, length)
    if (index.ancestors.has(prefix)) return prefix
  }
  return null
}

/** The code as the list writes it (`C40` and `40` are the same division of GB/T 4754); null when the list has no such code. */
export const normalizeCode = (index: CodeIndex, text: string): string | null => {
  const code = text.trim()
  if (index.ancestors.has(code)) return code
  if (!index.list.hasPrefixHierarchy) return null
  const [, letter, digits = code.toUpperCase()] = LETTER_FIRST.exec(code.toUpperCase()) ?? []
  if (index.ancestors.has(digits) && letter === undefined) return digits
  if (!/^\d{2,4}$/.test(digits)) return null
  const listed = longestListedPrefix(index, digits)
  if (listed === null) return null
  const belongs = letter === undefined || (index.ancestors.get(listed) ?? []).includes(letter)
  return belongs ? digits : null
}
