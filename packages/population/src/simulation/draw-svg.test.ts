import { describe, expect, test } from 'vitest'
import type { BarChart } from './bar-chart.ts'
import { drawSvg } from './draw-svg.ts'

const CHART: BarChart = {
  language: 'zh',
  title: '门槛 <2000万元> & 影响',
  subtitle: '按区',
  rows: ['黄浦区', '浦东新区'],
  panels: [
    {
      title: '户数',
      series: [
        { name: '改动前', tone: 'before', values: [10, 0], labels: ['10', '0'] },
        { name: '改动后', tone: 'after', values: [20, null], labels: ['20', '未知'] },
      ],
    },
  ],
  notes: ['合成城市'],
}

const numbersOf = (svg: string, name: string): readonly number[] =>
  [...svg.matchAll(new RegExp(`<rect[^>]* ${name}="([^"]+)" height="12" rx`, 'g'))].map(
    ([, value]) => Number(value),
  )

describe('a chart', () => {
  const svg = drawSvg(CHART)

  test('is drawn as it was', async () => {
    await expect(svg).toMatchFileSnapshot('golden/chart.svg')
  })

  test('has bars in proportion; zero and what is not known have none', () => {
    const [ten, twenty, none] = numbersOf(svg, 'width')
    expect([twenty, none]).toEqual([2 * (ten ?? 0), 0])
    expect(numbersOf(svg, 'width').length).toBe(3)
  })

  test('escapes what markup would eat', () => {
    expect(svg).toContain('门槛 &lt;2000万元&gt; &amp; 影响')
  })

  test('is wide enough for its longest line', () => {
    const long = drawSvg({ ...CHART, notes: ['长'.repeat(200)] })
    expect(Number(/width="(\d+)"/.exec(long)?.[1])).toBeGreaterThan(200 * 13)
  })

  test('without rows or values is a chart all the same', () => {
    expect(drawSvg({ ...CHART, rows: [], panels: [] })).toContain('</svg>')
  })
})

const channel = (value: number): number => {
  const share = value / 255
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16)),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** GitHub's and the terminal's dark grounds are lighter than black. */
const GROUNDS = [['white', 1] as const, ['dark', luminance('#121212')] as const]

describe('the colours', () => {
  const open = {
    ...CHART,
    panels: [{ title: '', series: [{ name: '', tone: 'open', values: [1], labels: [''] }] }],
  } as const
  const fills = new Set(
    [...`${drawSvg(CHART)}${drawSvg(open)}`.matchAll(/#[0-9a-f]{6}/g)].map(([fill]) => fill),
  )

  test.each(GROUNDS)('can be told on a %s ground', (_, ground) => {
    expect(fills.size).toBe(4)
    for (const fill of fills) {
      expect([fill, contrast(luminance(fill), ground) >= 3]).toEqual([fill, true])
    }
    expect(contrast(luminance('#757575'), ground)).toBeGreaterThanOrEqual(4)
  })
})
