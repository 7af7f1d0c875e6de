import type { HelpConfiguration } from 'commander'
import { COMMAND } from '../command-name.ts'
import type { Io } from '../io.ts'
import { widthOf, wrap } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { words } from '../words/words.ts'
import { EXAMPLES, USAGE } from './usage-text.ts'

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

/** Examples below the help of the whole command. */
export const showExamples = (io: Io): string => {
  const lines = EXAMPLES.map((example) => `  ${COMMAND} ${example}`)
  return [`${paint(io, 'strong', USAGE[io.language].examples)}`, ...lines].join('\n')
}
