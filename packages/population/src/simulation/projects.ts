import { exact } from '@huiqi/domain'
import type { ThingAssumption } from './thing-assumption.ts'

const FEN_PER_YUAN = 100n
const million = (count: number) => exact(BigInt(count) * 1_000_000n * FEN_PER_YUAN)
const TEN_THOUSAND_YUAN = exact(10_000n * FEN_PER_YUAN)

/**
 * Investment projects of a year. Every figure is an assumption: no published distribution of projects
 * by industry and size was found. See docs/simulation.md.
 */
export const PROJECTS: ThingAssumption = {
  about: 'project',
  says: {
    zh: '投资项目为假设：未见按行业、规模公布的项目分布',
    en: 'projects are assumed: no published distribution by industry and size was found',
  },
  size: 'enterprise.revenue',
  sections: { C: 0.16, D: 0.08, B: 0.08, G: 0.02, I: 0.03, M: 0.02 },
  otherwise: 0.004,
  times: [
    { atLeast: million(400), factor: 2.5 },
    { atLeast: million(100), factor: 1.5 },
    { atLeast: million(20), factor: 1 },
    { atLeast: million(3), factor: 0.25 },
  ],
  facts: {
    'project.kind': {
      kind: 'one-of',
      weights: {
        technical_renovation: 70,
        digital_transformation: 12,
        green_upgrade: 10,
        other: 8,
      },
      missing: 0,
    },
    'project.total_investment': {
      kind: 'log-normal',
      of: 'enterprise.revenue',
      median: 0.08,
      spread: 1.1,
      step: TEN_THOUSAND_YUAN,
      missing: 0.02,
    },
    'project.approved_investment': {
      kind: 'part',
      of: 'project.total_investment',
      from: 0.7,
      to: 1,
      step: TEN_THOUSAND_YUAN,
      missing: 0.04,
    },
    'project.has_bank_loan': { kind: 'true', share: 0.45, missing: 0.04 },
    'project.has_financial_lease': { kind: 'true', share: 0.1, missing: 0.04 },
  },
}

/** The assumptions that come with the product, one for a kind of thing. */
export const BUILT_IN_ASSUMPTIONS: readonly ThingAssumption[] = [PROJECTS]
