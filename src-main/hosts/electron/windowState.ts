import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle, Screen } from 'electron'
import { z } from 'zod'

const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

const FIRST = { width: 1440, height: 900 }

export interface WindowPlace {
  /** Without x and y the system chooses the place. */
  readonly bounds: {
    readonly width: number
    readonly height: number
    readonly x?: number
    readonly y?: number
  }
  readonly isMaximized: boolean
}

/** Where the window stood, moved and shrunk so that it lies wholly on a display that is there now. */
export function readWindowState(folder: string, screen: Pick<Screen, 'getDisplayMatching'>): WindowPlace {
  const state = readState(folder)
  if (state === undefined) return { bounds: FIRST, isMaximized: false }
  const { isMaximized, ...bounds } = state
  return { bounds: clampTo(bounds, screen.getDisplayMatching(bounds).workArea), isMaximized }
}

export function writeWindowState(folder: string, state: WindowState): void {
  const file = fileIn(folder)
  writeFileSync(`${file}.new`, JSON.stringify(state))
  renameSync(`${file}.new`, file)
}

function readState(folder: string): WindowState | undefined {
  try {
    return WindowState.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    // Missing or spoiled: the window simply opens as it did the first time.
    return undefined
  }
}

function fileIn(folder: string): string {
  return join(folder, 'window.json')
}

function clampTo(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width)
  const height = Math.min(bounds.height, area.height)
  const x = Math.min(Math.max(bounds.x, area.x), area.x + area.width - width)
  const y = Math.min(Math.max(bounds.y, area.y), area.y + area.height - height)
  return { x, y, width, height }
}
