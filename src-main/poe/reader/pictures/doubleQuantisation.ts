import type { Plane } from '../recognition/pixels.ts'

/** Steps by which a JPEG rounds brightness, in the order of its zigzag; null where it has no plain table of its own. */
export function brightnessSteps(bytes: Uint8Array): readonly number[] | null {
  let at = 2
  while (at + 4 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    // The first table of eight bits with the number 0 is that of brightness.
    if (bytes[at + 1] === 0xdb && bytes[at + 4] === 0) return [...bytes.subarray(at + 5, at + 69)]
    at += 2 + length
  }
  return null
}

/** Places of low waves: across, down, both; and where they stand in the zigzag. */
const WAVES = [
  { u: 1, v: 0, zigzag: 1 },
  { u: 0, v: 1, zigzag: 2 },
  { u: 1, v: 1, zigzag: 4 },
] as const
const MOST_BLOCKS = 40_000
/** Fewer waves of some size say nothing. */
const FEWEST = 1500
const REACH = 48

/**
 * Whether the picture was rounded by coarser steps before: then some multiples of the step hardly occur between others that do. A hint and no
 * more, since whatever passes through two programs is saved twice.
 */
export function isRoundedTwice({ width, height, data }: Plane, steps: readonly number[]): boolean {
  const across = Math.floor(width / 8)
  const blocks = across * Math.floor(height / 8)
  const every = Math.max(1, Math.ceil(blocks / MOST_BLOCKS))
  const counts = WAVES.map(() => new Uint32Array(2 * REACH + 3))
  for (let block = 0; block < blocks; block += every) {
    const start = Math.floor(block / across) * 8 * width + (block % across) * 8
    for (const [i, { u, v, zigzag }] of WAVES.entries()) {
      const step = steps[zigzag] ?? 1
      const multiple = Math.round(wave(data, start, width, u, v) / step)
      const bin = multiple + REACH + 1
      const own = counts[i]
      if (own && Math.abs(multiple) <= REACH + 1) own[bin] = (own[bin] ?? 0) + 1
    }
  }
  return counts.filter(hasGaps).length >= 2
}

const COSINES = Array.from({ length: 2 }, (_, u) =>
  Array.from({ length: 8 }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / 16)),
)

/** One coefficient of the block's cosine transform, as JPEG scales it. */
function wave(data: Plane['data'], start: number, width: number, u: 0 | 1, v: 0 | 1): number {
  let sum = 0
  for (let y = 0; y < 8; y += 1) {
    const down = COSINES[v]?.[y] ?? 1
    for (let x = 0; x < 8; x += 1) sum += (data[start + y * width + x] ?? 0) * (COSINES[u]?.[x] ?? 1) * down
  }
  return (sum / 4) * (u === 0 ? Math.SQRT1_2 : 1) * (v === 0 ? Math.SQRT1_2 : 1)
}

/** A bin is a gap where next to nothing is in it and much in one beside it, on both sides of nought. */
function hasGaps(counts: Uint32Array): boolean {
  const at = (multiple: number): number => counts[multiple + REACH + 1] ?? 0
  let [all, gaps] = [0, 0]
  for (let n = 1; n <= REACH; n += 1) {
    const own = at(n) + at(-n)
    all += own
    const beside = at(n + 1) + at(-n - 1)
    if (beside > 30 && own < beside * 0.2) gaps += 1
  }
  return all >= FEWEST && gaps >= 2
}
