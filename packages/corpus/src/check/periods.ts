import { addDays, compareDates, type IsoDate } from '@huiqi/domain'
import { type Measure, NOT_FOUND, type Parameter } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { Path } from '../place.ts'

const checkOrder = (
  report: Report,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate | typeof NOT_FOUND | null },
  path: Path,
): void => {
  if (to === null || to === NOT_FOUND || compareDates(from, to) <= 0) return
  report({ code: 'period.order', path: [...path, 'to'], params: { from, to } })
}

/** The days of a measure run forwards. */
export const checkMeasurePeriods = (report: Report, measure: Measure): void => {
  checkOrder(report, measure.inForce, ['in-force'])
  for (const [place, call] of measure.calls.entries()) checkOrder(report, call, ['calls', place])
}

/** The periods of a parameter follow each other without gap and overlap. */
export const checkParameterPeriods = (report: Report, { values }: Parameter): void => {
  for (const [place, value] of values.entries()) {
    const path = ['values', place]
    checkOrder(report, value, path)
    const before = values[place - 1]
    if (before === undefined) continue
    if (compareDates(value.from, before.from) <= 0) {
      report({ code: 'parameter.order', path: [...path, 'from'] })
    } else if (before.to === null || compareDates(value.from, before.to) <= 0) {
      report({ code: 'parameter.overlap', path: [...path, 'from'], params: { from: value.from } })
    } else if (addDays(before.to, 1) !== value.from) {
      const params = { from: addDays(before.to, 1), to: addDays(value.from, -1) }
      report({ code: 'parameter.gap', path: [...path, 'from'], params })
    }
  }
}
