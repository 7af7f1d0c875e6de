/** Evenly spaced entries of a list, at most so many, the first included. */
export const sampleEvenly = <Entry>(entries: ArrayLike<Entry>, most: number): readonly Entry[] => {
  const count = Math.min(most, entries.length)
  const places = Array.from({ length: count }, (_, at) => Math.floor((at * entries.length) / count))
  return places.flatMap((place) => {
    const entry = entries[place]
    return entry === undefined ? [] : [entry]
  })
}
