import type { Language } from '@huiqi/domain'
import type { CommanderError } from 'commander'
import { COMMAND } from '../command-name.ts'

type Say = (named: readonly string[]) => string

const first: (say: (name: string) => string) => Say =
  (say) =>
  ([name = '']) =>
    say(name)

const MESSAGES: Readonly<Record<Language, Readonly<Record<string, Say>>>> = {
  zh: {
    'commander.unknownCommand': first((name) => `没有命令“${name}”`),
    'commander.unknownOption': first((name) => `没有选项 ${name}`),
    'commander.missingArgument': first((name) => `缺少参数：${name}`),
    'commander.optionMissingArgument': first((name) => `选项 ${name} 后面要写值`),
    'commander.excessArguments': () => '参数太多',
    'commander.invalidArgument': ([option = '', found = '']) => `${option}：没有“${found}”`,
    'commander.missingMandatoryOptionValue': first((name) => `缺少选项 ${name}`),
  },
  en: {
    'commander.unknownCommand': first((name) => `there is no command "${name}"`),
    'commander.unknownOption': first((name) => `there is no option ${name}`),
    'commander.missingArgument': first((name) => `missing: ${name}`),
    'commander.optionMissingArgument': first((name) => `the option ${name} needs a value`),
    'commander.excessArguments': () => 'too many arguments',
    'commander.invalidArgument': ([option = '', found = '']) => `${option}: there is no "${found}"`,
    'commander.missingMandatoryOptionValue': first((name) => `the option ${name} is needed`),
  },
}

const grouped = (count: number): string => count.toLocaleString('en-US')

const TEXT = {
  zh: {
    meant: (names: string) => `；是不是 ${names}？`,
    between: ([option = '', found = '']: readonly string[], least: number, most: number) =>
      `${option}：“${found}”应为 ${least} 至 ${grouped(most)} 的整数`,
    allowed: (names: string) => `；可用：${names}`,
    help: (command: string) => `用法：${command} --help`,
  },
  en: {
    meant: (names: string) => `; did you mean ${names}?`,
    between: ([option = '', found = '']: readonly string[], least: number, most: number) =>
      `${option}: "${found}" is not a whole number from ${least} to ${grouped(most)}`,
    allowed: (names: string) => `; it may be ${names}`,
    help: (command: string) => `usage: ${command} --help`,
  },
} as const

const QUOTED = /'([^']*)'/g

/** What is wrong with a command line, in the reader's language, and where the usage is told. */
export const showUsageError = (
  { code, message }: Pick<CommanderError, 'code' | 'message'>,
  language: Language,
  command: string,
): string => {
  const text = TEXT[language]
  const named = [...message.matchAll(QUOTED)].map(([, name = '']) => name)
  const [, meant] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message) ?? []
  const [, allowed] = /Allowed choices are (.+)\.$/.exec(message) ?? []
  const [, least, most] = /is invalid\. (\d+)–(\d+)$/.exec(message) ?? []
  const said =
    least === undefined || most === undefined
      ? (MESSAGES[language][code]?.(named) ?? message.replace(/^error: /, ''))
      : text.between(named, Number(least), Number(most))
  const hint =
    meant !== undefined ? text.meant(meant) : allowed === undefined ? '' : text.allowed(allowed)
  return `${said}${hint}\n${text.help(`${COMMAND} ${command}`.trim())}`
}
