import type { BarChart, BarPanel, BarSeries, BarTone } from './bar-chart.ts'

const FONT =
  "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

/** Each keeps a contrast of at least 3 to 1 on white and on black. */
const FILLS: Readonly<Record<BarTone, string>> = {
  before: '#8a8f98',
  after: '#2f80d0',
  open: '#b8860b',
}
/** 4.5 to 1 on white and on black. */
const INK = '#757575'

const SIZE = 13
const PANEL_WIDTH = 340
const BAR_HEIGHT = 12
const BAR_GAP = 3
const ROW_GAP = 9
const MARGIN = 20
const LABEL_ROOM = 110
const HEAD = 90

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u

/** About how wide a text comes out, in pixels. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? SIZE : SIZE * 0.58), 0)

const round = (value: number): string => String(Math.round(value * 10) / 10)

type Attributes = Readonly<Record<string, string | number>>

const element = (name: string, attributes: Attributes, content: string): string => {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`)
    .join('')
  return content === '' ? `<${name}${said}/>` : `<${name}${said}>${content}</${name}>`
}

const write = (
  text: string,
  at: { readonly x: number; readonly y: number; readonly more?: Attributes },
): string => element('text', { x: at.x, y: at.y, ...at.more }, escapeText(text))

interface Frame {
  readonly chart: BarChart
  readonly left: number
  readonly rowHeight: number
}

const frameOf = (chart: BarChart): Frame => {
  const bars = Math.max(1, ...chart.panels.map(({ series }) => series.length))
  return {
    chart,
    left: MARGIN + Math.max(40, ...chart.rows.map(widthOf)) + 12,
    rowHeight: bars * (BAR_HEIGHT + BAR_GAP) + ROW_GAP,
  }
}

const panelLeft = ({ left }: Frame, at: number): number => left + at * (PANEL_WIDTH + MARGIN)

const greatest = ({ series }: BarPanel): number =>
  Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))

const drawBar = (
  {
    series,
    row,
    x,
    y,
  }: {
    readonly series: BarSeries
    readonly row: number
    readonly x: number
    readonly y: number
  },
  most: number,
): readonly string[] => {
  const value = series.values[row] ?? null
  const label = series.labels[row] ?? ''
  if (value === null) return [write(label, { x, y: y + BAR_HEIGHT - 2 })]
  const width = Math.max(value > 0 ? 1 : 0, (value / most) * (PANEL_WIDTH - LABEL_ROOM))
  const bar = { x, y, width, height: BAR_HEIGHT, rx: 1, fill: FILLS[series.tone] }
  return [element('rect', bar, ''), write(label, { x: x + width + 6, y: y + BAR_HEIGHT - 2 })]
}

const drawPanel = (frame: Frame, panel: BarPanel, at: number): readonly string[] => {
  const x = panelLeft(frame, at)
  const most = greatest(panel)
  const bottom = HEAD + frame.chart.rows.length * frame.rowHeight
  const axis = { x1: x - 2, x2: x - 2, y1: HEAD - 4, y2: bottom, stroke: INK, 'stroke-width': 1 }
  const bars = frame.chart.rows.flatMap((_, row) =>
    panel.series.flatMap((series, place) => {
      const y = HEAD + row * frame.rowHeight + place * (BAR_HEIGHT + BAR_GAP)
      return drawBar({ series, row, x, y }, most)
    }),
  )
  const title = write(panel.title, { x, y: HEAD - 14, more: { 'font-weight': 'bold' } })
  return [title, element('line', axis, ''), ...bars]
}

const drawLegend = (frame: Frame, y: number): readonly string[] => {
  const seen = new Map(
    frame.chart.panels.flatMap(({ series }) => series.map(({ name, tone }) => [name, tone])),
  )
  let x = MARGIN
  return [...seen].flatMap(([name, tone]) => {
    const box = { x, y: y - 10, width: 12, height: 12, fill: FILLS[tone] }
    const said = write(name, { x: x + 18, y })
    x += 18 + widthOf(name) + 24
    return [element('rect', box, ''), said]
  })
}

const rowLabels = ({ chart, left, rowHeight }: Frame): readonly string[] =>
  chart.rows.map((label, row) =>
    write(label, {
      x: left - 12,
      y: HEAD + row * rowHeight + BAR_HEIGHT - 2,
      more: { 'text-anchor': 'end' },
    }),
  )

/** The chart as an SVG document that stands on light and on dark ground; it has no ground of its own. */
export const drawSvg = (chart: BarChart): string => {
  const frame = frameOf(chart)
  const { language, title, subtitle, notes } = chart
  const bottom = HEAD + chart.rows.length * frame.rowHeight + MARGIN
  const lines = [title, subtitle, ...notes].map((text) => widthOf(text) + 2 * MARGIN)
  const width = Math.max(panelLeft(frame, chart.panels.length), ...lines)
  const height = bottom + 18 * (notes.length + 1)
  const parts = [
    element('title', {}, escapeText(title)),
    element('desc', {}, escapeText([subtitle, ...notes].filter((text) => text !== '').join(' '))),
    write(title, { x: MARGIN, y: 26, more: { 'font-size': 16, 'font-weight': 'bold' } }),
    write(subtitle, { x: MARGIN, y: 45 }),
    ...rowLabels(frame),
    ...chart.panels.flatMap((panel, at) => drawPanel(frame, panel, at)),
    ...drawLegend(frame, bottom),
    ...notes.map((note, at) => write(note, { x: MARGIN, y: bottom + 18 * (at + 1) })),
  ]
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xml:lang': language === 'zh' ? 'zh-CN' : 'en',
    role: 'img',
    width: Math.ceil(width),
    height: Math.ceil(height),
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    'font-family': FONT,
    'font-size': SIZE,
    fill: INK,
  }
  return `${element('svg', root, `\n${parts.filter((part) => part !== '').join('\n')}\n`)}\n`
}
