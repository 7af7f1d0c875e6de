import { setTimeout as wait } from 'node:timers/promises'
import { inTurn, measure, type Shot } from './load.ts'
import type { RunningService } from './running-service.ts'
import type { Scenario } from './scenarios.ts'
import { type Reading, slopeOf } from './slope.ts'

/** What a long load of all kinds of requests left behind. */
export interface Soaked {
  readonly minutes: number
  readonly requests: number
  /** Megabytes after a collection. */
  readonly heap: readonly Reading[]
  /** Megabytes that the process takes of the machine. */
  readonly resident: readonly Reading[]
  readonly failures: Readonly<Record<string, number>>
}

const MEGABYTE = 2 ** 20
const READINGS_AT_LEAST = 12
const READ_EVERY_MS = 15_000

/** All kinds of requests in turn, with readings of the heap beside them. */
export const soak = async (
  service: RunningService,
  scenarios: readonly Scenario[],
  { users, minutes }: { readonly users: number; readonly minutes: number },
): Promise<Soaked> => {
  const heap: Reading[] = []
  const resident: Reading[] = []
  const pauseMs = Math.min(READ_EVERY_MS, (minutes * 60_000) / READINGS_AT_LEAST)
  const begun = performance.now()
  let isOver = false
  const read = async (): Promise<void> => {
    while (!isOver) {
      const { heapBytes, residentBytes } = await service.readMemory()
      const minute = (performance.now() - begun) / 60_000
      heap.push({ minute, value: heapBytes / MEGABYTE })
      resident.push({ minute, value: residentBytes / MEGABYTE })
      await wait(pauseMs)
    }
  }
  const turns = scenarios.map(({ shots }) => inTurn(shots))
  const nextShot = (count: number): Shot => {
    const turn = turns[count % turns.length] ?? inTurn([])
    return turn(Math.floor(count / turns.length))
  }
  const reading = read()
  const load = { address: service.address, users, seconds: minutes * 60, nextShot }
  const { requests, failures } = await measure(load)
  isOver = true
  await reading
  return { minutes, requests, heap, resident, failures }
}

/** The readings after the first third, in which caches fill. */
const settled = ({ minutes }: Soaked, readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ minute }) => minute >= minutes / 3)

/** Megabytes a minute by which the heap grows once its caches are full. */
export const growthOf = (soaked: Soaked): number => slopeOf(settled(soaked, soaked.heap))

/** A soak in words. */
export const tellSoak = (soaked: Soaked): string => {
  const { minutes, requests, heap, resident, failures } = soaked
  const tell = (readings: readonly Reading[]): string => {
    const kept = settled(soaked, readings)
    const [first = 0, last = 0] = [kept[0], kept.at(-1)].map((each) => each?.value ?? 0)
    return `${first.toFixed(1)} → ${last.toFixed(1)} MB, ${slopeOf(kept).toFixed(3)} MB a minute`
  }
  return [
    `${minutes} minutes of all requests in turn: ${requests.toLocaleString('en-US')} requests, failures ${JSON.stringify(failures)}.`,
    `After the first third, heap after collection ${tell(heap)};`,
    `resident ${tell(resident)}.`,
  ].join(' ')
}
