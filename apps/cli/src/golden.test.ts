import { describe, expect, test } from 'vitest'
import { example, runCaptured } from './run-captured.fixture.ts'

const PAGES: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['match-little-giant', ['match', example('precision-instruments.yaml')]],
  ['match-little-giant-all', ['match', example('precision-instruments.yaml'), '--all']],
  ['match-vouchers', ['match', example('compute-renter.yaml')]],
  ['match-little-known', ['match', example('young-software.yaml')]],
  ['match-csv', ['match', example('workshop.csv')]],
  [
    'explain-met',
    ['explain', example('first-four-above.yaml'), 'four-above-rd-reward', '--as-of', '2023-09-15'],
  ],
  ['explain-unmet', ['explain', example('renovation.yaml'), 'technical-renovation']],
  ['explain-unknown', ['explain', example('sensor-maker.yaml'), '2022-tier/specialised-sme']],
  ['explain-automatic', ['explain', example('bearing-plant.json'), 'annual-entry-growth-award']],
  [
    'explain-three-contracts',
    ['explain', example('compute-renter.yaml'), '2025-ai-vouchers/compute-voucher'],
  ],
  ['explain-service', ['explain', example('renovation.yaml'), 'digital-diagnosis']],
  ['explain-not-in-force', ['explain', example('renovation.yaml'), '2026-tier/little-giant']],
  ['ladder', ['ladder', example('sensor-maker.yaml')]],
  ['measures-automatic', ['measures', '--delivery', 'automatic']],
  ['measure', ['measures', 'annual-entry-growth-award']],
  ['measure-excluding', ['measures', '2025-ai-vouchers/compute-voucher']],
  ['measure-with-window', ['measures', 'technology-sme']],
  ['facts', ['facts', 'R&D']],
  ['fact', ['facts', 'enterprise.rd_spending']],
  ['help', ['--help']],
  ['help-measures', ['measures', '--help']],
  ['help-city', ['city', '--help']],
  ['help-city-generate', ['city', 'generate', '--help']],
  ['help-city-info', ['city', 'info', '--help']],
  ['help-city-import', ['city', 'import', '--help']],
  ['help-city-export', ['city', 'export', '--help']],
  ['help-simulate', ['simulate', '--help']],
]

describe.each(['zh', 'en'] as const)('the pages in %s (npm run golden:update)', (language) => {
  test.each(PAGES)('%s', async (name, args) => {
    const { out, err, code } = await runCaptured(args, { language })
    expect({ err, code }).toEqual({ err: '', code: 0 })
    await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
  })
})
