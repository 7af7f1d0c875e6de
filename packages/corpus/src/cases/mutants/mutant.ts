/** A small wrong change of a rule: what was changed, where, and the rule so changed. */
export interface Mutant<T> {
  readonly what: string
  /** Place inside the entry, such as `eligible.all[2]`. */
  readonly path: string
  readonly value: T
}

/** The same mutants inside a larger whole. */
export const inside = <Part, Whole>(
  mutants: readonly Mutant<Part>[],
  build: (part: Part) => Whole,
): readonly Mutant<Whole>[] =>
  mutants.map(({ what, path, value }) => ({ what, path, value: build(value) }))

/** Lists in which one entry is changed. */
export const eachChanged = <Entry>(
  entries: readonly Entry[],
  change: (entry: Entry, index: number) => readonly Mutant<Entry>[],
): readonly Mutant<readonly Entry[]>[] =>
  entries.flatMap((entry, index) =>
    inside(change(entry, index), (changed) => entries.with(index, changed)),
  )

/** Lists in which one entry is missing. */
export const eachDropped = <Entry>(
  entries: readonly Entry[],
  at: { readonly path: string; readonly what: (entry: Entry, index: number) => string },
): readonly Mutant<readonly Entry[]>[] =>
  entries.map((entry, index) => ({
    what: `drop ${at.what(entry, index)}`,
    path: at.path,
    value: entries.toSpliced(index, 1),
  }))
