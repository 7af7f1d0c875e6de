import { words } from '@huiqi/wording'
import type { Command, HelpConfiguration } from 'commander'
import { COMMAND } from '../command-name.ts'
import type { Io } from '../io.ts'
import { widthOf, wrap } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { examplesIn } from './examples.ts'
import { USAGE } from './usage-text.ts'

const translated = (text: string, table: Readonly<Record<string, string>>): string =>
  Object.entries(table).reduce((said, [from, to]) => said.replaceAll(from, to), text)

const named = (title: string, table: Readonly<Record<string, string>>): string =>
  table[title] ?? title

/** The layout of help pages in the reader's language, with Chinese characters two columns wide. */
export const helpOf = (io: Io): HelpConfiguration => {
  const { titles, placeholders } = USAGE[io.language]
  const { inBrackets } = words[io.language].punctuation
  return {
    helpWidth: io.columns,
    showGlobalOptions: true,
    displayWidth: widthOf,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
    styleTitle: (title) => paint(io, 'strong', named(title, titles)),
    styleUsage: (usage) => translated(usage, placeholders),
    styleSubcommandTerm: (term) => translated(term, placeholders),
    optionDescription: ({ description, argChoices }) =>
      argChoices === undefined ? description : description + inBrackets(argChoices.join(', ')),
  }
}

const pathOf = (command: Command): string =>
  command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trim()

/** A command line that goes on behind a backslash where the page ends. */
const foldLine = ({ columns }: Io, typed: string): string => {
  const lines: string[] = []
  let line = ' '
  for (const word of typed.split(' ')) {
    if (widthOf(`${line} ${word} \\`) > columns) {
      lines.push(line)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...lines, line].join(' \\\n')
}

/** Examples below a help page; nothing for a command without any. */
export const showExamples = (io: Io, command: Command): string => {
  const examples = examplesIn(io.language)[pathOf(command)] ?? []
  if (examples.length === 0) return ''
  const lines = examples.map((example) => foldLine(io, `${COMMAND} ${example}`))
  return `\n${[paint(io, 'strong', USAGE[io.language].examples), ...lines].join('\n')}`
}
