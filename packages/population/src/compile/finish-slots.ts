import { classifyCodes } from './code-classes.ts'
import type { CompileContext } from './compile-context.ts'
import { compareCuts } from './cut.ts'
import type { Domain } from './domain.ts'
import type { Draft } from './draft.ts'
import { finishDerivation } from './finish-derivation.ts'
import type { Slot } from './slot.ts'
import type { Steps } from './steps.ts'

const codesOf = ({ index, narrowed }: Draft): readonly string[] => [
  ...(index?.list.codes.map(({ code }) => code) ?? []),
  ...narrowed.flat(),
]

const domainOf = (draft: Draft): Domain => {
  const { type, cuts, members, index, narrowed } = draft
  if (type === 'code') {
    const classes = classifyCodes([...members.values()], index, codesOf(draft))
    return { kind: 'codes', classes, narrowed, index }
  }
  return {
    kind: 'ordered',
    cuts: [...cuts.values()].sort(compareCuts),
    hasNever: type === 'date',
    isRanged: draft.isRanged,
  }
}

/** Slots of drafts whose comparisons are all known; derivations only read slots with a smaller place. */
export function* finishingSlots(
  context: CompileContext,
  drafts: readonly Draft[],
): Steps<readonly Slot[]> {
  const domains: Domain[] = []
  for (const draft of drafts) {
    domains.push(domainOf(draft))
    yield
  }
  const slots: Slot[] = []
  for (const [place, draft] of drafts.entries()) {
    slots.push({
      place,
      key: draft.key,
      source: draft.source,
      type: draft.type,
      domain: domains[place] ?? domainOf(draft),
      derivation: finishDerivation(context, domains, draft),
    })
    yield
  }
  return slots
}
