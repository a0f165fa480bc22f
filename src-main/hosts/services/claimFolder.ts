import { createHash } from 'node:crypto'
import { realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another hub has these data open. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken'
}

/**
 * Keeps a data folder for this process: the embedded database has no lock of its own, and two on one folder would ruin it. The
 * claim is a local socket by a name made from the folder's path, which the system takes back however the process ends.
 * @returns gives the folder back.
 * @throws FolderTaken
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const name = socketName(await realpath(folder))
  const server = createServer((socket) => socket.destroy())
  try {
    await listen(server, name)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error
    if (isFile(name) && !(await answers(name))) {
      // A file of a process that was killed: nobody listens behind it.
      await rm(name, { force: true })
      await listen(server, name)
    } else {
      throw new FolderTaken(
        'Another hub has this data folder open. End it, or name another folder with --data-dir.',
      )
    }
  }
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

function socketName(folder: string): string {
  const id = `proofdesk-hub-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`
  // On Linux a name without a file: nothing is left behind.
  return process.platform === 'linux' ? `\0${id}` : join(tmpdir(), id)
}

const isFile = (name: string): boolean => process.platform !== 'win32' && !name.startsWith('\0')

function listen(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(name, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
