/** Takes memory outside the script heap until it is stopped. */
const taken: Buffer[] = []
process.once('message', () => {
  setInterval(() => taken.push(Buffer.alloc(32 * 1024 * 1024, taken.length + 1)), 10)
})
process.send?.({ kind: 'ready' })
