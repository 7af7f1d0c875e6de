import {
  type ColumnModel,
  code,
  count,
  drawn,
  rareCode,
  share,
  tenths,
  truth,
  truthByTier,
} from './column-model.ts'
import { at, type Draft, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'

const EMERGING = [
  '26',
  '27',
  '34',
  '35',
  '36',
  '37',
  '38',
  '39',
  '40',
  '64',
  '65',
  '73',
  '75',
  '77',
]

const NOTHING = new Float64Array(0)

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value))

const tierOf = (draft: Draft, row: number): number => at(draft.tier, row)

const isAtWork = (draft: Draft, row: number): boolean =>
  tierOf(draft, row) > 0 || yearly(draft.research, 1, row) > 0

/** A part of the inventions, never more than all of them. */
const partOfInventions =
  (mean: number): ColumnModel['value'] =>
  (draft, row) =>
    Math.round(at(draft.inventions, row) * clamp(mean + 0.15 * draft.random.normal(), 0, 1))

const rank =
  (perShare: number): ColumnModel['value'] =>
  (draft, row) => {
    const spread = Math.exp(0.5 * draft.random.normal())
    return clamp(Math.round((perShare * spread) / at(draft.nicheShare, row)), 1, 60_000)
  }

const property: Readonly<Record<string, ColumnModel>> = {
  'enterprise.ip_class_one': count((draft, row) => at(draft.inventions, row)),
  'enterprise.ip_class_one_self_developed': count(partOfInventions(0.85)),
  'enterprise.ip_class_one_high_value': count(partOfInventions(0.4)),
  'enterprise.ip_class_one_applied': count(partOfInventions(0.7)),
  'enterprise.ip_class_two': count((draft, row) => {
    const mean = 0.6 + 2.5 * at(draft.inventions, row)
    const made = Math.floor(mean * Math.exp(0.8 * draft.random.normal()))
    return isAtWork(draft, row) ? Math.min(20_000, made) : 0
  }),
  'enterprise.rd_institution_level': code(
    ['none', 'below', 'municipal', 'provincial', 'national'],
    (draft, row) => {
      const level = Math.floor(tierOf(draft, row) * 0.8 + draft.random.normal() * 0.8)
      return isAtWork(draft, row) ? clamp(level, 0, 4) : 0
    },
  ),
  'enterprise.has_rd_institution': truthByTier(0.01, 0.35, 0.45, 0.7, 0.95, 0.99),
}

const prizes: Readonly<Record<string, ColumnModel>> = {
  'enterprise.national_science_award': rareCode(
    ['none', 'lower', 'fourth_fifth', 'first_three'],
    [0, 0.001, 0.001, 0.004, 0.02, 0.06],
  ),
  'enterprise.provincial_science_award': rareCode(
    ['none', 'lower', 'fourth_fifth', 'first_three'],
    [0, 0.006, 0.008, 0.02, 0.08, 0.2],
  ),
  'enterprise.has_national_award_five_years': truthByTier(0, 0.000_5, 0.000_5, 0.002, 0.012, 0.04),
  'enterprise.maker_china_place': rareCode(
    ['none', 'top_500', 'top_50'],
    [0.000_01, 0.002, 0.003, 0.004, 0.004, 0],
  ),
  'enterprise.has_quality_award': truthByTier(0.000_3, 0.004, 0.006, 0.02, 0.08, 0.25),
}

const market: Readonly<Record<string, ColumnModel>> = {
  'enterprise.years_in_niche': count((draft, row) => at(draft.nicheYears, row)),
  'enterprise.years_in_field': count((draft, row) => at(draft.nicheYears, row)),
  'enterprise.niche_market_share': share((draft, row) => at(draft.nicheShare, row)),
  'enterprise.niche_market_share_world': share(
    (draft, row) => at(draft.nicheShare, row) * (0.1 + 0.6 * draft.random.unit()),
  ),
  'enterprise.niche_rank_national': count(rank(0.35)),
  'enterprise.product_rank_world': count(rank(0.8)),
  'enterprise.is_time_honoured_brand': truth((draft, row) =>
    at(draft.founded, row) < 7_000 ? 0.01 : 0,
  ),
  'enterprise.serves_chain_leaders': truthByTier(0.01, 0.15, 0.2, 0.4, 0.65, 0.8),
  'enterprise.is_strategic_emerging': truth((draft, row) =>
    EMERGING.includes(industryOf(draft, row).code) ? 0.35 : 0.02,
  ),
  'enterprise.has_management_certificate': truthByTier(0.04, 0.4, 0.5, 0.8, 0.95, 0.99),
  'enterprise.has_product_certification': truthByTier(0.005, 0.06, 0.08, 0.2, 0.4, 0.6),
  'enterprise.has_own_brand': truthByTier(0.08, 0.5, 0.6, 0.8, 0.95, 0.99),
  'enterprise.took_part_in_standards': truthByTier(0.001, 0.06, 0.08, 0.25, 0.7, 0.9),
  'enterprise.led_standards_five_years': truthByTier(0.000_1, 0.01, 0.015, 0.06, 0.25, 0.5),
  'enterprise.has_core_process_system': truthByTier(0.03, 0.35, 0.45, 0.7, 0.92, 0.98),
  'enterprise.is_new_product': truthByTier(0.003, 0.15, 0.2, 0.4, 0.6, 0.7),
  'enterprise.is_little_giant_affiliate': truth((draft, row) =>
    yearly(draft.revenue, 1, row) > 1_000_000 ? 0.003 : 0.000_05,
  ),
}

const isRated = (draft: Draft, row: number): boolean =>
  tierOf(draft, row) > 1 || (at(draft.quality, row) > 1.3 && yearly(draft.research, 1, row) > 0)

const marks: Readonly<Record<string, ColumnModel>> = {
  'enterprise.platform_score': tenths((draft, row) => {
    const noise = draft.random.normal()
    const mean = 34 + 8 * tierOf(draft, row) + 4 * at(draft.quality, row)
    return isRated(draft, row) ? clamp(mean + 6 * noise, 0, 100) : Number.NaN
  }),
  'enterprise.feature_points': tenths((draft, row) =>
    clamp(3 + 1.5 * tierOf(draft, row) + 2 * draft.random.normal(), 0, 15),
  ),
  'enterprise.tech_sme_score': tenths((draft, row) => {
    const noise = draft.random.normal()
    const isResearching = yearly(draft.research, 1, row) > 0
    const mean = isResearching ? 48 + 6 * at(draft.quality, row) + 4 * tierOf(draft, row) : 14
    return clamp(mean + 10 * noise, 0, 100)
  }),
  'enterprise.tech_sme_staff_score': tenths((draft, row) => {
    const steps = yearly(draft.researchers, 1, row) > 0 ? 1 + draft.random.below(5) : 0
    return 4 * steps
  }),
  'enterprise.digital_level': count((draft, row) =>
    clamp(Math.floor(1 + 0.45 * tierOf(draft, row) + 0.7 * draft.random.normal()), 0, 4),
  ),
}

const judgements: Readonly<Record<string, ColumnModel>> = {
  'enterprise.has_niche_reputation': truthByTier(0.02, 0.3, 0.4, 0.7, 0.95, 0.99),
  'enterprise.has_high_niche_share': truthByTier(0.02, 0.2, 0.3, 0.6, 0.9, 0.99),
  'enterprise.fills_gap': truthByTier(0.01, 0.1, 0.15, 0.35, 0.6, 0.7),
  'enterprise.is_in_six_bases': truthByTier(0.01, 0.15, 0.2, 0.4, 0.7, 0.8),
  'enterprise.is_in_key_field': truthByTier(0.02, 0.2, 0.3, 0.5, 0.85, 0.9),
  'enterprise.is_on_key_link': truthByTier(0.02, 0.2, 0.3, 0.5, 0.85, 0.9),
  'enterprise.is_in_industry_upgrade': truthByTier(0.02, 0.2, 0.25, 0.45, 0.8, 0.9),
  'enterprise.has_advanced_technology': truthByTier(0.01, 0.1, 0.15, 0.3, 0.6, 0.95),
  'enterprise.has_leading_research': truthByTier(0.01, 0.1, 0.15, 0.3, 0.6, 0.95),
}

const renewed =
  (title: string): ColumnModel['value'] =>
  (draft, row) => {
    const days = draft.titles.get(title)
    return days === undefined ? Number.NaN : at(days.isRenewed, row)
  }

const renewals: Readonly<Record<string, ColumnModel>> = {
  'enterprise.specialised_sme_is_renewed': truth(renewed('specialised_sme')),
  'enterprise.little_giant_is_renewed': truth(renewed('little_giant')),
  'enterprise.little_giant_first_on': {
    type: 'date',
    storage: 'u16',
    ...drawn((draft) => draft.titles.get('little_giant')?.firstOn ?? NOTHING),
  },
}

/** Models of research, titles and place in the market. */
export const INNOVATION_MODELS: Readonly<Record<string, ColumnModel>> = {
  ...property,
  ...prizes,
  ...market,
  ...marks,
  ...judgements,
  ...renewals,
}
