import type { Plane } from './pixels.ts'

/** Difference hash: of nine columns in eight rows, which is darker than its neighbour. Like pictures differ in few bits. */
export function pictureHash(grey: Plane): string {
  const means = Array.from({ length: 72 }, (_, i) => meanOf(grey, i % 9, Math.floor(i / 9)))
  let bits = ''
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      bits += (means[row * 9 + column] ?? 0) > (means[row * 9 + column + 1] ?? 0) ? '1' : '0'
    }
  }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

function meanOf({ width, height, data }: Plane, column: number, row: number): number {
  const [x0, x1] = [Math.floor((column * width) / 9), Math.max(1, Math.floor(((column + 1) * width) / 9))]
  const [y0, y1] = [Math.floor((row * height) / 8), Math.max(1, Math.floor(((row + 1) * height) / 8))]
  let [sum, count] = [0, 0]
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      sum += data[y * width + x] ?? 0
      count += 1
    }
  }
  return count === 0 ? 0 : Math.round(sum / count)
}
