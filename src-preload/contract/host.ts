import { z } from 'zod'
import { command, query } from './method.ts'
import { EXTERNAL_PLACE_NAMES } from './vocabulary/externalPlaces.ts'

/** What the operating system does by itself when such an entry is chosen. */
export const MENU_ROLES = [
  'quit',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
  'reload',
] as const

const Label = z.string().min(1).max(200)
const MenuItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    command: z.string().min(1).max(96),
    label: Label,
    /** As tinykeys writes them; null = none. The window acts on them itself. */
    keys: z.string().max(40).nullable(),
    isEnabled: z.boolean(),
    /** Null = it is not one of several of which one holds. */
    isChosen: z.boolean().nullable(),
  }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(MENU_ROLES), label: Label }),
  z.strictObject({ kind: z.literal('line') }),
])
const MenuGroup = z.strictObject({
  kind: z.literal('group'),
  label: Label,
  entries: z.array(MenuItem).max(60),
})

/** One title of the menu bar with what hangs below it. */
export const MenuTitle = z.strictObject({
  label: Label,
  entries: z.array(z.discriminatedUnion('kind', [...MenuItem.options, MenuGroup])).max(60),
})
export type MenuTitle = z.infer<typeof MenuTitle>
export type MenuEntry = MenuTitle['entries'][number]

export const host = {
  /** What the window needs to know of its host. */
  'host.info': query(
    z.strictObject({}),
    z.strictObject({
      host: z.enum(['electron', 'loopback', 'headless']),
      version: z.string(),
      /** Address of the page in which documents are shown; an origin of its own. */
      viewerUrl: z.string(),
      /** What an incident report needs beside the version. */
      parts: z.strictObject({ contract: z.int(), reader: z.string(), checker: z.string(), node: z.string() }),
      /** The data are the sample workspace, which may be started afresh. */
      isSample: z.boolean(),
    }),
  ),
  /** Opens a place outside in the system's own browser. `unavailable`: this machine has none that could be started. */
  'host.openExternal': command(
    z.strictObject({ place: z.enum(EXTERNAL_PLACE_NAMES) }),
    z.strictObject({ outcome: z.enum(['opened', 'unavailable']) }),
  ),
  /** Made of the window's commands, in its language, with its keys. A host without a menu bar of its own lets it be. */
  'host.showMenu': command(z.strictObject({ titles: z.array(MenuTitle).max(12) }), z.strictObject({})),
  /** Throws the sample workspace away and begins a new one. The window loads anew after it. */
  'sample.reset': command(z.strictObject({}), z.strictObject({ outcome: z.enum(['reset', 'no_sample']) })),
}
