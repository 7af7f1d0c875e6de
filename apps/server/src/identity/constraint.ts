import { AppError } from '@huiqi/domain'
import { DatabaseError } from 'pg'

/** Turns what the database refuses into words: the reason for the name of a constraint. */
export const explaining = async <Answer>(
  reasons: Readonly<Record<string, string>>,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await work()
  } catch (cause) {
    const name = cause instanceof DatabaseError ? cause.constraint : undefined
    const reason = name === undefined ? undefined : reasons[name]
    if (reason === undefined) throw cause
    throw new AppError('conflict', { reason }, { cause })
  }
}
