/** One text of an entry and how much a word in it counts. */
export interface WeighedWords {
  readonly words: readonly string[]
  readonly weight: number
}

/** Where a word stands: places in order, with the best weight at each. */
export interface Postings {
  readonly places: Int32Array
  readonly weights: Uint8Array
}

/** Which entries have which words, word after word: it can be kept and read again. */
export interface WordTable {
  readonly count: number
  readonly words: readonly string[]
  /** Where the list of each word begins in `places` and `weights`; one more than there are words. */
  readonly starts: Int32Array
  readonly places: Int32Array
  readonly weights: Uint8Array
}

/** A table to look words up in. */
export interface WordIndex {
  readonly count: number
  readonly postingsOf: (word: string) => Postings | null
}

interface Growing {
  values: Int32Array
  length: number
}

const push = (list: Growing, value: number): void => {
  if (list.length === list.values.length) {
    const wider = new Int32Array(list.values.length * 2)
    wider.set(list.values)
    list.values = wider
  }
  list.values[list.length] = value
  list.length += 1
}

const best = (texts: readonly WeighedWords[]): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>()
  for (const { words, weight } of texts) {
    for (const word of words) {
      if ((weights.get(word) ?? 0) < weight) weights.set(word, weight)
    }
  }
  return weights
}

const FIRST_SIZE = 65_536

interface Gathered {
  readonly words: ReadonlyMap<string, number>
  readonly wordAt: Growing
  readonly weightAt: Growing
  /** Where the words of each entry end. */
  readonly ends: Int32Array
}

const gather = (count: number, textsOf: (place: number) => readonly WeighedWords[]): Gathered => {
  const words = new Map<string, number>()
  const wordAt: Growing = { values: new Int32Array(FIRST_SIZE), length: 0 }
  const weightAt: Growing = { values: new Int32Array(FIRST_SIZE), length: 0 }
  const ends = new Int32Array(count)
  for (let place = 0; place < count; place += 1) {
    for (const [word, weight] of best(textsOf(place))) {
      const id = words.get(word) ?? words.size
      if (id === words.size) words.set(word, id)
      push(wordAt, id)
      push(weightAt, weight)
    }
    ends[place] = wordAt.length
  }
  return { words, wordAt, weightAt, ends }
}

/** Where the list of each word begins, and at the end where the last one ends. */
const startsOf = ({ words, wordAt }: Gathered): Int32Array => {
  const starts = new Int32Array(words.size + 1)
  for (let at = 0; at < wordAt.length; at += 1) {
    const next = (wordAt.values[at] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let id = 0; id < words.size; id += 1) {
    starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  }
  return starts
}

const sortByWord = ({ wordAt, weightAt, ends }: Gathered, starts: Int32Array): Postings => {
  const places = new Int32Array(wordAt.length)
  const weights = new Uint8Array(wordAt.length)
  const filled = starts.slice()
  let place = 0
  for (let at = 0; at < wordAt.length; at += 1) {
    while (at >= (ends[place] ?? 0)) place += 1
    const id = wordAt.values[at] ?? 0
    const to = filled[id] ?? 0
    places[to] = place
    weights[to] = weightAt.values[at] ?? 0
    filled[id] = to + 1
  }
  return { places, weights }
}

/** Tabulates so many entries; the words of each are asked for once. */
export const tabulateWords = (
  count: number,
  textsOf: (place: number) => readonly WeighedWords[],
): WordTable => {
  const gathered = gather(count, textsOf)
  const starts = startsOf(gathered)
  const { places, weights } = sortByWord(gathered, starts)
  return { count, words: [...gathered.words.keys()], starts, places, weights }
}

/** Looks words up in a table. */
export const indexWords = ({ count, words, starts, places, weights }: WordTable): WordIndex => {
  const ids = new Map(words.map((word, id) => [word, id]))
  return {
    count,
    postingsOf: (word) => {
      const id = ids.get(word)
      if (id === undefined) return null
      const [from, to] = [starts[id] ?? 0, starts[id + 1] ?? 0]
      return { places: places.subarray(from, to), weights: weights.subarray(from, to) }
    },
  }
}
