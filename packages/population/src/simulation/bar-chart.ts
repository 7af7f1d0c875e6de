import type { Language } from '@huiqi/domain'

/** What a bar stands for; it settles the colour. */
export type BarTone = 'before' | 'after' | 'open'

/** Values of one kind, one for each row of the chart; null leaves a gap. */
export interface BarSeries {
  readonly name: string
  readonly tone: BarTone
  readonly values: readonly (number | null)[]
  /** What is written beside each bar. */
  readonly labels: readonly string[]
}

/** One measured quantity with a scale of its own. */
export interface BarPanel {
  readonly title: string
  readonly series: readonly BarSeries[]
}

/** Horizontal bars: rows with a label each, panels side by side. All texts are in one language. */
export interface BarChart {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly rows: readonly string[]
  readonly panels: readonly BarPanel[]
  /** Said below the bars. */
  readonly notes: readonly string[]
}
