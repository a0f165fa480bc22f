/** `npm run electron:install`: tries the download again, also where it was tried in vain before. */
import { resolve } from 'node:path'
import { installElectron } from './electronBinary.ts'

const isThere = await installElectron(resolve(import.meta.dirname, '../../..'))
process.stderr.write(
  isThere
    ? 'Electron is here; npm start opens it from now on.\n'
    : 'Electron could not be downloaded. ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH can name another place.\n',
)
process.exitCode = isThere ? 0 : 1
