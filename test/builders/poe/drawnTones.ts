import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { type Tones, tonesOf } from '../../../src-main/poe/reader/recognition/tones.ts'

/** Pixels a point at 200 dpi. */
export const PER_POINT = 200 / 72

export interface Artist {
  /** A printed line; places in points from the top left. */
  text(text: string, x: number, y: number, size?: number): void
  line(x0: number, y0: number, x1: number, y1: number): void
  box(x: number, y: number, side: number, marked: boolean): void
  /** The trace of a pen: long, wavy, in one go. */
  pen(x: number, y: number, w: number, h: number, colour?: string): void
  seal(x: number, y: number, radius: number): void
  picture(picture: Canvas, x: number, y: number, w: number, h: number): void
  /** Everything drawn from here on is turned about the middle, clockwise. */
  turn(degrees: number): void
}

/** An A4 page as a scanner would give it, drawn by own code. */
export function drawnTones(draw: (artist: Artist) => void, width = 595, height = 842): Tones {
  const canvas = pageOf(draw, width, height)
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return tonesOf({ width: canvas.width, height: canvas.height, data, channels: 4 })
}

/** The same page as a PNG file. */
export function drawnPng(draw: (artist: Artist) => void): Uint8Array {
  return new Uint8Array(pageOf(draw, 595, 842).toBuffer('image/png'))
}

function pageOf(draw: (artist: Artist) => void, width: number, height: number): Canvas {
  const canvas = createCanvas(Math.round(width * PER_POINT), Math.round(height * PER_POINT))
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(PER_POINT, PER_POINT)
  context.fillStyle = '#111111'
  context.strokeStyle = '#111111'
  draw(artistOn(context, width, height))
  return canvas
}

function artistOn(context: SKRSContext2D, width: number, height: number): Artist {
  const path = (points: readonly (readonly [number, number])[], lineWidth: number, colour: string): void => {
    context.strokeStyle = colour
    context.lineWidth = lineWidth
    context.beginPath()
    points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
    context.stroke()
  }
  return {
    picture: (picture, x, y, w, h) => context.drawImage(picture, x, y, w, h),
    text: (text, x, y, size = 11) => {
      context.font = `${size}px DejaVu Sans, Arial, sans-serif`
      context.fillText(text, x, y)
    },
    line: (x0, y0, x1, y1) =>
      path(
        [
          [x0, y0],
          [x1, y1],
        ],
        1,
        '#111111',
      ),
    box: (x, y, side, marked) => {
      context.lineWidth = 1
      context.strokeRect(x, y, side, side)
      if (!marked) return
      path(
        [
          [x, y],
          [x + side, y + side],
        ],
        1.2,
        '#111111',
      )
      path(
        [
          [x, y + side],
          [x + side, y],
        ],
        1.2,
        '#111111',
      )
    },
    pen: (x, y, w, h, colour = '#1a2a8a') =>
      path(
        Array.from({ length: 240 }, (_, i) => {
          const share = i / 239
          return [
            x + w * share + 6 * Math.sin(share * 40),
            y + (h / 2) * (1 + Math.sin(share * 26) * (1 - share * 0.5)),
          ]
        }),
        1.5,
        colour,
      ),
    seal: (x, y, radius) => {
      context.strokeStyle = '#c01818'
      context.lineWidth = 2
      context.beginPath()
      context.arc(x, y, radius, 0, 2 * Math.PI)
      context.stroke()
    },
    turn: (degrees) => {
      context.translate(width / 2, height / 2)
      context.rotate((degrees * Math.PI) / 180)
      context.translate(-width / 2, -height / 2)
    },
  }
}
