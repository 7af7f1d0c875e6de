import type { Exact } from '@huiqi/domain'
import { decide, type Need, type Situation, situationOf, type Thing, usedUpBy } from '@huiqi/engine'
import { type Arithmetic, evaluateArithmetic } from '../compile/arithmetic.ts'
import { orderedValue } from '../compile/bound-test.ts'
import { countBits } from '../kernel/count-bits.ts'
import { i32At } from '../kernel/read-array.ts'
import { changeSubject, plainNeed, type Restated, thingKindOf } from './change-subject.ts'
import { chooseChoices } from './choice-rows.ts'
import { chooseRows, intersectRows } from './chosen-rows.ts'
import type { States } from './derive-state.ts'
import type { EnterpriseAnswers } from './enterprise-answers.ts'
import { type EnterpriseWithThings, safeInteger } from './enterprise-facts.ts'
import type { IndexRoom } from './index-room.ts'
import { createFindReasons, type FindReasons } from './leaf-reason.ts'
import { settle } from './match-bits.ts'
import { addUpMoney, createAmountForOne } from './money-of-one.ts'
import { findNearMisses } from './near-miss.ts'
import { findQuestions, type QuestionContext } from './open-question.ts'

/** The situations of an enterprise: with the thing that a measure is about, or with all its things at once. */
const createSituations = ({ program }: IndexRoom, { enterprise, things }: EnterpriseWithThings) => {
  const { rulebook, clock, measures } = program
  let ofAll: Situation | null = null
  const allThings = (): Thing | null => {
    const [first, ...others] = Object.values(things)
    if (first === undefined || others.length === 0) return first ?? null
    return { ...first, facts: Object.assign({}, ...[first, ...others].map(({ facts }) => facts)) }
  }
  return {
    ofMeasure: (place: number): Situation => {
      const about = measures[place]?.measure.about ?? 'enterprise'
      const thing = about === 'enterprise' ? null : (things[about] ?? null)
      return situationOf(rulebook, enterprise, { clock, thing })
    },
    ofAll: (): Situation => {
      ofAll ??= situationOf(rulebook, enterprise, { clock, thing: allThings() })
      return ofAll
    },
  }
}

/** Chooses the rows of all slots for the states in the room. */
const chooseAll = ({ chosen, bitmaps, states, groups }: IndexRoom): void => {
  chosen.possibleCount = 0
  chosen.doubtCount = 0
  for (const of of bitmaps.slots) chooseRows(chosen, of, states)
  chooseChoices(groups.choices, groups.chosenChoices, states.low)
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
const createHold = (room: IndexRoom, first: EnterpriseWithThings) => {
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

  const readSlots = (slots: Iterable<number>): void => {
    const reading = { subject, states: own, situation: situations.ofAll }
    for (const slot of slots) readState(slot, reading)
  }
  const readAll = (): void => readSlots(program.slots.keys())
  /** Brings the answers into the room. */
  const enter = (): void => {
    room.states.low.set(own.low)
    room.states.high.set(own.high)
    room.truths.restart()
    room.holder = holder
    findReasons = null
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
      if (findReasons === null) {
        const { table, truths } = room.leaves()
        truths.restart()
        findReasons = createFindReasons(table, truths, situations.ofAll)
      }
      return findReasons
    },
    hold: () => {
      if (room.holder !== holder) match()
    },
    change: (asked: Need, stated: Restated) => {
      const need = plainNeed(program.rulebook, asked)
      const before = subject
      subject = changeSubject(program.rulebook, subject, { need, stated })
      if (subject === before) return
      const kind = thingKindOf(program.rulebook, need.fact)
      const isNewThing = kind !== null && before.things[kind] === undefined
      situations = createSituations(room, subject)
      if (isNewThing) {
        readAll()
        match()
        return
      }
      const changed = room.dependentsOf(need.fact, need.year)
      readSlots(changed)
      matchPartly(new Set(changed))
    },
  }
}

/** Answers all measures of an index for an enterprise. */
export const createAnswers = (room: IndexRoom, first: EnterpriseWithThings): EnterpriseAnswers => {
  const { program, bits, truths } = room
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
  const baseValueOf = (base: Arithmetic): Exact | null =>
    evaluateArithmetic(base, (fact) => {
      const stated = room.statedOf(hold.subject(), fact)
      return stated === null ? null : orderedValue(stated.value)
    })
  const amountForOne = () => {
    const situation = hold.situations().ofAll
    return createAmountForOne(room.amounts(), {
      truthOf: truths.of,
      situation,
      valueOf: baseValueOf,
    })
  }
  const figuresOfBases = () => {
    const { bases } = room.amounts()
    const known = new Map<number, number | null>()
    return (place: number): number | null => {
      const ready = known.get(place)
      if (ready !== undefined) return ready
      const base = bases[place]
      const value = base === undefined ? null : baseValueOf(base)
      const figure = value === null ? Number.NaN : safeInteger(value)
      known.set(place, figure)
      return figure
    }
  }
  const isUsedUp = (): QuestionContext['isUsedUp'] => {
    const { enterprise } = hold.subject()
    if (enterprise.awards.length === 0) return () => false
    return (place) => {
      const measure = program.measures[place]?.measure
      if (measure === undefined) return false
      return usedUpBy(program.rulebook, measure, { enterprise, clock: program.clock }).length > 0
    }
  }
  return {
    subject: hold.subject,
    counts: held(() => ({ certain: countIn(bits.certain), possible: countIn(bits.possible) })),
    certain: held(certain),
    open: held(open),
    money: held(() => addUpMoney(certain(), amountForOne())),
    nearMisses: held(() => findNearMisses({ ...room, entangled: room.entangled() })),
    questions: held(() =>
      findQuestions({
        ...room,
        stakes: room.stakes(),
        subject: hold.subject(),
        situation: hold.situations().ofAll(),
        amountFor: amountForOne(),
        figureOfBase: figuresOfBases(),
        isUsedUp: isUsedUp(),
      }),
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
