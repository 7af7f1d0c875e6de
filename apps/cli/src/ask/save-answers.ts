import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { toEnterpriseYaml } from '@huiqi/corpus'
import type { Enterprise, Rulebook } from '@huiqi/engine'
import type { Io, Terminal } from '../io.ts'
import { optionError } from '../option-error.ts'
import { typeLine } from './prompts.ts'

const TEXT = {
  zh: {
    where: '把回答存到哪个文件？',
    hint: '示例 our-enterprise.yaml · 回车不保存',
    saved: (file: string) => `已保存到 ${file}`,
    name: '文件名请以 .yaml 结尾',
    folder: (folder: string) => `没有文件夹 ${folder}`,
    exists: (file: string) => `${file} 已存在，请换个名字`,
  },
  en: {
    where: 'Save the answers to which file?',
    hint: 'such as our-enterprise.yaml · Enter saves nothing',
    saved: (file: string) => `Saved to ${file}`,
    name: 'the name has to end in .yaml',
    folder: (folder: string) => `there is no folder ${folder}`,
    exists: (file: string) => `${file} is there already; take another name`,
  },
} as const

const isYaml = (file: string): boolean => /^\.ya?ml$/i.test(extname(file))

/** Throws AppError `invalid-input` for a file that answers cannot be saved to. */
export const checkSaveFile = (file: string): void => {
  if (!isYaml(file)) throw optionError('option.save-name', '--save', { text: file })
  const text = dirname(file)
  if (!existsSync(text)) throw optionError('option.save-folder', '--save', { text })
}

/** Asks where to save; null when nothing is to be saved. */
export const askSaveFile = async (io: Io, terminal: Terminal): Promise<string | null> => {
  const text = TEXT[io.language]
  const check = (file: string): string | null => {
    if (file === '') return null
    if (!isYaml(file)) return text.name
    if (!existsSync(dirname(file))) return text.folder(dirname(file))
    return existsSync(file) ? text.exists(file) : null
  }
  const file = await typeLine(terminal, text.where, { hint: text.hint, check })
  return file === '' ? null : file
}

/** Writes the enterprise with its answers; `match` reads the file back to the same answer. */
export const saveAnswers = async (
  io: Io,
  file: string,
  answered: { readonly enterprise: Enterprise; readonly rulebook: Rulebook },
): Promise<void> => {
  const text = await toEnterpriseYaml(answered.enterprise, answered.rulebook.facts)
  await writeFile(file, text)
  io.err(`${TEXT[io.language].saved(file)}\n`)
}
