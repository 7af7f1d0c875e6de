/** An entry of an array of 32-bit integers; 0 beyond its end. */
export const i32At = (values: Int32Array, place: number): number => values[place] ?? 0

/** An entry of an array of bytes; 0 beyond its end. */
export const u8At = (values: Uint8Array, place: number): number => values[place] ?? 0

/** An entry of an array of two-byte numbers; 0 beyond its end. */
export const u16At = (values: Uint16Array, place: number): number => values[place] ?? 0

/** An entry of an array of doubles; 0 beyond its end. */
export const f64At = (values: Float64Array, place: number): number => values[place] ?? 0
