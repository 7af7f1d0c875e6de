/** Who may import whom: a unit's own name on the left, the units it may import on the right. */
export const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  engine: ['domain'],
  population: ['domain', 'engine'],
  corpus: ['domain', 'engine'],
  wording: ['domain', 'engine'],
  contract: ['domain'],
  client: [],
  postgres: [],
  server: ['domain', 'engine', 'population', 'corpus', 'wording', 'contract', 'client', 'postgres'],
  web: ['domain', 'engine', 'wording', 'client'],
  cli: ['domain', 'engine', 'population', 'corpus', 'wording', 'contract', 'server'],
  bench: ['domain', 'engine', 'population', 'corpus', 'client', 'server', 'postgres'],
  codegen: [],
  tools: ['domain', 'engine', 'population', 'corpus', 'wording', 'contract'],
  tests: [
    'domain',
    'engine',
    'population',
    'corpus',
    'contract',
    'cli',
    'server',
    'postgres',
    'tools',
  ],
}

/** The packages that use no file system, clock, chance, process, network or waiting, and no other party's code. */
export const PURE_UNITS: readonly string[] = ['domain', 'engine']
