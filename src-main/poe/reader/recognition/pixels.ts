/** Pixels of one page, three bytes a pixel. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

/** One byte a pixel: brightness, or 0/1 of a mask. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function greyOf({ width, height, rgb }: Pixels): Plane {
  const data = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < data.length; i += 1, at += 3) {
    data[i] = ((rgb[at] ?? 0) * 77 + (rgb[at + 1] ?? 0) * 151 + (rgb[at + 2] ?? 0) * 28) >> 8
  }
  return { width, height, data }
}

/** Turns about the middle, clockwise in degrees. Quarters swap the sides; what comes in from outside is white. */
export function turned(image: Pixels, degrees: number): Pixels {
  if (degrees === 0) return image
  const lying = isLying(degrees)
  const [width, height] = lying ? [image.height, image.width] : [image.width, image.height]
  const rgb = new Uint8Array(width * height * 3).fill(255)
  const angle = (-degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < height; y += 1) {
    const dy = y + 0.5 - height / 2
    for (let x = 0; x < width; x += 1) {
      const dx = x + 0.5 - width / 2
      const fromX = dx * cos - dy * sin + image.width / 2 - 0.5
      const fromY = dx * sin + dy * cos + image.height / 2 - 0.5
      sample(image, fromX, fromY, rgb, (y * width + x) * 3)
    }
  }
  return { width, height, rgb }
}

/** Whether a turn by so many degrees makes an upright page a lying one. */
export const isLying = (degrees: number): boolean => Math.round(degrees / 90) % 2 !== 0

function sample({ width, height, rgb }: Pixels, x: number, y: number, out: Uint8Array, at: number): void {
  const [left, top] = [Math.floor(x + 1e-6), Math.floor(y + 1e-6)]
  if (left < 0 || top < 0 || left >= width || top >= height) return
  const [fx, fy] = [Math.max(0, x - left), Math.max(0, y - top)]
  const right = Math.min(left + 1, width - 1)
  const below = Math.min(top + 1, height - 1)
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = mixed(rgb[(top * width + left) * 3 + channel], rgb[(top * width + right) * 3 + channel], fx)
    const lower = mixed(
      rgb[(below * width + left) * 3 + channel],
      rgb[(below * width + right) * 3 + channel],
      fx,
    )
    out[at + channel] = upper + (lower - upper) * fy + 0.5
  }
}

const mixed = (a = 255, b = 255, share: number): number => a + (b - a) * share

/** Brightness of the paper is taken out block by block: shadows and dark edges of photographs vanish, ink stays. */
export function flattened({ width, height, data }: Plane): Plane {
  const cells = paperOf({ width, height, data })
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1) {
    const cy = Math.min(cells.high - 1.001, Math.max(0, y / BLOCK - 0.5))
    const [row, fy] = [Math.floor(cy), cy - Math.floor(cy)]
    for (let x = 0; x < width; x += 1) {
      const cx = Math.min(cells.wide - 1.001, Math.max(0, x / BLOCK - 0.5))
      const [column, fx] = [Math.floor(cx), cx - Math.floor(cx)]
      const at = row * cells.wide + column
      const upper = mixed(cells.paper[at], cells.paper[at + 1], fx)
      const lower = mixed(cells.paper[at + cells.wide], cells.paper[at + cells.wide + 1], fx)
      const paper = upper + (lower - upper) * fy
      out[y * width + x] = Math.min(255, ((data[y * width + x] ?? 0) * 250) / Math.max(40, paper))
    }
  }
  return { width, height, data: out }
}

const BLOCK = 48
/** The paper of a block is as bright as its brightest tenth. */
const BRIGHT_SHARE = 0.1

function paperOf({ width, height, data }: Plane): { wide: number; high: number; paper: Float32Array } {
  const wide = Math.max(2, Math.ceil(width / BLOCK))
  const high = Math.max(2, Math.ceil(height / BLOCK))
  const paper = new Float32Array(wide * high)
  const counts = new Uint32Array(256)
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      counts.fill(0)
      let all = 0
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y += 2) {
        for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x += 2) {
          const value = data[y * width + x] ?? 0
          counts[value] = (counts[value] ?? 0) + 1
          all += 1
        }
      }
      paper[row * wide + column] = brightest(counts, all * BRIGHT_SHARE)
    }
  }
  return { wide, high, paper: widened(paper, wide, high) }
}

function brightest(counts: Uint32Array, wanted: number): number {
  let seen = 0
  for (let value = 255; value > 0; value -= 1) {
    seen += counts[value] ?? 0
    if (seen > wanted) return value
  }
  return 255
}

/** The brighter of a block and the mean around it: a block full of ink is no dark paper. */
function widened(paper: Float32Array, wide: number, high: number): Float32Array {
  return paper.map((own, i) => {
    const [row, column] = [Math.floor(i / wide), i % wide]
    let [sum, count] = [0, 0]
    for (let y = Math.max(0, row - 1); y <= Math.min(high - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(wide - 1, column + 1); x += 1) {
        sum += paper[y * wide + x] ?? 0
        count += 1
      }
    }
    return Math.max(own, sum / count)
  })
}
