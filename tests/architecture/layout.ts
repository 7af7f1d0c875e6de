const EMPTY_NAMES = new Set([
  'core',
  'common',
  'helpers',
  'lib',
  'misc',
  'shared',
  'types',
  'utils',
])

const MAX_LINES = 400

const isFreeOfLimit = (file: string): boolean =>
  /\.generated\.tsx?$|(?:^|\/)migrations\//.test(file)

/** Folders whose name says nothing. */
export const findEmptyNames = (files: readonly string[]): readonly string[] =>
  files.filter((file) =>
    file
      .split('/')
      .slice(0, -1)
      .some((folder) => EMPTY_NAMES.has(folder)),
  )

/** Decision records that are not named `YYYY-MM-DD-slug.md`. */
export const findUndatedDecisions = (files: readonly string[]): readonly string[] =>
  files
    .filter((file) => file.startsWith('docs/decisions/'))
    .filter((file) => !/^docs\/decisions\/\d{4}-[01]\d-[0-3]\d-[a-z0-9-]+\.md$/.test(file))

/** A source file that is too long; generated files and migrations are free of the limit. */
export const findLongFile = (file: string, text: string): readonly string[] => {
  const lines = text.replace(/\n$/, '').split('\n').length
  if (lines <= MAX_LINES || isFreeOfLimit(file)) return []
  return [`${file} has ${lines} lines; at most ${MAX_LINES}`]
}
