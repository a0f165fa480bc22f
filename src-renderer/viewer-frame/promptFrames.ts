/**
 * pdf.js waits for the next animation frame before every piece of a drawing, so that a page on its way never holds up
 * scrolling. Until the first page stands there is nothing to scroll: its pieces follow each other at once.
 */
let isPrompt = false
let isInstalled = false

/** From now on animation frames come with the next task, until `drawInFrames`. */
export function drawAtOnce(): void {
  if (!isInstalled) install()
  isPrompt = true
}

export function drawInFrames(): void {
  isPrompt = false
}

function install(): void {
  isInstalled = true
  const nextFrame = window.requestAnimationFrame.bind(window)
  const forgetFrame = window.cancelAnimationFrame.bind(window)
  const { port1, port2 } = new MessageChannel()
  const waiting = new Map<number, FrameRequestCallback>()
  let last = 0
  port1.addEventListener('message', ({ data }: MessageEvent<number>) => {
    const callback = waiting.get(data)
    waiting.delete(data)
    callback?.(performance.now())
  })
  port1.start()
  window.requestAnimationFrame = (callback) => {
    if (!isPrompt) return nextFrame(callback)
    // Ours count down from 0, the browser's count up.
    last -= 1
    waiting.set(last, callback)
    port2.postMessage(last)
    return last
  }
  window.cancelAnimationFrame = (handle) => {
    if (!waiting.delete(handle)) forgetFrame(handle)
  }
}
