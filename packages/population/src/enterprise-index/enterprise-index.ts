import type { PopulationProgram } from '../compile/program.ts'
import { runSteps, type Steps } from '../compile/steps.ts'
import { createAnswers } from './create-answers.ts'
import type { EnterpriseAnswers } from './enterprise-answers.ts'
import type { EnterpriseWithThings } from './enterprise-facts.ts'
import { settingUpRoom } from './index-room.ts'

/** All measures of a program, ready to answer one enterprise after the other. */
export interface EnterpriseIndex {
  readonly program: PopulationProgram
  readonly open: (subject: EnterpriseWithThings) => EnterpriseAnswers
}

/** Builds an index over the measures of a program, step by step for a caller who has other things to do in between. */
export function* buildingEnterpriseIndex(program: PopulationProgram): Steps<EnterpriseIndex> {
  const room = yield* settingUpRoom(program)
  return { program, open: (subject) => createAnswers(room, subject) }
}

/** Builds an index over the measures of a program. */
export const buildEnterpriseIndex = (program: PopulationProgram): EnterpriseIndex =>
  runSteps(buildingEnterpriseIndex(program))
