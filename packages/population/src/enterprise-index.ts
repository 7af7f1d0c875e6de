export {
  compilePopulation,
  type MeasureStatus,
  type PopulationProgram,
  type Rules,
} from './compile/program.ts'
export type { Restated } from './enterprise-index/change-subject.ts'
export type { EnterpriseAnswers } from './enterprise-index/enterprise-answers.ts'
export type { EnterpriseWithThings } from './enterprise-index/enterprise-facts.ts'
export { buildEnterpriseIndex, type EnterpriseIndex } from './enterprise-index/enterprise-index.ts'
export type { LeafReason } from './enterprise-index/leaf-reason.ts'
export type { MoneyOfOne } from './enterprise-index/money-of-one.ts'
export type { NearMiss } from './enterprise-index/near-miss.ts'
export type { OpenQuestion } from './enterprise-index/open-question.ts'
