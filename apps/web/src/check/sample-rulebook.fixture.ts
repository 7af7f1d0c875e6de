import { exact, isoDate } from '@huiqi/domain'
import {
  type Corpus,
  EMPTY_CORPUS,
  type FactDefinition,
  type FactType,
  type Measure,
  NOTHING_FURTHER,
  prepareRulebook,
} from '@huiqi/engine'

const both = (text: string) => ({ zh: text, en: text })

const fact = (id: string, type: FactType, rest: Partial<FactDefinition> = {}): FactDefinition => ({
  id,
  subject: id.startsWith('project') ? 'project' : 'enterprise',
  name: both(id),
  type,
  unit: null,
  period: 'point',
  codes: null,
  question: both(id),
  source: 'self',
  grade: 'D',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
  ...rest,
})

const award = (id: string, yuan: number, about: string, isAutomatic: boolean): Measure => ({
  id,
  instrument: 'text',
  name: both(id),
  provision: 'art-1',
  lead: 'office',
  agencies: [],
  delivery: isAutomatic ? 'automatic' : 'apply',
  about: about.startsWith('project') ? 'project' : 'enterprise',
  inForce: { from: isoDate('2024-01-01'), to: null },
  grade: 'primary',
  eligible: {
    kind: 'leaf',
    path: 'eligible',
    provision: 'art-1',
    says: both(about),
    reference: { kind: 'fact', fact: about, year: null },
    tests: [{ word: 'is', value: { kind: 'literal', value: true } }],
  },
  benefit: {
    kind: 'award',
    grants: null,
    amount: { kind: 'fixed', value: { kind: 'literal', value: exact(yuan * 100) } },
    frequency: 'year',
    sharedBy: null,
    pool: null,
  },
  ...NOTHING_FURTHER,
  plain: both(id),
})

const CORPUS: Corpus = {
  ...EMPTY_CORPUS,
  facts: [
    fact('enterprise.revenue', 'money', { period: 'year' }),
    fact('enterprise.is_local', 'boolean'),
    fact('enterprise.is_green', 'boolean'),
    fact('enterprise.founded_on', 'date'),
    fact('enterprise.industry', 'code', { codes: 'industry' }),
    fact('project.is_new', 'boolean'),
  ],
  codeLists: [
    {
      id: 'industry',
      name: both('industry'),
      codes: [{ code: 'C', name: both('C') }],
      hasPrefixHierarchy: false,
    },
  ],
  measures: [
    award('local-award', 100, 'enterprise.is_local', true),
    award('green-award', 3000, 'enterprise.is_green', false),
    award('project-award', 20, 'project.is_new', false),
  ],
}

/** Three awards: for being local (automatic), for being green, and for a new project. */
export const SAMPLE_RULEBOOK = prepareRulebook(CORPUS)
