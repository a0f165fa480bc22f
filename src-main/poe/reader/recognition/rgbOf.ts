import type { Raster } from './pixels.ts'

/** Three bytes a pixel. */
export function rgbOf({ width, height, data, channels }: Raster): Uint8Array {
  if (channels === 3) return new Uint8Array(data)
  const rgb = new Uint8Array(width * height * 3)
  const step = channels < 3 ? 0 : 1
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    rgb[to] = data[from] ?? 255
    rgb[to + 1] = data[from + step] ?? 255
    rgb[to + 2] = data[from + 2 * step] ?? 255
  }
  return rgb
}
