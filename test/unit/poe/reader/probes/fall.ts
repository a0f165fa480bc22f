/** Says that it is ready, and falls over the first document without a word. */
process.once('message', () => process.exit(1))
process.send?.({ kind: 'ready' })
