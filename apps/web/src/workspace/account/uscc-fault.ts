import { normalizeUscc, parseUscc } from '@huiqi/domain'

const LENGTH = 18

/** What is wrong with a unified social credit code as it was typed; null: nothing. */
export const usccFault = (typed: string): 'length' | 'wrong' | null => {
  if (normalizeUscc(typed).length !== LENGTH) return 'length'
  return parseUscc(typed).ok ? null : 'wrong'
}
