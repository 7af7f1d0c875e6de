/** Every kind of policy file. */
export const fileKinds = [
  'measure',
  'cases',
  'instrument',
  'parameters',
  'facts',
  'qualifications',
  'codes',
  'class-table',
  'score-table',
  'stacking',
  'pools',
  'ladders',
  'synonyms',
  'districts',
  'industries',
  'agencies',
  'calendar',
] as const

/** What a file of the policy folder holds, by its place and name. */
export type FileKind = (typeof fileKinds)[number]

const VOCABULARY: ReadonlyMap<string, FileKind> = new Map([
  ['qualifications', 'qualifications'],
  ['agencies', 'agencies'],
  ['districts', 'districts'],
  ['industries', 'industries'],
  ['calendar', 'calendar'],
  ['codes', 'codes'],
  ['stacking', 'stacking'],
  ['pools', 'pools'],
  ['ladders', 'ladders'],
  ['synonyms', 'synonyms'],
])

/** The kind of the file at `path` (from the policy folder, with slashes); null for other files. */
export const fileKindOf = (path: string): FileKind | null => {
  if (!path.endsWith('.yaml')) return null
  const stem = path.slice(0, -'.yaml'.length)
  if (stem.endsWith('.cases')) return 'cases'
  if (stem.endsWith('.score')) return 'score-table'
  if (stem.startsWith('vocabulary/facts/')) return 'facts'
  if (stem.startsWith('vocabulary/')) {
    return VOCABULARY.get(stem.slice('vocabulary/'.length)) ?? 'class-table'
  }
  const name = stem.slice(stem.lastIndexOf('/') + 1)
  if (name === 'instrument') return 'instrument'
  return name === 'parameters' ? 'parameters' : 'measure'
}
