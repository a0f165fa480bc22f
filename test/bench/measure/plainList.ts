/**
 * A page with nothing but a list: rows of 32 px with as many cells as the queue's, recycled by hand, no framework, everything in
 * memory. What a browser needs at least to scroll such a queue.
 */
export function plainList(rows: number): string {
  return `<!doctype html><meta charset="utf-8"><title>plain list</title>
<style>
  body { margin: 0; font: 12px/16px sans-serif }
  #list { height: 100vh; overflow: auto }
  #body { position: relative }
  .row { position: absolute; left: 0; right: 0; height: 32px; display: grid; align-items: center; border-bottom: 1px solid #eee;
    grid-template-columns: 112px 2.3fr 1.1fr 1fr .95fr repeat(5, 24px) 112px 76px }
  .row[data-current] { background: #def }
  .row span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
</style>
<div id="list" role="grid" tabindex="0"><div id="body"></div></div>
<script>
  const CELLS = 12, ROW = 32, EXTRA = 12
  const data = Array.from({ length: ${rows} }, (_, n) => [
    '2d ' + (n % 24) + 'h', 'Teams rollout, wave ' + n, 'Northgate Assurance plc', 'Fernhill Consulting Ltd', 'Microsoft Teams',
    '✓', '✓', '?', '✓', '✕', n % 40 ? '' : 'Competing', n % 9 ? '' : 'MG'])
  const list = document.getElementById('list'), body = document.getElementById('body')
  body.style.height = data.length * ROW + 'px'
  const pool = Array.from({ length: Math.ceil(innerHeight / ROW) + 2 * EXTRA }, () => {
    const row = document.createElement('div')
    row.className = 'row'
    row.setAttribute('role', 'row')
    for (let i = 0; i < CELLS; i++) row.append(document.createElement('span'))
    body.append(row)
    return { row, shown: -1 }
  })
  let current = 0
  const mark = (slot) => slot.row.toggleAttribute('data-current', slot.shown === current)
  const draw = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - EXTRA)
    for (let i = first; i < Math.min(first + pool.length, data.length); i++) {
      const slot = pool[i % pool.length]
      if (slot.shown === i) continue
      slot.shown = i
      slot.row.style.transform = 'translateY(' + i * ROW + 'px)'
      slot.row.dataset.index = i
      mark(slot)
      const cells = slot.row.children
      for (let c = 0; c < CELLS; c++) cells[c].textContent = data[i][c]
    }
  }
  const moveTo = (index) => {
    current = Math.max(0, Math.min(index, data.length - 1))
    const top = current * ROW
    if (top < list.scrollTop) list.scrollTop = top
    else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight
    draw()
    pool.forEach(mark)
  }
  list.addEventListener('scroll', draw)
  list.addEventListener('keydown', ({ key }) => {
    if (key === 'j') moveTo(current + 1)
    if (key === 'Home') moveTo(0)
  })
  draw()
</script>`
}
