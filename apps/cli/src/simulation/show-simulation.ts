import { placesOf } from '@huiqi/population'
import { words } from '@huiqi/wording'
import { hang, labelled } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { section } from '../show/section.ts'
import { showCount } from './figures.ts'
import { showGroups } from './show-groups.ts'
import { showHeadline, softLine } from './show-headline.ts'
import { showMonths, showSweep } from './show-months.ts'
import { showPlaceName, showPlaceValue, showPlaceWith } from './show-place.ts'
import { showAutomatic, showOverlap, showSamples } from './show-prospects.ts'
import { placeReaderOf, type SimulationPage, wordsOf } from './simulation-page.ts'

const header = ({ io, report, source }: SimulationPage): readonly string[] => {
  const { language, text } = wordsOf(io)
  const { clock, horizon, after, rows } = report
  const about = [
    `${text.rows(showCount(rows))}${words[language].punctuation.inBrackets(source.isSynthetic ? text.synthetic : text.real)}`,
    text.asOf(clock.asOf),
    ...(clock.submittedOn === clock.asOf ? [] : [text.submittedOn(clock.submittedOn)]),
    text.horizon(horizon.from, horizon.to),
  ]
  return [
    hang(io, '', paint(io, 'strong', after.name[language])),
    hang(io, '', paint(io, 'soft', after.id)),
    hang(io, '', paint(io, 'soft', about.join(' · '))),
  ]
}

const changeLines = (page: SimulationPage): readonly string[] => {
  const { io, changes } = page
  const reader = placeReaderOf(page)
  return changes.flatMap(({ place, before, after }) => {
    const values = [before, after].map((value) => showPlaceValue(reader, place, value))
    const path = paint(io, 'soft', `[${place.path}]`)
    return [
      hang(io, '  ', `${showPlaceName(reader, place)} ${path}`),
      hang(io, '    ', paint(io, 'accent', values.join(' → '))),
    ]
  })
}

/** The places of a measure that can be changed, each with its value. */
export const showPlaces = (page: SimulationPage): readonly string[] => {
  const { io, rulebook, report } = page
  const reader = placeReaderOf(page)
  const rows = placesOf(rulebook, report.before)
    .filter(({ expected }) => expected.kind !== 'condition')
    .map((place) => [place.path, showPlaceWith(reader, place, place.value)] as const)
  return section(io, wordsOf(io).text.canChange, labelled(io, '  ', rows))
}

const isDrawnWithCity = ({ report, source }: SimulationPage): boolean =>
  source.isSynthetic &&
  source.assumption === null &&
  report.after.about !== 'enterprise' &&
  !report.lacksThings

const notes = (page: SimulationPage): readonly string[] => {
  const { io, report, source } = page
  const { language, text } = wordsOf(io)
  const thing = words[language].subject[report.after.about]
  const said = [
    report.lacksThings ? text.lacksThings(thing) : null,
    isDrawnWithCity(page) ? text.cityThings(thing) : null,
    source.assumption === null ? null : source.assumption.says[language],
    text.noteCounts,
    report.hasMoney ? text.noteRounding : null,
    source.isSynthetic ? text.noteSynthetic : null,
  ].filter((note) => note !== null)
  return section(
    io,
    text.notes,
    said.map((note) => hang(io, '  - ', note)),
  )
}

/** The report of a simulation: who gains, what it costs and when the money runs out come first. */
export const showSimulation = (page: SimulationPage): string => {
  const { io, changes, report } = page
  const { text } = wordsOf(io)
  const changed = section(io, text.changes, changeLines(page))
  const isAsItStands = changes.length === 0
  return [
    ...header(page),
    ...(isAsItStands ? ['', softLine(page, text.noChange)] : changed),
    ...section(io, text.short, showHeadline(page)),
    ...showSweep(page),
    ...showGroups(page),
    ...showMonths(page),
    ...showOverlap(page),
    ...showAutomatic(page),
    ...showSamples(page),
    ...(isAsItStands && report.sweep === null ? showPlaces(page) : []),
    ...notes(page),
  ].join('\n')
}
