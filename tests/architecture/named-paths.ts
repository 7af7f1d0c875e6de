import path from 'node:path'

/** Folders of what is installed or made, which documents may name although the repository does not hold them. */
const MADE = new Set(['dist', 'node_modules', '.huiqi', 'cities'])

const FENCE = /^```(\w*)/
const CODE = /`([^`]+)`/g
const LINK = /\]\(([^)\s]+)\)/g
const BARE_FILE = /(?<![\w./-])(?:[\w.@-]+\/)+[\w.@-]+\.(?:tsx?|sql|css|ya?ml|json|md|wat)\b/g
const PATH = /^[\w.@-]+(?:\/[\w.@-]+)*\/?$/
const SOURCE_FILE = /\.(?:tsx?|sql|css|ya?ml|json|md|wat)$/
const TREE_LINE = /^( *)((?:[\w.@-]+\/)+)(?:\s|$)/

interface Line {
  readonly text: string
  readonly number: number
  /** The language of the fence around it, empty for a fence without one; null outside of fences. */
  readonly fence: string | null
}

const linesOf = (document: string): readonly Line[] => {
  let fence: string | null = null
  return document.split('\n').flatMap((text, index) => {
    const [, language] = FENCE.exec(text) ?? []
    if (language === undefined) return [{ text, number: index + 1, fence }]
    fence = fence === null ? language : null
    return []
  })
}

const named = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([whole, part]) => part ?? whole)

const isMade = (name: string): boolean => name.split('/').some((part) => MADE.has(part))

/** The folders that a drawing names: each line's own, below those of the lines that it is indented under. */
const foldersDrawn = (lines: readonly Line[]): readonly (Line & { readonly folder: string })[] => {
  let trail: readonly { readonly indent: number; readonly folder: string }[] = []
  let last = 0
  return lines.flatMap((line) => {
    const [, spaces, name] = TREE_LINE.exec(line.text) ?? []
    if (line.number !== last + 1) trail = []
    last = line.number
    if (spaces === undefined || name === undefined) return []
    trail = trail.filter(({ indent }) => indent < spaces.length)
    const folder = `${trail.at(-1)?.folder ?? ''}${name}`
    trail = [...trail, { indent: spaces.length, folder }]
    return [{ ...line, folder }]
  })
}

/** Whether the repository has it: from its root when it begins with a folder of the root, else below any folder. */
const makeLookup = (files: readonly string[]): ((name: string) => boolean) => {
  const roots = new Set(files.flatMap((file) => file.split('/').slice(0, -1)[0] ?? []))
  return (given) => {
    const name = given.replace(/\/$/, '')
    const isFromRoot = roots.has(name.split('/')[0] ?? '')
    return files.some((file) => {
      const at = isFromRoot ? `/${file}/` : `/${file}/`.slice(`/${file}/`.lastIndexOf(`/${name}/`))
      return at.startsWith(`/${name}/`)
    })
  }
}

/** Paths and links of a document that lead nowhere, as `docs/x.md:3 names packages/y.ts, which is not there`. */
export const findMissingPaths = (
  document: string,
  text: string,
  files: readonly string[],
): readonly string[] => {
  const has = makeLookup(files)
  const roots = new Set(files.flatMap((file) => file.split('/').slice(0, -1)[0] ?? []))
  const namesPath = (name: string): boolean =>
    PATH.test(name) &&
    name.includes('/') &&
    (SOURCE_FILE.test(name) || roots.has(name.split('/')[0] ?? ''))
  const complain = ({ number }: Line, name: string): readonly string[] =>
    isMade(name) || has(name) ? [] : [`${document}:${number} names ${name}, which is not there`]

  const lines = linesOf(text)
  const prose = lines.filter(({ fence }) => fence === null)
  const drawn = lines.filter(({ fence }) => fence === '')
  const linked = (target: string): string =>
    path.posix.join(path.posix.dirname(document), target.replace(/#.*$/, ''))
  return [
    ...prose.flatMap((line) => [
      ...named(line.text, CODE)
        .filter(namesPath)
        .flatMap((name) => complain(line, name)),
      ...named(line.text, LINK)
        .filter((target) => !/^(?:\w+:|#)/.test(target))
        .flatMap((target) => complain(line, linked(target))),
    ]),
    ...drawn.flatMap((line) => named(line.text, BARE_FILE).flatMap((name) => complain(line, name))),
    ...foldersDrawn(drawn).flatMap((line) => complain(line, line.folder)),
  ]
}
