/** The least that a page with React can be; what the window's first chunk is held against. */
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element.')
createRoot(root).render(<h1>React alone</h1>)
