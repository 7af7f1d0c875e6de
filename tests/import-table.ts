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

const WORKSPACE_BASE = ['workspace/frame', 'workspace/ui', 'rules']

/** Which folders of the web may import which; the files beside them put everything together. */
export const WEB_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  offline: [],
  rules: [],
  'public/styles': [],
  public: ['public/styles', 'offline', 'rules'],
  check: ['offline', 'rules'],
  'workspace/frame': ['workspace/ui', 'public/styles', 'rules'],
  'workspace/ui': ['workspace/frame', 'rules'],
  'workspace/facts': WORKSPACE_BASE,
  'workspace/verdicts': WORKSPACE_BASE,
  'workspace/events': [...WORKSPACE_BASE, 'workspace/facts'],
  'workspace/account': WORKSPACE_BASE,
  'workspace/enterprise': [
    ...WORKSPACE_BASE,
    'workspace/facts',
    'workspace/verdicts',
    'workspace/events',
  ],
  'workspace/office': [...WORKSPACE_BASE, 'workspace/facts', 'workspace/events'],
}
