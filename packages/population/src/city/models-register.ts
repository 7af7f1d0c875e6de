import { type CityFrame, KIND, KINDS } from './city-frame.ts'
import { type ColumnModel, code, count, day, evenTruth, truth } from './column-model.ts'
import { at, type Draft, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'

const NEVER = Number.NEGATIVE_INFINITY
const INDUSTRY = 'BCD'
const LEGAL_SHARE = [0.94, 0, 1, 1, 0.5]
const NEW_PLANT_DAYS = 730
const SOFTWARE = ['63', '64', '65']

const sectionOf = (draft: Draft, row: number): string => industryOf(draft, row).section

const isIndustrial = (draft: Draft, row: number): boolean =>
  INDUSTRY.includes(sectionOf(draft, row))

const licencesIn =
  (section: string): ColumnModel['value'] =>
  (draft, row) =>
    sectionOf(draft, row) === section ? at(draft.licences, row) : 0

const isNewPlant = (draft: Draft, row: number): boolean => {
  const isRecent = draft.frame.day - at(draft.founded, row) < NEW_PLANT_DAYS
  return isRecent && at(draft.active, row) === 1
}

const registration = (frame: CityFrame): Readonly<Record<string, ColumnModel>> => ({
  'enterprise.district': {
    ...code(
      frame.districts.map((district) => district.code),
      (draft, row) => (at(draft.statesDistrict, row) === 1 ? at(draft.district, row) : Number.NaN),
    ),
    missing: 0,
  },
  'enterprise.industry': {
    ...code(
      frame.industries.map((industry) => industry.code),
      (draft, row) => (at(draft.statesIndustry, row) === 1 ? at(draft.industry, row) : Number.NaN),
    ),
    missing: 0,
  },
  'enterprise.organisation_kind': code(KINDS, (draft, row) => at(draft.kind, row)),
  'enterprise.founded_on': day((draft, row) => at(draft.founded, row)),
  'enterprise.is_registered_in_shanghai': evenTruth(0.993),
  'enterprise.is_legal_person': truth((draft, row) => LEGAL_SHARE[at(draft.kind, row)] ?? 0),
  'enterprise.on_abnormal_list': truth((draft, row) => (at(draft.active, row) === 1 ? 0.02 : 0.2)),
  'enterprise.on_dishonesty_list': evenTruth(0.006),
  'enterprise.has_good_credit': evenTruth(0.965),
  'enterprise.had_serious_incident': evenTruth(0.003),
  'enterprise.is_prohibited_trade': evenTruth(0.004),
  'enterprise.construction_qualifications': count(licencesIn('E')),
  'enterprise.development_projects': count(licencesIn('K')),
  'enterprise.exceeds_water_quota': evenTruth(0.015),
  'enterprise.operates_lawfully': evenTruth(0.99),
  'enterprise.is_going_concern': truth((draft, row) => (at(draft.active, row) === 1 ? 0.98 : 0.3)),
  'enterprise.files_tax_reports': evenTruth(0.97),
  'enterprise.files_statistical_returns': truth((draft, row) =>
    at(draft.entered, row) === NEVER ? 0.9 : 0.985,
  ),
})

const growth: Readonly<Record<string, ColumnModel>> = {
  'enterprise.four_above_first_on': day((draft, row) => at(draft.entered, row)),
  'enterprise.above_size_entered_on': day((draft, row) =>
    isIndustrial(draft, row) ? at(draft.entered, row) : NEVER,
  ),
  'enterprise.above_size_entry': code(['annual', 'monthly'], (draft, row) =>
    at(draft.entered, row) === NEVER ? Number.NaN : at(draft.isMonthly, row),
  ),
  'enterprise.is_newly_commissioned': truth((draft, row) =>
    isIndustrial(draft, row) && isNewPlant(draft, row) ? 0.9 : 0,
  ),
  'enterprise.is_joint_stock': truth((draft, row) => {
    const isLarge = yearly(draft.revenue, 1, row) > 100_000_000
    return at(draft.kind, row) === KIND.enterprise ? (isLarge ? 0.12 : 0.002) : 0
  }),
  'enterprise.is_listed': truth((draft, row) =>
    yearly(draft.revenue, 1, row) > 300_000_000 ? 0.035 : 0,
  ),
  'enterprise.is_software_information': {
    ...truth((draft, row) => (SOFTWARE.includes(industryOf(draft, row).code) ? 1 : 0)),
    missing: 0.03,
  },
}

/** Models of registration, credit and growth. */
export const registerModels = (frame: CityFrame): Readonly<Record<string, ColumnModel>> => ({
  ...registration(frame),
  ...growth,
})
