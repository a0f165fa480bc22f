/** Says that it is ready and never answers a page. */
process.once('message', () => {
  for (;;) Math.random()
})
process.send?.({ kind: 'ready' })
