/** Says that it is ready and opened a document of three pages, then never ends. */
process.once('message', () => {
  const opened = { piece: 'opened', pageCount: 3 }
  process.send?.({ kind: 'piece', json: JSON.stringify(opened) }, () => {
    for (;;) Math.random()
  })
})
process.send?.({ kind: 'ready' })
