import { listFiles } from './repository.ts'

/** The Markdown files whose console blocks are run: the README and all of docs/. */
export const listDocuments = (): readonly string[] =>
  listFiles().filter((file) => file === 'README.md' || /^docs\/.*\.md$/.test(file))
