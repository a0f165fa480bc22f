/** Says that it is ready, then waits for its parent and does nothing. */
process.once('disconnect', () => process.exit(0))
process.send?.({ kind: 'ready' })
