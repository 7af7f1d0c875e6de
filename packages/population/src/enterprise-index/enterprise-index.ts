import type { PopulationProgram } from '../compile/program.ts'
import { createAnswers } from './create-answers.ts'
import type { EnterpriseAnswers } from './enterprise-answers.ts'
import type { EnterpriseWithThings } from './enterprise-facts.ts'
import { createRoom } from './index-room.ts'

/** All measures of a program, ready to answer one enterprise after the other. */
export interface EnterpriseIndex {
  readonly program: PopulationProgram
  readonly open: (subject: EnterpriseWithThings) => EnterpriseAnswers
}

/** Builds an index over the measures of a program. */
export const buildEnterpriseIndex = (program: PopulationProgram): EnterpriseIndex => {
  const room = createRoom(program)
  return { program, open: (subject) => createAnswers(room, subject) }
}
