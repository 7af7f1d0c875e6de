import {
  type Clock,
  decide,
  type Enterprise,
  type Measure,
  type Rulebook,
  situationOf,
  type Verdict,
} from '@huiqi/engine'
import { type ClockOptions, clockOf } from '../clock.ts'
import { findMeasure } from '../find-measure.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { explainJson } from '../json/verdict-json.ts'
import { loadEnterprise, loadRulebook } from '../load.ts'
import { showExplained } from '../show/verdict-report.ts'

export interface ExplainOptions extends ClockOptions {
  readonly json?: true
}

/** A measure answered for each thing it is about, or once when it is about none. */
export const verdictsFor = (
  rulebook: Rulebook,
  measure: Measure,
  at: { readonly enterprise: Enterprise; readonly clock: Clock },
): readonly Verdict[] => {
  const { enterprise, clock } = at
  const stated = measure.about === 'enterprise' ? [] : (enterprise.things[measure.about] ?? [])
  const things = stated.length === 0 ? [null] : stated
  return things.map((thing) => decide(measure, situationOf(rulebook, enterprise, { clock, thing })))
}

/** `explain FILE MEASURE`: one measure with every condition, its clause and the value used. */
export const explain = async (
  io: Io,
  args: { readonly file: string; readonly measure: string },
  options: ExplainOptions,
): Promise<ExitCode> => {
  const clock = clockOf(options, io.today)
  const rulebook = await loadRulebook(io)
  const measure = findMeasure(rulebook, args.measure, clock.submittedOn)
  const enterprise = await loadEnterprise(io, rulebook, args.file)
  const verdicts = verdictsFor(rulebook, measure, { enterprise, clock })
  const page = options.json
    ? JSON.stringify(explainJson(clock, verdicts), null, 2)
    : showExplained(io, { rulebook, enterprise, measure, verdicts, clock })
  io.out(`${page}\n`)
  return EXIT.fine
}
