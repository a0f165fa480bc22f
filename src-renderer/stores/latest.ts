/**
 * Runs one read at a time. Asked again while one is under way, it runs once more afterwards: the last answer is always
 * younger than the last question, and a storm of events costs two reads.
 */
export function latest(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let isAskedAgain = false
  const run = async () => {
    do {
      isAskedAgain = false
      await read()
    } while (isAskedAgain)
  }
  return () => {
    if (running === null) {
      running = run().finally(() => {
        running = null
      })
    } else isAskedAgain = true
    return running
  }
}
