import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { palettesIn } from './palette.ts'

const TOKENS = path.join(import.meta.dirname, '../../public/styles/tokens.css')
const { light, dark } = palettesIn(readFileSync(TOKENS, 'utf8'))

const channel = (value: number): number =>
  value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a = '', b = ''): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const PAIRS = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'warn-wash'],
  ['ink', 'bad-wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'sheet'],
  ['accent', 'sheet'],
  ['accent', 'accent-wash'],
  ['accent-ink', 'accent'],
  ['seal-ink', 'seal'],
  ['good', 'good-wash'],
  ['warn', 'warn-wash'],
  ['bad', 'bad-wash'],
  ['bad', 'sheet'],
] as const

test.each(PAIRS)('%s on %s can be read on light and dark screens', (text, ground) => {
  expect(contrast(light[text], light[ground])).toBeGreaterThanOrEqual(4.5)
  expect(contrast(dark[text], dark[ground])).toBeGreaterThanOrEqual(4.5)
})

test('the dark palette changes colours only', () => {
  expect(
    palettesIn(
      ':root{--ink:#111111;--seal:#222222} @media (prefers-color-scheme: dark){:root{--ink:#eeeeee}}',
    ),
  ).toEqual({
    light: { ink: '#111111', seal: '#222222' },
    dark: { ink: '#eeeeee', seal: '#222222' },
  })
})
