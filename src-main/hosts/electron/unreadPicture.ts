/** The number of unread messages as a small round picture, for the corner of the program's sign on Windows. */

/** What is drawn fits into so many points of a square; Windows lays it over the sign in this size. */
const POINTS = 16
/** Fluent's red of danger (#c50f1f), on which white is read: blue, green, red, the order of a bitmap. */
const GROUND = [0x1f, 0x0f, 0xc5] as const
const WHITE = [0xff, 0xff, 0xff] as const
/** Each point is asked at so many places across and down, so that the edge of the circle is smooth. */
const PROBES = 4

/** Five points wide and seven high, as rows from above; `+` is narrower. */
const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  0: ['.###.', '#...#', '#..##', '#.#.#', '##..#', '#...#', '.###.'],
  1: ['..#..', '.##..', '..#..', '..#..', '..#..', '..#..', '.###.'],
  2: ['.###.', '#...#', '....#', '...#.', '..#..', '.#...', '#####'],
  3: ['#####', '...#.', '..#..', '...#.', '....#', '#...#', '.###.'],
  4: ['...#.', '..##.', '.#.#.', '#..#.', '#####', '...#.', '...#.'],
  5: ['#####', '#....', '####.', '....#', '....#', '#...#', '.###.'],
  6: ['..##.', '.#...', '#....', '####.', '#...#', '#...#', '.###.'],
  7: ['#####', '....#', '...#.', '..#..', '.#...', '.#...', '.#...'],
  8: ['.###.', '#...#', '#...#', '.###.', '#...#', '#...#', '.###.'],
  9: ['.###.', '#...#', '#...#', '.####', '....#', '...#.', '.##..'],
  '+': ['...', '...', '.#.', '###', '.#.', '...', '...'],
}

export interface Bitmap {
  /** Four bytes a pixel: blue, green, red, opacity, the colours multiplied by the opacity. */
  readonly pixels: Buffer
  /** Both sides, in pixels. */
  readonly side: number
}

/** What is written: one digit has room, more are said as `9+`. */
export const writtenUnread = (unread: number): string => (unread > 9 ? '9+' : String(unread))

/** @param scale pixels of the screen for a point: 1, or 2 where everything is shown at twice its size. */
export function unreadPicture(unread: number, scale: number): Bitmap {
  const side = POINTS * scale
  const ink = inkOf(writtenUnread(unread))
  const pixels = Buffer.alloc(side * side * 4)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const opacity = coverOfCircle(x, y, side)
      const colour = ink(Math.floor(x / scale), Math.floor(y / scale)) ? WHITE : GROUND
      const bytes = [...colour.map((part) => Math.round(part * opacity)), Math.round(255 * opacity)]
      pixels.set(bytes, (y * side + x) * 4)
    }
  return { pixels, side }
}

/** Which points the words cover, when they stand in the middle. */
function inkOf(words: string): (x: number, y: number) => boolean {
  const glyphs = Array.from(words, (sign) => GLYPHS[sign] ?? [])
  const rows = Array.from({ length: 7 }, (_, at) => glyphs.map((glyph) => glyph[at] ?? '').join('.'))
  const left = Math.floor((POINTS - (rows[0]?.length ?? 0)) / 2)
  const top = Math.floor((POINTS - rows.length) / 2)
  return (x, y) => rows[y - top]?.[x - left] === '#'
}

/** How much of a pixel lies in the circle that fills the square: 0 to 1. */
function coverOfCircle(x: number, y: number, side: number): number {
  const middle = side / 2
  let inside = 0
  for (let row = 0; row < PROBES; row += 1)
    for (let column = 0; column < PROBES; column += 1) {
      const across = x + (column + 0.5) / PROBES - middle
      const down = y + (row + 0.5) / PROBES - middle
      if (across * across + down * down <= middle * middle) inside += 1
    }
  return inside / (PROBES * PROBES)
}
