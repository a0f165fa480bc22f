import { randomFrom } from '../randomFrom.ts'

/** An SVG path as a hand would draw a signature, at most `width` × 34 points, y downwards. The same seed gives the same strokes. */
export function penStroke(seed: number, width: number): string {
  const next = randomFrom(seed)
  const between = (low: number, high: number) => low + (high - low) * next()
  const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`
  const slant = between(-0.15, 0.45)
  const bent = (x: number, y: number) => point(x + slant * (24 - y), y)
  const end = width * between(0.5, 0.75)

  let x = between(12, 20)
  const top = between(-6, 4)
  // A large first letter, now open, now a loop.
  const path = [
    `M ${bent(between(0, 8), between(14, 28))}`,
    `C ${bent(between(4, 12), top)} ${bent(x + between(2, 14), top + between(-2, 6))} ${bent(x - between(2, 8), between(20, 28))}`,
  ]
  while (x < end) {
    const step = between(3, 12)
    // Most letters stay low; some reach up, some hang below the line.
    const kind = next()
    const height = kind < 0.22 ? between(14, 22) : between(2, 8)
    const depth = kind > 0.85 ? between(8, 13) : between(0, 2)
    path.push(
      `C ${bent(x + step * between(0, 0.4), 24 - height)} ${bent(x + step * between(0.5, 1.1), 24 - height)} ${bent(x + step * 0.6, 22 + depth)}`,
      `S ${bent(x + step * 0.8, 25 + depth)} ${bent(x + step, between(19, 24))}`,
    )
    x += step
  }
  path.push(
    `C ${bent(x + 8, between(10, 26))} ${bent(x + 16, between(18, 30))} ${bent(width * 0.9, between(12, 27))}`,
  )
  if (next() < 0.5)
    path.push(`M ${point(between(2, 14), 32)} Q ${point(end / 2, between(26, 34))} ${point(end, 29)}`)
  return path.join(' ')
}
