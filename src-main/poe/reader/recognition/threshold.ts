import type { Plane } from './pixels.ts'

/** Side of the square around a pixel whose mean it is held against. */
const WINDOW = 41
/** Ink is darker than its surroundings by this share of them, and by so many levels. */
const DARKER_SHARE = 0.16
const DARKER_LEVELS = 18

/** 1 = ink: what is clearly darker than what lies around it. Local, so that shadows are no ink. */
export function inkMask({ width, height, data }: Plane): Plane {
  const mask = new Uint8Array(width * height)
  const columns = new Uint32Array(width)
  const half = WINDOW >> 1
  const addRow = (y: number, sign: 1 | -1): void => {
    for (let x = 0; x < width; x += 1) {
      columns[x] = (columns[x] ?? 0) + sign * (data[y * width + x] ?? 0)
    }
  }
  for (let y = 0; y < Math.min(half, height); y += 1) addRow(y, 1)
  for (let y = 0; y < height; y += 1) {
    if (y + half < height) addRow(y + half, 1)
    if (y - half - 1 >= 0) addRow(y - half - 1, -1)
    const rows = Math.min(height - 1, y + half) - Math.max(0, y - half) + 1
    maskRow(columns, data, mask, y * width, width, rows)
  }
  return { width, height, data: mask }
}

function maskRow(
  columns: Uint32Array,
  data: Uint8Array,
  mask: Uint8Array,
  start: number,
  width: number,
  rows: number,
): void {
  const half = WINDOW >> 1
  let sum = 0
  for (let x = 0; x < Math.min(half, width); x += 1) sum += columns[x] ?? 0
  for (let x = 0; x < width; x += 1) {
    if (x + half < width) sum += columns[x + half] ?? 0
    if (x - half - 1 >= 0) sum -= columns[x - half - 1] ?? 0
    const across = Math.min(width - 1, x + half) - Math.max(0, x - half) + 1
    const mean = sum / (across * rows)
    const value = data[start + x] ?? 255
    // Inside broad ink everything around is dark as well; very dark is ink whatever lies around.
    const isInk = mean - value > Math.max(mean * DARKER_SHARE, DARKER_LEVELS) || value < 60
    if (isInk) mask[start + x] = 1
  }
}
