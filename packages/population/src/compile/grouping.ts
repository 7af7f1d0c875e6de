import { ONE } from '@huiqi/domain'
import { codeLineage, type Rulebook } from '@huiqi/engine'
import { type BoundTest, spanTest } from './bound-test.ts'
import type { CompileContext } from './compile-context.ts'
import { below } from './cut.ts'
import { type CodeDomain, type Domain, truthsOf } from './domain.ts'
import { addTest, type Draft, type DraftBook } from './draft.ts'
import type { Slot, SlotTruths } from './slot.ts'

/** By what counts are broken down: codes of a fact, the top of their hierarchy, or the rung of a ladder held. */
export type Grouping =
  | { readonly kind: 'code' | 'top-code'; readonly fact: string }
  | { readonly kind: 'ladder'; readonly ladder: string }

/** District, size class, industry section and tier of Shanghai's vocabulary. */
export const CITY_GROUPINGS: readonly Grouping[] = [
  { kind: 'code', fact: 'enterprise.district' },
  { kind: 'code', fact: 'enterprise.size_class' },
  { kind: 'top-code', fact: 'enterprise.industry' },
  { kind: 'ladder', ladder: 'tier' },
]

/** How each row finds its label: by the state of a slot, or the highest rung that is certainly held. */
export type LabelRule =
  | { readonly kind: 'states'; readonly slot: number; readonly labels: Uint8Array }
  | { readonly kind: 'rungs'; readonly rungs: readonly SlotTruths[] }

/** A grouping with its labels: the first stands for rows that cannot be told, for a ladder the second for no rung. */
export interface CompiledGrouping {
  readonly grouping: Grouping
  readonly labels: readonly (string | null)[]
  readonly rule: LabelRule
}

/** A ladder label for those who hold none of its rungs. */
export const NO_RUNG = 'none'

/** A grouping whose comparisons are noted. */
export interface GroupingDraft {
  readonly grouping: Grouping
  readonly labels: readonly (string | null)[]
  readonly drafts: readonly Draft[]
}

const codesOf = ({ facts, codeLists }: Rulebook, fact: string): readonly string[] => {
  const list = facts.get(fact)?.codes
  return list == null ? [] : (codeLists.get(list)?.list.codes.map(({ code }) => code) ?? [])
}

const draftCodes = (
  { rulebook }: CompileContext,
  book: DraftBook,
  grouping: Extract<Grouping, { fact: string }>,
): GroupingDraft => {
  const { kind, fact } = grouping
  const draft = book.ofFact(fact, null, 'group')
  const listed = codesOf(rulebook, fact)
  const isTop = (code: string): boolean => draft.index?.ancestors.get(code)?.length === 0
  const codes = kind === 'code' ? listed : listed.filter(isTop)
  for (const code of codes) {
    addTest(draft, {
      kind: 'member',
      values: [code],
      hasDescendants: kind === 'top-code',
      isNegated: false,
    })
  }
  return { grouping, labels: [null, ...codes], drafts: [draft] }
}

const HELD: BoundTest = spanTest({ from: below(ONE) })

const draftLadder = (
  { rulebook }: CompileContext,
  book: DraftBook,
  grouping: Extract<Grouping, { ladder: string }>,
): GroupingDraft => {
  const ladder = rulebook.corpus.ladders.find(({ id }) => id === grouping.ladder)
  if (!ladder) throw new RangeError(`unknown ladder: ${grouping.ladder}`)
  const drafts = ladder.rungs.map(({ held }) => {
    const draft = book.ofFact(held, null, 'value')
    addTest(draft, HELD)
    return draft
  })
  return { grouping, labels: [null, NO_RUNG, ...ladder.rungs.map(({ id }) => id)], drafts }
}

/** Notes what a grouping compares. Throws RangeError on an unknown fact or ladder. */
export const draftGrouping = (
  context: CompileContext,
  book: DraftBook,
  grouping: Grouping,
): GroupingDraft =>
  grouping.kind === 'ladder'
    ? draftLadder(context, book, grouping)
    : draftCodes(context, book, grouping)

const topOf = ({ index }: CodeDomain, code: string): string =>
  (index === null ? code : codeLineage(index, code).at(-1)) ?? code

/** The label of the codes that a value may be; null when they differ. */
const commonLabel = (
  domain: CodeDomain,
  grouping: Grouping,
  codes: readonly string[],
): string | null => {
  const labels = new Set(
    codes.map((code) => (grouping.kind === 'top-code' ? topOf(domain, code) : code)),
  )
  const [label = null] = labels
  return labels.size === 1 ? label : null
}

const labelsOfStates = (domain: Domain, { grouping, labels }: GroupingDraft): Uint8Array => {
  if (domain.kind !== 'codes') throw new TypeError('a grouping needs codes')
  const placeOf = (codes: readonly string[]): number =>
    Math.max(0, labels.indexOf(commonLabel(domain, grouping, codes)))
  return Uint8Array.from([
    ...domain.classes.samples.map((code) => (code === null ? 0 : placeOf([code]))),
    ...domain.narrowed.map(placeOf),
    0,
  ])
}

/** A grouping over finished slots. */
export const finishGrouping = (slots: readonly Slot[], draft: GroupingDraft): CompiledGrouping => {
  const { grouping, labels, drafts } = draft
  const found = drafts.map(({ place }) => {
    const slot = slots[place]
    if (!slot) throw new RangeError(`no slot ${place}`)
    return slot
  })
  const [first] = found
  if (grouping.kind !== 'ladder' && first) {
    const states = { slot: first.place, labels: labelsOfStates(first.domain, draft) }
    return { grouping, labels, rule: { kind: 'states', ...states } }
  }
  const rungs = found.map(({ place, domain }) => ({ slot: place, truths: truthsOf(domain, HELD) }))
  return { grouping, labels, rule: { kind: 'rungs', rungs } }
}
