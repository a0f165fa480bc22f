import { closeSync, existsSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from './durableFile.ts'

const PIECE = Buffer.alloc(1024 * 1024)

/**
 * Overwrites a file with zeros and removes it. As good as the disk allows: one that writes elsewhere (flash, snapshots, a file system
 * that copies on write) keeps the old bytes somewhere.
 */
export function wipeFile(path: string): void {
  if (!existsSync(path)) return
  const file = openSync(path, 'r+')
  try {
    overwrite(file)
  } finally {
    closeSync(file)
  }
  rmSync(path)
  syncFolder(dirname(path))
}

/** Over all that an open file holds, also when its name is gone. */
export function overwrite(file: number): void {
  for (let at = 0, end = fstatSync(file).size; at < end; )
    at += writeSync(file, PIECE, 0, Math.min(PIECE.length, end - at), at)
  fsyncSync(file)
}
