/**
 * Runs once when the process that started us is no more: a killed parent cannot pass a signal on. The function given back ends
 * the watch. Windows does not re-parent, so there it never fires.
 */
export function watchParent(onGone: () => void, everyMs = 1_000): () => void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
