import path from 'node:path'
import type { Config } from './config.ts'

/** Where results of long work are kept for the next start; whatever is missing or spoilt is made again. */
export const preparedFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string =>
  path.join(dataFolder, 'prepared')
