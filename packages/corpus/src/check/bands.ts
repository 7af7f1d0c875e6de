import type { Guard } from '@huiqi/engine'
import type { Vocabulary } from '../lower/vocabulary.ts'
import type { Surrounding } from './conditions.ts'
import { type GuardRegion, regionOfGuard } from './guard-region.ts'
import { complement, isEmpty, isInside, meet, type Region } from './region.ts'

/** The values for which all guards of one band hold, by left-hand side. */
interface Box {
  readonly sides: ReadonlyMap<string, GuardRegion>
  /** Whether the box says exactly when the band applies. */
  readonly isExact: boolean
}

const boxOf = (vocabulary: Vocabulary, guards: readonly Guard[]): Box => {
  const sides = new Map<string, GuardRegion>()
  let isExact = true
  for (const guard of guards) {
    const side = regionOfGuard(vocabulary, guard)
    isExact &&= side?.isExact ?? false
    if (side === null) continue
    const earlier = sides.get(side.key)
    const region = earlier === undefined ? side.region : meet(earlier.region, side.region)
    sides.set(side.key, { ...side, region })
  }
  return { sides, isExact }
}

const possible = (box: Box, side: GuardRegion, around: Surrounding): Region => {
  const own = box.sides.get(side.key)?.region ?? side.whole
  const held = around.get(side.key)?.region
  return held === undefined ? own : meet(own, held)
}

const covers = (earlier: Box, box: Box, around: Surrounding): boolean =>
  earlier.isExact &&
  [...earlier.sides.values()].every((side) =>
    isInside(possible(box, side, around), side.region, side.whole),
  )

const coveredTogether = (earlier: readonly Box[], box: Box, around: Surrounding): boolean => {
  const left = new Map<string, Region>()
  for (const { sides, isExact } of earlier) {
    const [side] = sides.values()
    if (!isExact || sides.size !== 1 || side === undefined) continue
    const rest = left.get(side.key) ?? possible(box, side, around)
    left.set(side.key, meet(rest, complement(side.region, side.whole)))
  }
  return [...left.values()].some(isEmpty)
}

/** The positions of bands that can never be the first whose guards hold. */
export const unreachableBands = (
  vocabulary: Vocabulary,
  bands: readonly (readonly Guard[])[],
  around: Surrounding,
): readonly number[] => {
  const boxes = bands.map((guards) => boxOf(vocabulary, guards))
  return boxes.flatMap((box, place) => {
    const earlier = boxes.slice(0, place)
    const isImpossible = [...box.sides.values()].some((side) =>
      isEmpty(possible(box, side, around)),
    )
    const isCovered =
      earlier.some((other) => covers(other, box, around)) || coveredTogether(earlier, box, around)
    return isImpossible || isCovered ? [place] : []
  })
}
