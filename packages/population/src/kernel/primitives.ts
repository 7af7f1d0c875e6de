/**
 * The few operations on rows of bits that a population run is made of. A row has one bit for each
 * enterprise of a block; rows, codes and lists stand in one memory and are named by their address in
 * bytes. Rows start at multiples of 16.
 */
export interface Primitives {
  readonly memory: { readonly buffer: ArrayBuffer }
  /** `target = a & b`; whether any bit is set, as 1 or 0. */
  readonly and: (target: number, a: number, b: number) => number
  /** `target = a | b` */
  readonly or: (target: number, a: number, b: number) => void
  /** `target = a & ~b` */
  readonly without: (target: number, a: number, b: number) => void
  /** `target` becomes the union of the rows whose addresses stand from `list` to `end`. */
  readonly unite: (target: number, list: number, end: number) => void
  /** The same for pairs of addresses: the union of what the first row of each has and the second has not. */
  readonly uniteWithout: (target: number, list: number, end: number) => void
  /** How many bits are set in `a & b`. */
  readonly count: (a: number, b: number) => number
  /**
   * Narrows a row to what is certain, by the addresses in the list from `list` to `end`: a plain one is
   * taken away, one with its lowest bit set is intersected. Writes the certain row and gives the number of
   * bits of `row` times 65,536 plus the number of certain bits.
   */
  readonly narrow: (row: number, list: number, end: number) => number
  /** Sets bit i of the row `rows + width * codes[i]` for each of `count` two-byte codes. */
  readonly scatter16: (codes: number, count: number, rows: number) => void
  /**
   * Writes for each of `count` 32-bit integers how many ascending bounds it has passed, as two-byte
   * numbers. At `plan` stand the missing value and the value of `never` as doubles, the number of bounds
   * and the address of the result as 32-bit integers, then the bounds as doubles. A missing value gives the
   * number of bounds plus one, `never` gives 0. Up to three numbers more may be read and written.
   */
  readonly bins32: (values: number, count: number, plan: number) => void
  /** The same for doubles. */
  readonly bins64: (values: number, count: number, plan: number) => void
  /**
   * Writes for each of `count` bytes the two-byte number that a table gives it. At `plan` stands the address
   * of the result as a 32-bit integer, eight bytes further the table.
   */
  readonly lookup8: (values: number, count: number, plan: number) => void
  /** The same for two-byte numbers. */
  readonly lookup16: (values: number, count: number, plan: number) => void
  /** Of `count` neighbouring rows each takes up all the rows after it. */
  readonly accumulate: (rows: number, count: number) => void
  /**
   * Adds up `value * factor / divisor` brought down to a whole number and to whole steps, at least `floor`
   * and at most `cap`, for the rows whose bits are set; `values` has a double for each row of the block,
   * NaN where it is open. At `plan` stand the five figures as doubles; there the sum is written as a double,
   * then the counts of rows with and without a value as 32-bit integers.
   */
  readonly addScaled: (row: number, values: number, plan: number) => void
  /** Writes the places of the set bits as two-byte numbers; gives how many. */
  readonly list: (row: number, target: number) => number
}

/** What primitives are made for. */
export interface PrimitiveSize {
  /** Bytes of a row, a multiple of 32. */
  readonly rowBytes: number
  /** Where `narrow` writes the certain row. */
  readonly certainRow: number
  /** Bytes of memory. */
  readonly bytes: number
}
