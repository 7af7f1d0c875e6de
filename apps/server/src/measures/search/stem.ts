const VOWEL = /[aeiouy]/

const withoutPlural = (word: string): string => {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}

const mended = (stem: string): string => (/([^aeioulsz])\1$/.test(stem) ? stem.slice(0, -1) : stem)

const withoutEnding = (word: string): string => {
  const ending = /(?:ing|ed)$/.exec(word)
  if (ending === null) return word
  const stem = word.slice(0, ending.index)
  return stem.length > 2 && VOWEL.test(stem) ? mended(stem) : word
}

const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/i[sz]ations?$/, 'i'],
  [/i[sz]e?$/, 'i'],
  [/ations?$/, ''],
  [/ate$/, ''],
  [/er$/, ''],
  [/y$/, 'i'],
  [/e$/, ''],
]

const LEAST = 3

/**
 * The stem of an English word in small letters, so that computing, computed and computer meet compute.
 * Steps 1 and 5 of Porter's method with the endings -ation, -ise and -er; only for searching, never shown.
 */
export const stemOf = (word: string): string => {
  if (word.length <= LEAST || !/^[a-z]+$/.test(word)) return word
  const base = withoutEnding(withoutPlural(word))
  for (const [suffix, put] of SUFFIXES) {
    const stem = base.replace(suffix, put)
    if (stem !== base && stem.length >= LEAST) return stem
  }
  return base
}
