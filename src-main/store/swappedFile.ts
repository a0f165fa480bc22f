import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from './durableFile.ts'
import { wipeFile } from './wipedFile.ts'

/** The encrypted copy while it is made, and the file in the open once it is no longer the one. */
export const copyOf = (file: string): string => `${file}.covering`
const oldOf = (file: string): string => `${file}.open`

export type SwapStep = 'old aside' | 'copy in place' | 'old wiped'

/** Puts a finished and verified copy in the place of the file that is in the open, which is overwritten. */
export function swapIn(file: string, step: (name: SwapStep) => void): void {
  syncFile(copyOf(file))
  renameSync(file, oldOf(file))
  syncFolder(dirname(file))
  step('old aside')
  renameSync(copyOf(file), file)
  syncFolder(dirname(file))
  step('copy in place')
  wipeFile(oldOf(file))
  step('old wiped')
}

/**
 * Ends what a crash left of a swap. While the old file has its name, a copy may be a half one and goes; once it has not, the copy was
 * verified and takes its place.
 */
export function finishSwap(file: string): void {
  if (!existsSync(file) && existsSync(oldOf(file))) {
    renameSync(existsSync(copyOf(file)) ? copyOf(file) : oldOf(file), file)
    syncFolder(dirname(file))
  }
  if (!existsSync(file)) return
  for (const end of ['', '-journal', '-wal', '-shm']) wipeFile(`${copyOf(file)}${end}`)
  wipeFile(oldOf(file))
}

/** A crash left something of a swap. */
export const isSwapOpen = (file: string): boolean => existsSync(copyOf(file)) || existsSync(oldOf(file))

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
