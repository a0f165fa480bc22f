/** `makeDatabase.ts FOLDER`: makes an empty database there, as the hub's embedded PostgreSQL leaves one when it first starts. */
import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Usage: makeDatabase.ts FOLDER')
mkdirSync(folder, { recursive: true })
const database = await PGlite.create({ dataDir: folder })
await database.close()
