const BITS = 32
/** The polynomial of CRC-32 (ISO/IEC/IEEE 8802-3), lowest power first. */
const POLYNOMIAL = 0xed_b8_83_20

/** A linear map of checksums: what becomes of each bit. */
type BitMap = Uint32Array

const applied = (map: BitMap, sum: number): number => {
  let result = 0
  for (let bit = 0; bit < BITS; bit += 1) {
    if ((sum >>> bit) & 1) result ^= map[bit] ?? 0
  }
  return result >>> 0
}

const after = (first: BitMap, second: BitMap): BitMap =>
  first.map((image) => applied(second, image))

const ZERO_BIT: BitMap = Uint32Array.from({ length: BITS }, (_, bit) =>
  bit === 0 ? POLYNOMIAL : 1 << (bit - 1),
)

/** What becomes of a checksum when so many zero bytes follow. */
const zeroBytes = (bytes: number): BitMap => {
  let power = ZERO_BIT
  for (let doubled = 0; doubled < 3; doubled += 1) power = after(power, power)
  let map: BitMap = Uint32Array.from({ length: BITS }, (_, bit) => 1 << bit)
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) map = after(map, power)
    power = after(power, power)
  }
  return map
}

/** The CRC-32 of parts one after the other, from that of each; all but the last are `bytes` long. */
export const joinedCrc32 = (
  sums: Uint32Array,
  { bytes, last }: { readonly bytes: number; readonly last: number },
): number => {
  const [full, rest] = [zeroBytes(bytes), zeroBytes(last)]
  const end = sums.length - 1
  return sums.reduce(
    (joined, sum, at) => (applied(at === end ? rest : full, joined) ^ sum) >>> 0,
    0,
  )
}
