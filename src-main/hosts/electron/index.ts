/** Entry of the product: the only file that imports Electron. */
import * as electron from 'electron'
import { main } from './main.ts'

main(electron, process.argv.slice(electron.app.isPackaged ? 1 : 2))
