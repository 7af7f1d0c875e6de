/** Keeps each entry once, told apart by its key. */
export const collectOnce = <Entry>(keyOf: (entry: Entry) => string) => {
  const places = new Map<string, number>()
  const entries: Entry[] = []
  const placeOf = (entry: Entry): number => {
    const key = keyOf(entry)
    const place = places.get(key) ?? entries.push(entry) - 1
    places.set(key, place)
    return place
  }
  return { entries, placeOf }
}
