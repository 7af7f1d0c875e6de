import type { LeafTrace } from '@huiqi/engine'
import { isYesOrNo, type Reader, showFormula, showNeed, showTests } from '@huiqi/wording'

/** The name of what a leaf looks at; of a yearly fact with the year it means. */
export const subjectOf = (reader: Reader, { leaf, why, resolved }: LeafTrace): string => {
  const { reference } = leaf
  if (reference.kind === 'formula') return showFormula(reader, reference.formula)
  const asked = [...why.missing, ...why.reviews, ...resolved.uses]
  const same = asked.find(({ fact }) => fact === reference.fact)
  return showNeed(reader, same ?? { fact: reference.fact, year: null })
}

/** The comparison of a leaf in the words of the law: `R&D ratio 2024: at least 3%`; null for a yes or no. */
export const comparisonOf = (
  reader: Reader,
  leaf: LeafTrace,
): { readonly subject: string; readonly asks: string } | null =>
  isYesOrNo(reader, leaf)
    ? null
    : { subject: subjectOf(reader, leaf), asks: showTests(reader, leaf) }
