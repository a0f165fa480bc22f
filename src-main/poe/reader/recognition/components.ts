import type { Plane } from './pixels.ts'

/** A connected patch of a mask. `x1`, `y1` are out. */
export interface Patch {
  x0: number
  y0: number
  x1: number
  y1: number
  area: number
  /** Pixels with paper on one of their four sides. */
  edge: number
  coloured: number
}

/** Patches of touching pixels, corners included. */
export function patchesOf({ width, height, data }: Plane, isColoured: (at: number) => boolean): Patch[] {
  const left = data.slice()
  const patches: Patch[] = []
  const stack: number[] = []
  // Paper is leapt over.
  for (let start = left.indexOf(1); start >= 0; start = left.indexOf(1, start + 1)) {
    const patch: Patch = { x0: width, y0: height, x1: 0, y1: 0, area: 0, edge: 0, coloured: 0 }
    left[start] = 0
    stack.push(start)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      take(patch, at, width, height, data)
      if (isColoured(at)) patch.coloured += 1
      spread(at, width, height, left, stack)
    }
    patches.push(patch)
  }
  return patches
}

function take(patch: Patch, at: number, width: number, height: number, data: Uint8Array): void {
  const x = at % width
  const y = (at - x) / width
  patch.x0 = Math.min(patch.x0, x)
  patch.x1 = Math.max(patch.x1, x + 1)
  patch.y0 = Math.min(patch.y0, y)
  patch.y1 = Math.max(patch.y1, y + 1)
  patch.area += 1
  const inside =
    x > 0 &&
    y > 0 &&
    x < width - 1 &&
    y < height - 1 &&
    data[at - 1] === 1 &&
    data[at + 1] === 1 &&
    data[at - width] === 1 &&
    data[at + width] === 1
  if (!inside) patch.edge += 1
}

function spread(at: number, width: number, height: number, left: Uint8Array, stack: number[]): void {
  const x = at % width
  const y = (at - x) / width
  for (let dy = -1; dy <= 1; dy += 1) {
    if (y + dy < 0 || y + dy >= height) continue
    for (let dx = -1; dx <= 1; dx += 1) {
      if (x + dx < 0 || x + dx >= width) continue
      const next = at + dy * width + dx
      if (left[next] === 1) {
        left[next] = 0
        stack.push(next)
      }
    }
  }
}
