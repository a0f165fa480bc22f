/** Entry of the loopback host. Kept small: what it loads comes from the compile cache, which must be on before. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Beside the build and not in the shared temporary folder, where others could leave code for us.
enableCompileCache(fileURLToPath(new URL('../.compile-cache', import.meta.url)))
const { main } = await import('./main.ts')
await main(process.argv.slice(2))
