import type { FactDefinition, Rulebook } from '@huiqi/engine'
import { STORAGES } from '../io/storage.ts'
import type { Column } from '../table.ts'
import type { CityFrame } from './city-frame.ts'
import { type ColumnModel, drawn } from './column-model.ts'
import { THINGS, YEARS } from './draft.ts'
import { FINANCE_MODELS } from './models-finance.ts'
import { genericModel } from './models-generic.ts'
import { INNOVATION_MODELS } from './models-innovation.ts'
import { registerModels } from './models-register.ts'
import { THING_MODELS, whereThere } from './models-things.ts'
import { hashText } from './random.ts'
import { findReachedFacts } from './reached-facts.ts'
import { TITLE_COUNTS } from './title-counts.ts'

/** One column to be drawn. */
export interface ColumnPlan {
  readonly column: Omit<Column, 'values'>
  readonly model: ColumnModel
  readonly ago: number
  /** Share of rows whose value is not known. */
  readonly missingShare: number
  /** Stored units in one unit of the model. */
  readonly scale: number
  /** Name of its stream of random numbers. */
  readonly stream: number
}

const FEN_PER_YUAN = 100

/** Facts that every city has, asked for or not. */
const BASIC = [
  'enterprise.district',
  'enterprise.industry',
  'enterprise.organisation_kind',
  'enterprise.founded_on',
]

/** Yearly facts of which the year of the city's date is worth having. */
const CURRENT = ['enterprise.revenue', 'enterprise.output_value', 'enterprise.employees']

const MISSING_BY_SOURCE: Readonly<Record<string, number>> = {
  register: 0.005,
  'title-register': 0.01,
  tax: 0.04,
  statistics: 0.04,
  'social-insurance': 0.03,
  bank: 0.05,
  platform: 0.05,
  self: 0.05,
}

const MISSING_OTHERWISE = 0.04
const MISSING_JUDGEMENT = 0.92

const missingShareOf = (fact: FactDefinition, model: ColumnModel): number => {
  if (fact.isJudgement) return MISSING_JUDGEMENT
  return model.missing ?? MISSING_BY_SOURCE[fact.source] ?? MISSING_OTHERWISE
}

const NOTHING = new Float64Array(0)

const TITLE = /^qualification\.(.+)\.(granted_on|valid_until)$/

const titleModel = (fact: string): ColumnModel | null => {
  const [, id = '', part] = TITLE.exec(fact) ?? []
  if (part === undefined) return null
  const isCounted = TITLE_COUNTS[id] !== undefined
  return {
    type: 'date',
    storage: 'u16',
    ...(isCounted ? { missing: 0 } : {}),
    ...drawn((draft) => {
      const days = draft.titles.get(id)
      return (part === 'granted_on' ? days?.granted : days?.until) ?? NOTHING
    }),
  }
}

/** Whether a model still fits the vocabulary, which may be another city's. */
const fits = ({ rulebook }: CityFrame, fact: FactDefinition, model: ColumnModel): boolean => {
  const list = fact.codes === null ? undefined : rulebook.codeLists.get(fact.codes)
  const areListed = (model.codes ?? []).every(
    (code) => list === undefined || list.list.hasPrefixHierarchy || list.ancestors.has(code),
  )
  return model.type === fact.type && areListed
}

const yearsOf = (fact: FactDefinition, reached: ReadonlySet<number>): readonly number[] => {
  if (fact.period === 'point') return [0]
  const past = Array.from({ length: YEARS - 1 }, (_, step) => YEARS - 1 - step)
  return reached.has(0) || CURRENT.includes(fact.id) ? [...past, 0] : past
}

const planColumn = (
  frame: CityFrame,
  fact: FactDefinition,
  { model, ago }: { readonly model: ColumnModel; readonly ago: number },
): ColumnPlan => {
  const { missing, never } = STORAGES[model.storage]
  const unit = model.unit ?? { n: 1, d: 1 }
  const natural = fact.type === 'money' ? FEN_PER_YUAN : 1
  const year = fact.period === 'year' ? frame.year - ago : null
  return {
    column: {
      fact: fact.id,
      year,
      type: fact.type,
      missing,
      never: fact.type === 'date' ? never : null,
      unit,
      codes: model.codes ?? null,
    },
    model,
    ago,
    missingShare: missingShareOf(fact, model),
    scale: (natural * unit.d) / unit.n,
    stream: hashText(`${fact.id}@${ago}`),
  }
}

const isStated = (rulebook: Rulebook, id: string): boolean => {
  const fact = rulebook.facts.get(id)
  if (fact === undefined || fact.derivation !== null) return false
  return fact.subject === 'enterprise' || THINGS.some((kind) => kind === fact.subject)
}

/** The model of a fact: what is known of it, else something of its type; only where there is such a thing. */
const modelOf = (
  frame: CityFrame,
  fact: FactDefinition,
  models: ReadonlyMap<string, ColumnModel>,
): ColumnModel => {
  const known = titleModel(fact.id) ?? models.get(fact.id)
  const index = fact.codes === null ? undefined : frame.rulebook.codeLists.get(fact.codes)
  const model = known && fits(frame, fact, known) ? known : genericModel(fact, index)
  return fact.subject === 'enterprise' ? model : whereThere(fact.subject, model)
}

/** The columns of a city: every stated fact that a rule can look at, in the order of the vocabulary. */
export const planColumns = (frame: CityFrame): readonly ColumnPlan[] => {
  const { rulebook } = frame
  const reached = findReachedFacts(rulebook)
  const own = { ...registerModels(frame), ...FINANCE_MODELS, ...INNOVATION_MODELS }
  const models = new Map<string, ColumnModel>(Object.entries({ ...own, ...THING_MODELS }))
  return rulebook.corpus.facts.flatMap((fact) => {
    const isWanted = BASIC.includes(fact.id) || reached.has(fact.id)
    if (!isWanted || !isStated(rulebook, fact.id)) return []
    const model = modelOf(frame, fact, models)
    const years = yearsOf(fact, reached.get(fact.id) ?? new Set())
    return years.map((ago) => planColumn(frame, fact, { model, ago }))
  })
}
