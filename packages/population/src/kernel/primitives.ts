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
  /**
   * Two unions at once for triples of addresses: `possible` becomes that of their first rows, the row whose
   * address stands before them that of what their second rows have and their third ones have not.
   */
  readonly uniteBoth: (possible: number, list: number, end: number) => void
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
   * Writes for each of `count` two-byte numbers how many ascending bounds it has passed, as two-byte numbers.
   * At `plan` stands what `writeBinPlan` writes. A missing value gives the number of bounds plus one, `never`
   * gives 0. Up to three numbers more may be read and written.
   */
  readonly bins16: (values: number, count: number, plan: number) => void
  /** The same for 32-bit integers. */
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
  /**
   * Numbers with how far each may be off stand in a vector: a double for each row of a block, NaN where it
   * is open, then the errors as doubles; safe whole numbers have none. Writes `count` stored 32-bit
   * integers as they are worth. At `plan` stand as doubles the missing value, the value of `never`, the
   * worth of one and the relative error, 0 for whole numbers, then the address of the vector as a 32-bit
   * integer. Up to one number more may be read and written.
   */
  readonly worth32: (stored: number, count: number, plan: number) => void
  /** The same for doubles. */
  readonly worth64: (stored: number, count: number, plan: number) => void
  /**
   * `target = target operation right` for whole vectors, the operation by its place in `OPERATIONS`: open
   * where one of them is or the divisor is zero.
   */
  readonly combine: (operation: number, target: number, right: number) => void
  /** Takes from another vector what is open. Up to one number more may be read and written. */
  readonly fillOpen: (target: number, other: number, count: number) => void
  /**
   * As `bins64` for a vector, by a plan with slacks, which say how far each bound may be off.
   * Writes `UNSURE_STATE` where a value is so near to a bound that doubles cannot tell; gives how many.
   */
  readonly binsNear: (values: number, count: number, plan: number) => number
  /**
   * `target = target * width + table[given]` for two-byte numbers. At `plan` stand as 32-bit integers how
   * many there are and the width, then the table.
   */
  readonly mix16: (target: number, given: number, plan: number) => void
  /**
   * Sets for each of `count` bytes its bit in the rows of the bounds that it has passed. At `plan` stand as
   * 32-bit integers the missing value, the value of `never`, the number of bounds, the address of the row
   * of the first bound, then the bounds. The other rows follow the first, last that of missing values, which
   * count as having passed all bounds; `never` has passed none. Up to fifteen more may be read and written.
   */
  readonly scan8: (stored: number, count: number, plan: number) => void
  /** The same for two-byte numbers. */
  readonly scan16: (stored: number, count: number, plan: number) => void
  /** The same for 32-bit integers. */
  readonly scan32: (stored: number, count: number, plan: number) => void
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

/** The operations that `combine` knows, by their places. */
export const OPERATIONS = ['sum', 'difference', 'product', 'quotient'] as const

/** Stands for a state that only exact arithmetic can tell. */
export const UNSURE_STATE = 0xffff
