import type { MenuEntry, MenuTitle } from '../../../src-preload/contract/host.ts'
import type { User } from '../../../src-preload/contract/session.ts'
import type { MessageId } from '../../format/messages.ts'
import type { CommandsNow } from '../palette/paletteEntries.ts'
import { commandOf, type CommandId } from '../commands.ts'
import { effectiveKeys } from '../keys/effectiveKeys.ts'

type MenuRole = Extract<MenuEntry, { kind: 'role' }>['role']
type Line = '-'
type Place = CommandId | Line | 'people' | { readonly role: MenuRole }

interface Title {
  readonly label: MessageId
  readonly places: readonly Place[]
}

const role = (name: MenuRole) => ({ role: name })

/** What hangs where. What the system does by itself shows only where the system has the menu. */
const TITLES: readonly Title[] = [
  {
    label: 'menu.file',
    places: [
      'palette',
      'sync.now',
      '-',
      'table.xlsx',
      'table.csv',
      'record.open',
      '-',
      'people',
      'go.settings',
      'layout.reset',
      'sample.reset',
      '-',
      role('quit'),
    ],
  },
  {
    label: 'menu.edit',
    places: [role('undo'), role('redo'), '-', role('cut'), role('copy'), role('paste'), role('selectAll')],
  },
  {
    label: 'menu.claim',
    places: [
      'takeNext',
      'claim.take',
      'claim.release',
      'claim.handOver',
      '-',
      'claim.startReview',
      'decide.approve',
      'decide.approveWithLetter',
      'decide.requestInfo',
      'decide.reject',
      'decide.hold',
      'decide.reopen',
      'undo',
      '-',
      'claim.next',
      'claim.previous',
      'claim.talk',
      'claim.why',
      'claim.family',
      '-',
      'claim.copyLink',
      'claim.openOutside',
      '-',
      'record.save',
      'record.saveWithPapers',
    ],
  },
  {
    label: 'menu.document',
    places: [
      'evidence.next',
      'evidence.previous',
      'evidence.add',
      '-',
      'document.find',
      'document.next',
      'compare.open',
    ],
  },
  {
    label: 'menu.view',
    places: [
      'queue.filter',
      'queue.why',
      'queue.snooze',
      '-',
      'pane.next',
      'pane.previous',
      '-',
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      role('togglefullscreen'),
      role('reload'),
    ],
  },
  {
    label: 'menu.go',
    places: [
      'go.queue',
      'go.claim',
      'go.arbitration',
      'go.disputes',
      'go.lead',
      'go.team',
      'go.policy',
      'go.quality',
      'go.trays',
      'go.readiness',
      'go.audit',
      'go.settings',
      '-',
      'notices.open',
    ],
  },
  {
    label: 'menu.help',
    places: [
      'help.judging',
      'help.partners',
      'help.resources',
      'help.guide',
      '-',
      'keys',
      'guide.start',
      '-',
      'help.about',
    ],
  },
]

/** What this workspace, or this person, may never have. */
const LENT_TO_SOME: readonly CommandId[] = ['sample.reset', 'go.lead', 'go.team', 'go.policy', 'go.audit']

export interface MenuFacts extends CommandsNow {
  readonly user: User | null
  readonly others: readonly User[]
  /** The menu bar is the system's. */
  readonly isNative: boolean
}

/** Prefix of the commands by which somebody takes another's place. */
export const AS = 'as:'

/** The menu bar, in the words, keys and possibilities of just now. */
export function menuTree(facts: MenuFacts): MenuTitle[] {
  return TITLES.map(({ label, places }) => ({
    label: facts.say(label),
    entries: withoutLooseLines(places.flatMap((place) => entryOf(place, facts) ?? [])),
  })).filter(({ entries }) => entries.length > 0)
}

function entryOf(place: Place, facts: MenuFacts): MenuEntry | null {
  if (place === '-') return { kind: 'line' }
  if (place === 'people') return people(facts)
  if (typeof place === 'object')
    return facts.isNative
      ? { kind: 'role', role: place.role, label: facts.say(`menu.role.${place.role}`) }
      : null
  const command = commandOf(place)
  // What this workspace will never have would only be in the way.
  if (LENT_TO_SOME.includes(place) && !facts.live.has(place)) return null
  return {
    kind: 'command',
    command: command.id,
    label: facts.say(command.messageId),
    keys: effectiveKeys(command, facts.wishes)[0] ?? null,
    isEnabled: facts.live.get(command.id) === '',
    isChosen: null,
  }
}

function people({ user, others, say }: MenuFacts): MenuEntry | null {
  if (user === null || others.length === 0) return null
  return {
    kind: 'group',
    label: say('menu.workAs'),
    entries: [user, ...others]
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ userId, name }) => ({
        kind: 'command',
        command: `${AS}${userId}`,
        label: name,
        keys: null,
        isEnabled: true,
        isChosen: userId === user.userId,
      })),
  }
}

/** A line parts something from something. */
function withoutLooseLines(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries.filter(
    ({ kind }, at) =>
      kind !== 'line' || (at > 0 && at < entries.length - 1 && entries[at + 1]?.kind !== 'line'),
  )
}
