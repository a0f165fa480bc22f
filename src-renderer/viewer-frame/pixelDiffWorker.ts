import { type Pixels, pixelDiff } from './pixelDiff.ts'

// The frame alone made this worker and speaks to it; it sends nothing but two pages of its own.
self.addEventListener('message', ({ data }: MessageEvent<{ older: Pixels; newer: Pixels }>) => {
  const found = pixelDiff(data.older, data.newer)
  self.postMessage(found, { transfer: [found.picture.data.buffer] })
})
