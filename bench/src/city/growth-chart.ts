import { type BarPanel, drawSvg } from '@huiqi/population'
import type { CityFigures, CountFigures } from './figures.ts'
import { showCount } from './show-figure.ts'

const panel = (
  title: string,
  runs: readonly CountFigures[],
  sizeOf: (run: CountFigures) => number,
): BarPanel => ({
  title,
  series: [
    {
      name: 'seconds, three-valued counts for every measure',
      tone: 'after',
      values: runs.map(({ ms }) => ms.median),
      labels: runs.map(
        (run) => `${(run.ms.median / 1000).toFixed(2)} s · ${showCount(sizeOf(run))}`,
      ),
    },
  ],
})

/** How the time grows with rows and with measures, as an SVG document. */
export const growthChart = ({ measuredOn, machine, city, growth }: CityFigures): string =>
  drawSvg({
    language: 'en',
    title: 'Every entity against every measure',
    subtitle: `${showCount(city.rows)} generated entities, ${showCount(city.measures)} synthetic measures`,
    rows: ['¼', '½', '1'],
    panels: [
      panel(`Rows, with ${showCount(city.measures)} measures`, growth.byRows, ({ rows }) => rows),
      panel(
        `Measures, with ${showCount(city.rows)} rows`,
        growth.byMeasures,
        ({ measures }) => measures,
      ),
    ],
    notes: [
      `${measuredOn}; ${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, Node ${machine.node}`,
    ],
  })
