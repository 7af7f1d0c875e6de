import type { Rulebook } from '@huiqi/engine'
import { type Answers, isEmpty } from './answers.ts'
import { readAnswers, writeAnswers } from './fragment.ts'

const PLACE = 'huiqi-check'

/** The answers kept on this device; null when there are none that can be read. */
export const loadKept = (rulebook: Rulebook): Answers | null => {
  try {
    const text = localStorage.getItem(PLACE)
    const read = text === null ? null : readAnswers(rulebook, text)
    return read?.ok === true ? read.answers : null
  } catch {
    return null
  }
}

/** Keeps the answers on this device; a browser that refuses keeps nothing. */
export const keep = (answers: Answers): void => {
  try {
    if (isEmpty(answers)) localStorage.removeItem(PLACE)
    else localStorage.setItem(PLACE, writeAnswers(answers))
  } catch {
    return
  }
}
