/** Who may import whom: a unit's own name on the left, the units it may import on the right. */
export const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  engine: ['domain'],
  population: ['domain', 'engine'],
  corpus: ['domain', 'engine'],
  contract: ['domain'],
  server: ['domain', 'engine', 'population', 'corpus', 'contract'],
  web: ['domain', 'engine', 'contract'],
  cli: ['domain', 'engine', 'population', 'corpus', 'contract'],
  bench: ['domain', 'engine', 'population', 'corpus'],
  tools: ['domain', 'engine', 'population', 'corpus', 'contract'],
  tests: ['domain', 'engine', 'population', 'corpus', 'contract', 'cli', 'tools'],
}

/** The packages that use no file system, clock, chance, process, network or waiting, and no other party's code. */
export const PURE_UNITS: readonly string[] = ['domain', 'engine']
