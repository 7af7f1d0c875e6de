import { decide, type Need, type Situation, situationOf, type Thing } from '@huiqi/engine'
import { evaluateArithmetic } from '../compile/arithmetic.ts'
import { orderedValue } from '../compile/bound-test.ts'
import { countBits } from '../kernel/count-bits.ts'
import { i32At } from '../kernel/read-array.ts'
import { changeSubject, type Restated, thingKindOf } from './change-subject.ts'
import type { States } from './derive-state.ts'
import type { EnterpriseAnswers } from './enterprise-answers.ts'
import { type Subject, statedOf } from './enterprise-facts.ts'
import type { IndexRoom } from './index-room.ts'
import { createFindReasons, type FindReasons } from './leaf-reason.ts'
import { chooseRows, intersectRows, settle } from './match-bits.ts'
import { addUpMoney, createAmountForOne } from './money-of-one.ts'
import { findNearMisses } from './near-miss.ts'
import { findQuestions } from './open-question.ts'

/** The situations of an enterprise: with the thing that a measure is about, or with all its things at once. */
const createSituations = ({ program }: IndexRoom, subject: Subject) => {
  const { rulebook, clock, measures } = program
  const { enterprise, things } = subject
  const made = new Map<string, Situation>()
  const situationWith = (key: string, thing: Thing | null): Situation => {
    const ready = made.get(key) ?? situationOf(rulebook, enterprise, { clock, thing })
    made.set(key, ready)
    return ready
  }
  return {
    ofMeasure: (place: number): Situation => {
      const about = measures[place]?.measure.about ?? 'enterprise'
      const thing = about === 'enterprise' ? null : (things[about] ?? null)
      return situationWith(about, thing)
    },
    ofAll: (): Situation => {
      const all = Object.values(things)
      const facts = Object.assign({}, ...all.map((thing) => thing.facts))
      return situationWith('*', all.length === 0 ? null : { id: 'things', name: '', facts })
    },
  }
}

/** Chooses the rows of all slots for the states in the room. */
const chooseAll = ({ chosen, bitmaps, states }: IndexRoom): void => {
  chosen.possibleCount = 0
  chosen.doubtCount = 0
  for (const of of bitmaps.slots) chooseRows(chosen, of, states)
}

const placesOf = ({ order: { measures, words } }: IndexRoom, bitsAt: (word: number) => number) => {
  const places: number[] = []
  for (let word = 0; word < words; word += 1) {
    let bits = bitsAt(word)
    while (bits !== 0) {
      const lowest = bits & -bits
      bits ^= lowest
      places.push(i32At(measures, (word << 5) + 31 - Math.clz32(lowest)))
    }
  }
  return Int32Array.from(places)
}

const countIn = (bits: Int32Array): number => {
  let sum = 0
  for (let word = 0; word < bits.length; word += 1) sum += countBits(i32At(bits, word))
  return sum
}

/** The answers for one enterprise as they stand, in the room of an index. */
const createHold = (room: IndexRoom, first: Subject) => {
  const { program, readState, chosen, survivors, partial, settling, bits, bitmaps } = room
  const own: States = {
    low: new Int32Array(program.slots.length),
    high: new Int32Array(program.slots.length),
  }
  const holder = {}
  let subject = first
  let situations = createSituations(room, subject)
  let isPartial = false
  let findReasons: FindReasons | null = null

  const read = (slot: number): void => {
    const span = readState(slot, { subject, states: own, situation: situations.ofAll })
    own.low[slot] = span.low
    own.high[slot] = span.high
  }
  const readAll = (): void => {
    for (let slot = 0; slot < program.slots.length; slot += 1) read(slot)
  }
  /** Brings the answers into the room. */
  const enter = (): void => {
    room.states.low.set(own.low)
    room.states.high.set(own.high)
    room.truths.restart()
    room.holder = holder
    chooseAll(room)
  }
  const match = (): void => {
    enter()
    isPartial = false
    intersectRows(bitmaps, chosen, survivors)
    settle(settling, survivors, bits)
  }
  const matchPartly = (changed: ReadonlySet<number>): void => {
    const isHeld = room.holder === holder && isPartial
    enter()
    if (!isHeld) partial.clear()
    isPartial = true
    partial.update(room.states, changed)
    partial.intersect(survivors)
    settle(settling, survivors, bits)
  }
  readAll()
  match()
  return {
    subject: () => subject,
    situations: () => situations,
    findReasons: (): FindReasons => {
      findReasons ??= createFindReasons(room.leaves(), room.truths, situations.ofMeasure)
      return findReasons
    },
    hold: () => {
      if (room.holder !== holder) match()
    },
    change: (need: Need, stated: Restated) => {
      const kind = thingKindOf(program.rulebook, need.fact)
      const isNewThing = kind !== null && subject.things[kind] === undefined
      subject = changeSubject(program.rulebook, subject, { need, stated })
      situations = createSituations(room, subject)
      findReasons = null
      if (isNewThing) {
        readAll()
        match()
        return
      }
      const changed = room.dependentsOf(need.fact, need.year)
      for (const slot of changed) read(slot)
      matchPartly(new Set(changed))
    },
  }
}

/** Answers all measures of an index for an enterprise. */
export const createAnswers = (room: IndexRoom, first: Subject): EnterpriseAnswers => {
  const { program, bits, amounts, truths } = room
  const hold = createHold(room, first)
  const held =
    <Answer>(answer: () => Answer) =>
    (): Answer => {
      hold.hold()
      return answer()
    }
  const certain = (): Int32Array => placesOf(room, (word) => i32At(bits.certain, word))
  const open = (): Int32Array =>
    placesOf(room, (word) => i32At(bits.possible, word) & ~i32At(bits.certain, word))
  const amountForOne = () =>
    createAmountForOne(amounts, {
      truthOf: truths.of,
      situationFor: (measure) => hold.situations().ofMeasure(measure),
      valueOf: (base) =>
        evaluateArithmetic(base, (fact, year) => {
          const stated = statedOf(program.rulebook, hold.subject(), { fact, year })
          return stated === null ? null : orderedValue(stated.value)
        }),
    })
  return {
    subject: hold.subject,
    counts: held(() => ({ certain: countIn(bits.certain), possible: countIn(bits.possible) })),
    certain: held(certain),
    open: held(open),
    money: held(() => addUpMoney(certain(), amountForOne())),
    nearMisses: held(() => findNearMisses(room)),
    questions: held(() =>
      findQuestions(
        {
          program,
          truths,
          situation: hold.situations().ofAll,
          amountFor: amountForOne(),
          amountOf: (measure) => amounts.amounts[measure] ?? null,
          baseOf: (place) => amounts.bases[place] ?? null,
        },
        { open: open(), met: certain() },
      ),
    ),
    reasons: (place) => {
      hold.hold()
      return hold.findReasons()(place)
    },
    explain: (place) => {
      const measure = program.measures[place]?.measure
      if (measure === undefined) throw new RangeError(`no measure ${place}`)
      return decide(measure, hold.situations().ofMeasure(place))
    },
    change: hold.change,
  }
}
