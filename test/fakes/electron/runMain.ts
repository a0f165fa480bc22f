/**
 * Runs the built main bundle under plain Node with the fake in the place of Electron, then a scenario, and prints what the
 * scenario gave back as JSON: node runMain.ts --packed|--from-source SCENARIO.ts BUNDLE.js [ARGS…]
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const [as, scenario = '', bundle = '', ...args] = process.argv.slice(2)
const fake = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
})

// Electron's own argv: the binary, the app, the flags. Packed, the binary is the program.
const isPacked = as === '--packed'
process.argv.splice(1, process.argv.length - 1, ...(isPacked ? [] : ['.']), ...args)
const { app } = await import('./electron.ts')
app.isPackaged = isPacked
const { play } = (await import(pathToFileURL(scenario).href)) as {
  play: (run: () => Promise<unknown>) => Promise<unknown>
}
const result = await play(() => import(pathToFileURL(bundle).href))
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0))
