import { type Draft, reportOn } from './lower/draft.ts'
import { instrumentOf } from './lower/measure.ts'

/** Every numbered item of an instrument that declares how many it has is carried by a measure file of its folder. */
export const checkItems = (draft: Draft): void => {
  const covered = new Map<string, Set<number>>()
  for (const [measure, items] of draft.items) {
    const instrument = instrumentOf(measure)
    const count = draft.itemCounts.get(instrument) ?? 0
    const numbers = covered.get(instrument) ?? new Set()
    for (const [place, item] of items.entries()) {
      numbers.add(item)
      if (item <= count) continue
      const params = { instrument, item }
      reportOn(
        draft,
        'measure',
        measure,
      )({ code: 'corpus.item-unknown', path: ['items', place], params })
    }
    covered.set(instrument, numbers)
  }
  for (const [instrument, count] of draft.itemCounts) {
    for (let item = 1; item <= count; item += 1) {
      if (covered.get(instrument)?.has(item)) continue
      const params = { instrument, item }
      reportOn(
        draft,
        'instrument',
        instrument,
      )({ code: 'corpus.item-not-covered', path: ['items'], params })
    }
  }
}
