/** Answers what no honest reader would: a page of the wrong shape. */
process.once('message', () => {
  const page = { piece: 'page', read: { page: { number: 'one' }, fields: [], annotations: [] }, flags: [] }
  process.send?.({ kind: 'piece', json: JSON.stringify(page) }, () =>
    process.send?.({ kind: 'done' }, () => process.exit(0)),
  )
})
process.send?.({ kind: 'ready' })
