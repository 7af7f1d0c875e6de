import { expect, test } from 'vitest'
import { atOnce, inSlices, type Steps } from './in-slices.ts'

const STEP_MS = 3
const STEPS = 40

function* counting(): Steps<number> {
  for (let step = 0; step < STEPS; step += 1) {
    for (const begun = performance.now(); performance.now() - begun < STEP_MS; );
    yield
  }
  return STEPS
}

test('others get their turn between the slices', async () => {
  let turns = 0
  let isOver = false
  const take = (): void => {
    turns += 1
    if (!isOver) setImmediate(take)
  }
  setImmediate(take)
  expect(await inSlices(counting())).toBe(STEPS)
  isOver = true
  expect(turns).toBeGreaterThan(5)
})

test('at once nobody else has a turn', () => {
  let turns = 0
  setImmediate(() => {
    turns += 1
  })
  expect(atOnce(counting())).toBe(STEPS)
  expect(turns).toBe(0)
})

test('what goes wrong in a step is told', async () => {
  function* failing(): Steps<void> {
    yield
    throw new RangeError('a step')
  }
  await expect(inSlices(failing())).rejects.toThrow('a step')
})
