import { join } from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { exact, isoDate } from '@huiqi/domain'
import {
  type Leaf,
  needKey,
  opennessOf,
  prepareRulebook,
  type StatedValue,
  situationOf,
  yearMeant,
} from '@huiqi/engine'
import {
  buildEnterpriseIndex,
  compilePopulation,
  type EnterpriseAnswers,
  type EnterpriseWithThings,
  type NearMiss,
  syntheticMeasures,
  withSyntheticMeasures,
} from '@huiqi/population'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withThings } from './enterprise-samples.ts'
import {
  conjunctTruths,
  indexAnswers,
  plainAnswers,
  plainReasons,
  plainVerdicts,
  type Rules,
  truthIf,
  valuesToTry,
} from './plain-answers.fixture.ts'
import { randomEnterprises, withUnknowns } from './random-enterprises.ts'
import { seededRandom } from './seeded-random.ts'

const POLICIES = join(import.meta.dirname, '..', '..', 'policies')
const SYNTHETIC = 300

const { corpus } = await loadCorpus(POLICIES)
const real = prepareRulebook(corpus)
const synthetic = syntheticMeasures({
  rulebook: real,
  count: SYNTHETIC,
  seed: 4,
  asOf: isoDate('2025-11-01'),
})
const rulebook = withSyntheticMeasures(real, synthetic)
const measures = [...corpus.measures, ...synthetic]

const setUp = (date: string) => {
  const clock = { asOf: isoDate(date), submittedOn: isoDate(date) }
  const rules: Rules = { rulebook, measures, clock }
  return { rules, index: buildEnterpriseIndex(compilePopulation(measures, { rulebook, clock })) }
}

const { rules, index } = setUp('2025-11-01')

const enterprisesFor = (
  { clock }: Rules,
  { count, seed, share }: { readonly count: number; readonly seed: number; readonly share: number },
): readonly EnterpriseWithThings[] => {
  const known = randomEnterprises(corpus, clock, { count, seed })
  return withUnknowns(known, { share, seed: seed + 1 }).map((sample, place) => {
    const { enterprise, things } = withThings(rulebook, sample)
    const { project: _, ...others } = things
    return { enterprise, things: place % 3 === 0 ? others : place % 7 === 1 ? {} : things }
  })
}

describe('every measure is answered as the plain evaluator answers it', () => {
  test.each([
    ['2023-05-17', 0.3],
    ['2024-06-01', 0.05],
    ['2025-11-01', 0],
    ['2025-11-01', 0.3],
    ['2026-04-01', 0.3],
    ['2026-11-22', 0.9],
  ])('on %s with a share of %d of the facts unknown', (date, share) => {
    const at = date === '2025-11-01' ? { rules, index } : setUp(date)
    for (const enterprise of enterprisesFor(at.rules, { count: 12, seed: 5, share })) {
      const answers = at.index.open(enterprise)
      expect(indexAnswers(answers)).toEqual(plainAnswers(at.rules, enterprise))
    }
  })

  test('of an enterprise of which nothing is known', () => {
    const nothing = { uscc: null, name: '', facts: {}, things: {}, awards: [] }
    const enterprise = { enterprise: nothing, things: {} }
    expect(indexAnswers(index.open(enterprise))).toEqual(plainAnswers(rules, enterprise))
  })

  test('a benefit that an award has used up asks nothing', () => {
    for (const { enterprise, things } of enterprisesFor(rules, { count: 3, seed: 8, share: 0.4 })) {
      const awards = measures.map(({ id }) => ({
        measure: id,
        on: isoDate('2025-03-01'),
        amount: null,
      }))
      const used = { enterprise: { ...enterprise, awards }, things }
      expect(indexAnswers(index.open(used))).toEqual(plainAnswers(rules, used))
    }
  })

  test('a measure that is asked for by a place that there is not', () => {
    const [enterprise] = enterprisesFor(rules, { count: 1, seed: 1, share: 0 })
    if (enterprise === undefined) throw new RangeError('no enterprise')
    expect(() => index.open(enterprise).explain(measures.length)).toThrow(RangeError)
  })
})

test('reasons and explanations are those of the plain evaluator', () => {
  for (const enterprise of enterprisesFor(rules, { count: 12, seed: 21, share: 0.3 })) {
    const answers = index.open(enterprise)
    for (const [place, verdict] of plainVerdicts(rules, enterprise).entries()) {
      if (verdict.outcome === 'not-in-force') continue
      expect(answers.reasons(place)).toEqual(plainReasons(verdict))
      if (place % 10 === 0) expect(answers.explain(place)).toEqual(verdict)
    }
  }
})

describe('questions', () => {
  const questions = enterprisesFor(rules, { count: 15, seed: 31, share: 0.3 }).flatMap((each) =>
    index
      .open(each)
      .questions()
      .map((question) => ({ each, question })),
  )

  test('ask for what is not known', () => {
    const known = questions.filter(({ each: { enterprise, things }, question: { asked } }) => {
      if (asked.kind === 'things') return things[asked.of] !== undefined
      const { need, thing } = asked
      const situation = situationOf(rulebook, enterprise, { clock: rules.clock, thing })
      return situation.resolve(need.fact, need.year).kind === 'known'
    })
    expect(known).toEqual([])
    expect(questions.length).toBeGreaterThan(50)
  })

  test('decide measures that wait for nothing else', () => {
    const decided = questions.flatMap(({ each, question: { asked, decides } }) =>
      decides.map((place) => ({ asked, verdict: plainVerdicts(rules, each)[place] })),
    )
    const wrong = decided.filter(({ asked, verdict }) => {
      if (asked.kind === 'things' || verdict === undefined) return true
      const { missing } = opennessOf(verdict)
      return missing.map(needKey).join() !== needKey(asked.need)
    })
    expect(wrong).toEqual([])
    expect(decided.length).toBeGreaterThan(20)
  })

  test('come in the order of their worth', () => {
    for (const each of enterprisesFor(rules, { count: 5, seed: 33, share: 0.3 })) {
      const worths = index
        .open(each)
        .questions()
        .map(({ worth }) => worth)
      expect(worths).toEqual(worths.toSorted((a, b) => b - a))
    }
  })
})

/** Whether a leaf reads the value that a near miss names. */
const readsSource =
  ({ source }: NearMiss) =>
  ({ reference }: Leaf): boolean => {
    if (source?.kind === 'formula') {
      return reference.kind === 'formula' && reference.formula === source.reference.formula
    }
    if (source?.kind !== 'fact' || reference.kind !== 'fact') return false
    const year = reference.year === null ? null : yearMeant(rules.clock, reference.year)
    return reference.fact === source.fact && year === source.year
  }

describe('near misses', () => {
  const cases = enterprisesFor(rules, { count: 15, seed: 41, share: 0.3 }).map((enterprise) => ({
    enterprise,
    answers: index.open(enterprise),
    misses: index.open(enterprise).nearMisses(),
    verdicts: plainVerdicts(rules, enterprise),
  }))
  const bySource = cases.flatMap(({ misses, verdicts, enterprise }) =>
    misses.flatMap((miss) =>
      [...miss.measures].map((place) => ({ miss, place, verdict: verdicts[place], enterprise })),
    ),
  )

  test('fail, and each but once', () => {
    const outcomes = new Set(bySource.map(({ verdict }) => verdict?.outcome))
    expect([...outcomes]).toEqual(['unmet'])
    for (const { misses } of cases) {
      const places = misses.flatMap((miss) => [...miss.measures])
      expect(new Set(places).size).toBe(places.length)
    }
    expect(bySource.length).toBeGreaterThan(500)
  })

  test('no longer fail once the value they name is another one', () => {
    const wrong = bySource.filter(({ miss, verdict }) => {
      if (miss.source === null || verdict?.trace == null) return false
      return truthIf(verdict.trace, readsSource(miss)) === 'false'
    })
    expect(wrong).toEqual([])
  })

  test('fail by a choice alone where they name no value', () => {
    const choices = bySource.filter(({ miss }) => miss.source === null)
    const wrong = choices.filter(({ verdict }) => {
      if (verdict?.trace == null) return true
      return conjunctTruths(verdict.trace).filter((truth) => truth === 'false').length !== 1
    })
    expect(wrong).toEqual([])
    expect(choices.length).toBeGreaterThan(20)
  })

  test('none is left out that fails by one leaf with one comparison', () => {
    const left = cases.flatMap(({ verdicts, misses }) => {
      const found = new Set(misses.flatMap(({ measures: places }) => [...places]))
      return [...verdicts.entries()].filter(([place, { outcome, trace, measure }]) => {
        if (outcome !== 'unmet' || trace?.kind !== 'all' || found.has(place)) return false
        const [only, ...others] = trace.parts.filter(({ truth }) => truth === 'false')
        if (only?.kind !== 'leaf' || others.length > 0 || only.tests.length > 1) return false
        const key = JSON.stringify(only.leaf.reference)
        const text = JSON.stringify(measure.eligible, (_, v) =>
          typeof v === 'bigint' ? String(v) : v,
        )
        return text.split(key).length === 2
      })
    })
    expect(left.map(([, { measure }]) => measure.id)).toEqual([])
  })

  const toTry = valuesToTry(
    index.program,
    enterprisesFor(rules, { count: 400, seed: 43, share: 0 }),
  )
  const stated = bySource.flatMap(({ miss: { source }, place, enterprise }) => {
    if (source?.kind !== 'fact' || rulebook.facts.get(source.fact)?.derivation !== null) return []
    return [{ need: { fact: source.fact, year: source.year }, place, enterprise }]
  })

  const isHelped = ({ need, place, enterprise }: (typeof stated)[number]): boolean => {
    const answers = index.open(enterprise)
    return (toTry.get(need.fact) ?? []).some((value) => {
      answers.change(need, { value })
      return answers.certain().includes(place) || answers.open().includes(place)
    })
  }

  test('are met or open once a fitting value is stated', () => {
    const sample = stated.filter((_, at) => at % 3 === 0)
    const stuck = sample.filter((each) => !isHelped(each))
    const told = ({ need, place }: (typeof stated)[number]) =>
      `${measures[place]?.id} ${needKey(need)}`
    expect(stuck.map(told)).toEqual([])
    expect(sample.length).toBeGreaterThan(300)
  })
})

describe('changes', () => {
  const enterprises = enterprisesFor(rules, { count: 8, seed: 51, share: 0.3 })
  const pool = enterprisesFor(rules, { count: 30, seed: 61, share: 0.1 })
  const facts = corpus.facts.filter(
    ({ derivation, type }) => derivation === null || type === 'boolean' || type === 'money',
  )
  const drawStated = (seed: number) => {
    const random = seededRandom(seed)
    const definition = random.pick(facts)
    const { enterprise, things } = random.pick(pool)
    const kind = definition.subject === 'enterprise' ? null : definition.subject
    const from = kind === null ? enterprise.facts : (things[kind]?.facts ?? {})
    const stated: StatedValue | null = random.pick(from[definition.id] ?? [null])
    const year = definition.period === 'year' ? 2025 - random.below(4) : null
    const value =
      stated?.value ?? (definition.type === 'boolean' ? true : exact(random.below(1000) * 100))
    const isFitting = stated !== null || definition.derivation !== null
    return {
      need: { fact: definition.id, year },
      stated: random.chance(0.3) || !isFitting ? null : { value },
    }
  }

  const expectFresh = (answers: EnterpriseAnswers): void => {
    const all = (of: EnterpriseAnswers) => ({
      ...indexAnswers(of),
      misses: of.nearMisses(),
      reasons: [3, 40, 200].map(of.reasons),
    })
    const found = all(answers)
    expect(found).toEqual(all(index.open(answers.subject())))
  }

  test('answers after long sequences are those of a fresh start, several open at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(enterprises.length - 1), fc.nat()), {
          minLength: 30,
          maxLength: 60,
        }),
        (steps) => {
          const held = enterprises.map((enterprise) => index.open(enterprise))
          for (const [step, [who, seed]] of steps.entries()) {
            const { need, stated } = drawStated(seed)
            held[who]?.change(need, stated)
            if (step % 7 === 0) held[(who + 1) % held.length]?.counts()
          }
          for (const answers of held) expectFresh(answers)
        },
      ),
      { numRuns: 6, seed: 7 },
    )
  })

  test('one by one they are what the plain evaluator says', () => {
    for (const enterprise of enterprises.slice(0, 2)) {
      const answers = index.open(enterprise)
      for (let seed = 0; seed < 12; seed += 1) {
        const { need, stated } = drawStated(seed)
        answers.change(need, stated)
        expect(indexAnswers(answers)).toEqual(plainAnswers(rules, answers.subject()))
      }
    }
  })

  const [first] = enterprisesFor(rules, { count: 1, seed: 71, share: 0 })
  if (first === undefined) throw new RangeError('no enterprise')
  const money = { value: exact(5_000_000_00) }

  test('a fact of a project that there was not yet brings the project into being', () => {
    const answers = index.open({ ...first, things: {} })
    answers.change({ fact: 'project.total_investment', year: null }, money)
    expect(answers.subject().things.project?.facts).toEqual({
      'project.total_investment': [{ ...money, year: null, source: null, grade: null }],
    })
    expect(indexAnswers(answers)).toEqual(plainAnswers(rules, answers.subject()))
  })

  test('taking back a fact of a project that there is not changes nothing', () => {
    const before = { ...first, things: {} }
    const answers = index.open(before)
    answers.change({ fact: 'project.total_investment', year: null }, null)
    expect(answers.subject()).toBe(before)
    expect(indexAnswers(answers)).toEqual(plainAnswers(rules, before))
  })

  test('a fact without a period is stated anew whatever year is given with it', () => {
    const answers = index.open(first)
    answers.change({ fact: 'enterprise.registered_capital', year: 2024 }, money)
    expect(answers.subject().enterprise.facts['enterprise.registered_capital']).toEqual([
      { ...money, year: null, source: null, grade: null },
    ])
  })

  test('one year of a yearly fact leaves the other years as they are', () => {
    const answers = index.open(first)
    const before = first.enterprise.facts['enterprise.revenue'] ?? []
    answers.change({ fact: 'enterprise.revenue', year: 2024 }, null)
    expect(answers.subject().enterprise.facts['enterprise.revenue']).toEqual(
      before.filter(({ year }) => year !== 2024),
    )
    expect(before.length).toBeGreaterThan(1)
    expect(indexAnswers(answers)).toEqual(plainAnswers(rules, answers.subject()))
  })
})
