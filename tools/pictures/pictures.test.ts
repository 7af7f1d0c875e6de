import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../repository.ts'
import { PICTURED } from './pages.ts'
import { listPicturesShown } from './pictures-shown.ts'

const FOLDER = path.join(ROOT, 'docs', 'pictures')
const MEGABYTE = 1024 * 1024

test('the documents show the pictures that are there, and no picture lies there unseen', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(listPicturesShown())
})

test('each of the main pages is shown in both languages', () => {
  const wanted = PICTURED.flatMap(({ name }) => [`${name}.zh.webp`, `${name}.en.webp`])
  expect(wanted.filter((name) => !listPicturesShown().includes(name))).toEqual([])
})

test('together they are small', () => {
  const bytes = readdirSync(FOLDER).reduce(
    (sum, name) => sum + statSync(path.join(FOLDER, name)).size,
    0,
  )
  expect(bytes).toBeLessThan(2.5 * MEGABYTE)
})
