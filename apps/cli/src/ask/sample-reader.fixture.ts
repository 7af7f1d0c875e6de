import { type Exact, fenToExact, isoDate, parseMoney } from '@huiqi/domain'
import { type Corpus, EMPTY_CORPUS, type FactDefinition, prepareRulebook } from '@huiqi/engine'
import type { Reader } from '@huiqi/wording'

/** An amount of money as the engine holds it. */
export const money = (text: string): Exact => {
  const parsed = parseMoney(text)
  if (!parsed.ok) throw new RangeError(text)
  return fenToExact(parsed.fen)
}

const fact = (
  id: string,
  name: readonly [zh: string, en: string],
  rest: Partial<FactDefinition>,
): FactDefinition => ({
  id: `enterprise.${id}`,
  subject: 'enterprise',
  name: { zh: name[0], en: name[1] },
  type: 'boolean',
  unit: null,
  period: 'point',
  codes: null,
  question: { zh: `${name[0]}？`, en: `${name[1]}?` },
  source: 'tax',
  grade: 'A',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
  ...rest,
})

const CORPUS: Corpus = {
  ...EMPTY_CORPUS,
  facts: [
    fact('revenue', ['营业收入', 'Operating revenue'], { type: 'money', period: 'year' }),
    fact('staff', ['人数', 'Staff'], { type: 'count', unit: { zh: '人', en: 'people' } }),
    fact('entered_on', ['入统日期', 'Entered on'], { type: 'date' }),
    fact('industry', ['行业', 'Industry'], { type: 'code', codes: 'industries' }),
    fact('is_local', ['在本市', 'Is local'], {}),
  ],
  codeLists: [
    {
      id: 'industries',
      name: { zh: '行业', en: 'Industries' },
      hasPrefixHierarchy: true,
      codes: [
        { code: 'C', name: { zh: '制造业', en: 'Manufacturing' } },
        { code: '33', name: { zh: '金属制品业', en: 'Metal products' }, parent: 'C' },
      ],
    },
  ],
}

const rulebook = prepareRulebook(CORPUS)

/** A reader of a handful of facts on 2025-09-01. */
export const readerIn = (language: Reader['language']): Reader => ({
  rulebook,
  language,
  asOf: isoDate('2025-09-01'),
})
