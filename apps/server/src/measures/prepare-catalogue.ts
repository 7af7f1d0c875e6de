import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { codeStampOf, corpusCodeStamp, readSealed, writeSealed } from '@huiqi/corpus'
import type { Policies } from '../platform/platform.ts'
import { makeCatalogue } from './catalogue.ts'
import { type MeasureWords, wordsOfMeasures } from './search/measure-index.ts'

const FILE = 'words'

const dictionaryVersion = (): string => {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@node-rs/jieba')))
  return readFileSync(path.join(folder, 'package.json'), 'utf8')
}

/** Changes with everything that the words are made of. */
const keyOf = ({ checksum }: Policies): string =>
  [
    checksum,
    process.version,
    dictionaryVersion(),
    codeStampOf(import.meta.dirname),
    corpusCodeStamp(),
  ].join('\n')

/** Makes the lists and the search ready; the words of the measures are kept in a folder for the next start. */
export const prepareCatalogue = async (policies: Policies, folder: string): Promise<void> => {
  const { rulebook } = policies
  const [file, key] = [path.join(folder, FILE), keyOf(policies)]
  const kept = await readSealed(file, key)
  const words: MeasureWords = kept === null ? wordsOfMeasures(rulebook) : deserialize(kept)
  makeCatalogue(rulebook, words)
  if (kept === null) await writeSealed(file, key, serialize(words))
}
