import type { FactDefinition, Ladder } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { IssueCode } from '../issue-messages.ts'
import {
  type Draft,
  declaredNames,
  type EntryKind,
  originOf,
  reportIn,
  reportOn,
} from '../lower/draft.ts'
import { instrumentOf } from '../lower/measure.ts'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { ConditionDocument } from '../schema/condition.ts'
import type { MeasureDocument } from '../schema/measure.ts'

/** A name that some other entry must carry. */
interface Use {
  readonly kind: EntryKind
  readonly id: string
  readonly path: Path
}

const UNKNOWN: Readonly<Record<EntryKind, IssueCode>> = {
  fact: 'fact.unknown',
  qualification: 'qualification.unknown',
  'code-list': 'code-list.unknown',
  agency: 'agency.unknown',
  parameter: 'parameter.unknown',
  'class-table': 'class-table.unknown',
  'score-table': 'score-table.unknown',
  stacking: 'stacking.unknown',
  pool: 'pool.unknown',
  ladder: 'measure.unknown',
  instrument: 'instrument.unknown',
  measure: 'measure.unknown',
}

const checkUse = (draft: Draft, report: Report, { kind, id, path }: Use): void => {
  const known = declaredNames(draft, kind)
  if (known.has(id)) return
  const params = { [kind === 'fact' ? 'fact' : 'id']: id, similar: nearest(id, known) }
  report({ code: UNKNOWN[kind], path, params })
}

const usesOfMeasure = (measure: MeasureDocument): readonly Use[] => {
  const { benefit } = measure
  const one = (kind: EntryKind, id: string | undefined, path: Path): readonly Use[] =>
    id === undefined ? [] : [{ kind, id, path }]
  const several = (kind: EntryKind, ids: readonly string[], key: string): readonly Use[] =>
    ids.map((id, place) => ({ kind, id, path: [key, place] }))
  return [
    ...one('agency', measure.lead, ['lead']),
    ...several('agency', measure.agencies ?? [], 'agencies'),
    ...several('stacking', measure.stacking ?? [], 'stacking'),
    ...several('measure', measure.replaces ?? [], 'replaces'),
    ...one('qualification', benefit?.grants, ['benefit', 'grants']),
    ...one('pool', benefit?.pool, ['benefit', 'pool']),
    ...(measure.excludes ?? []).flatMap(({ measure: id }, place) =>
      one('measure', id, ['excludes', place, 'measure']),
    ),
    ...(measure.targets ?? []).flatMap(({ agency }, place) =>
      one('agency', agency, ['targets', place, 'agency']),
    ),
    ...(measure.evidence ?? []).flatMap(({ proves }, place) =>
      proves.flatMap((fact, factPlace) =>
        one('fact', fact, ['evidence', place, 'proves', factPlace]),
      ),
    ),
  ]
}

const usesOfFact = ({ codes, derivation }: FactDefinition): readonly Use[] => {
  const list: readonly Use[] =
    codes === null ? [] : [{ kind: 'code-list', id: codes, path: ['codes'] }]
  if (derivation?.kind === 'class-table') {
    return [...list, { kind: 'class-table', id: derivation.table, path: ['derive', 'class-table'] }]
  }
  if (derivation?.kind === 'score') {
    return [...list, { kind: 'score-table', id: derivation.table, path: ['derive', 'score'] }]
  }
  return list
}

const usesOfLadder = ({ rungs }: Ladder): readonly Use[] =>
  rungs.flatMap((rung, place) => {
    const path = ['rungs', place]
    const score: readonly Use[] =
      rung.score === null ? [] : [{ kind: 'score-table', id: rung.score, path: [...path, 'score'] }]
    return [
      { kind: 'fact', id: rung.held, path: [...path, 'held'] },
      ...score,
      ...rung.measures.map(
        (id, measurePlace): Use => ({
          kind: 'measure',
          id,
          path: [...path, 'measures', measurePlace],
        }),
      ),
    ]
  })

interface ProvisionUse {
  readonly provision: string
  readonly path: Path
}

const writtenAt = (provision: string | undefined, path: Path): readonly ProvisionUse[] =>
  provision === undefined ? [] : [{ provision, path: [...path, 'provision'] }]

const provisionsOfCondition = (
  condition: ConditionDocument,
  path: Path,
): readonly ProvisionUse[] => [
  ...writtenAt(condition.provision, path),
  ...(['all', 'any', 'except'] as const).flatMap((kind) =>
    (condition[kind] ?? []).flatMap((part, place) =>
      provisionsOfCondition(part, [...path, kind, place]),
    ),
  ),
]

const provisionsOfMeasure = (measure: MeasureDocument): readonly ProvisionUse[] => [
  ...writtenAt(measure.provision, []),
  ...(measure.eligible === undefined ? [] : provisionsOfCondition(measure.eligible, ['eligible'])),
  ...(['excludes', 'targets'] as const).flatMap((key) =>
    (measure[key] ?? []).flatMap(({ provision }, place) => writtenAt(provision, [key, place])),
  ),
]

const checkProvisions = (
  draft: Draft,
  report: Report,
  uses: { readonly instrument: string; readonly provisions: readonly ProvisionUse[] },
): void => {
  const { instrument: id, provisions } = uses
  const instrument = draft.corpus.instruments.find((entry) => entry.id === id)
  if (instrument === undefined) return
  const known = new Set(instrument.provisions.map((entry) => entry.id))
  for (const { provision, path } of provisions) {
    if (known.has(provision)) continue
    if (provision === '') report({ code: 'provision.missing', path })
    else {
      const params = { provision, instrument: id, similar: nearest(provision, known) }
      report({ code: 'provision.unknown', path, params })
    }
  }
}

/** Evidence proves facts that the measure may name: of the enterprise, or of what it is about. */
const checkProved = (
  draft: Draft,
  report: Report,
  { about = 'enterprise', evidence = [] }: MeasureDocument,
): void => {
  const subjects = new Map(draft.corpus.facts.map(({ id, subject }) => [id, subject]))
  for (const [place, { proves }] of evidence.entries()) {
    for (const [factPlace, fact] of proves.entries()) {
      const subject = subjects.get(fact)
      if (subject === undefined || subject === 'enterprise' || subject === about) continue
      const path = ['evidence', place, 'proves', factPlace]
      report({ code: 'fact.other-subject', path, params: { fact, subject, about } })
    }
  }
}

const checkMeasureReferences = (draft: Draft, measure: MeasureDocument): void => {
  const { id } = measure
  const report = reportOn(draft, 'measure', id)
  const instrument = instrumentOf(id)
  for (const use of usesOfMeasure(measure)) checkUse(draft, report, use)
  checkProved(draft, report, measure)
  checkUse(draft, report, { kind: 'instrument', id: instrument, path: ['id'] })
  checkProvisions(draft, report, { instrument, provisions: provisionsOfMeasure(measure) })
  for (const [place, { measure: other }] of (measure.excludes ?? []).entries()) {
    const path = ['excludes', place, 'measure']
    if (other === id) report({ code: 'measure.self-reference', path })
  }
  const own = (measure.replaces ?? []).indexOf(id)
  if (own !== -1) report({ code: 'measure.self-reference', path: ['replaces', own] })
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

const checkTableProvisions = (draft: Draft): void => {
  for (const { id, provision } of draft.corpus.scoreTables) {
    const instrument = folderOf(originOf(draft, 'score-table', id)?.file ?? '')
    const provisions = [{ provision, path: ['provision'] }]
    checkProvisions(draft, reportOn(draft, 'score-table', id), { instrument, provisions })
  }
  for (const { id, values } of draft.corpus.parameters) {
    const provisions = values.map(({ provision }, place) => ({
      provision,
      path: ['values', place, 'provision'],
    }))
    checkProvisions(draft, reportOn(draft, 'parameter', id), {
      instrument: folderOf(id),
      provisions,
    })
  }
}

const checkCodeParents = (draft: Draft): void => {
  for (const { id, codes } of draft.corpus.codeLists) {
    const known = new Set(codes.map(({ code }) => code))
    const { file, path } = originOf(draft, 'code-list', id) ?? { file: '', path: [] }
    const inner = path[0] === 'lists' ? [...path, 'codes'] : path
    for (const { code, parent } of codes) {
      if (parent === undefined || known.has(parent)) continue
      const params = { code, parent, similar: nearest(parent, known) }
      reportIn(
        draft,
        file,
      )({ code: 'code.parent-unknown', path: [...inner, code, 'parent'], params })
    }
  }
}

/** Every name that is used is also written somewhere. */
export const checkReferences = (draft: Draft): void => {
  const { corpus } = draft
  for (const measure of draft.measureDocuments) checkMeasureReferences(draft, measure)
  for (const fact of corpus.facts) {
    const report = reportOn(draft, 'fact', fact.id)
    for (const use of usesOfFact(fact)) checkUse(draft, report, use)
  }
  for (const ladder of corpus.ladders) {
    const report = reportOn(draft, 'ladder', ladder.id)
    for (const use of usesOfLadder(ladder)) checkUse(draft, report, use)
  }
  for (const { id, issuers } of corpus.instruments) {
    const report = reportOn(draft, 'instrument', id)
    for (const [place, issuer] of issuers.entries()) {
      checkUse(draft, report, { kind: 'agency', id: issuer, path: ['issuers', place] })
    }
  }
  for (const { id, implies } of corpus.qualifications) {
    const report = reportOn(draft, 'qualification', id)
    for (const [place, other] of implies.entries()) {
      checkUse(draft, report, { kind: 'qualification', id: other, path: ['implies', place] })
    }
  }
  checkTableProvisions(draft)
  checkCodeParents(draft)
}

/** A provision in a file outside any instrument: `<instrument> <provision>`. */
export const checkSharedProvision = (draft: Draft, report: Report, use: ProvisionUse): void => {
  const [instrument = '', provision = ''] = use.provision.split(' ')
  const known = declaredNames(draft, 'instrument')
  if (known.has(instrument)) {
    const provisions = [{ provision, path: use.path }]
    checkProvisions(draft, report, { instrument, provisions })
    return
  }
  const params = { id: instrument, similar: nearest(instrument, known) }
  report({ code: 'instrument.unknown', path: use.path, params })
}
