import type { MessageId } from '../format/messages.ts'

/** Where a command lives. `grid` and `conflicts`: only while the focus is in the list. */
export const COMMAND_CONTEXTS = [
  'everywhere',
  'queue',
  'grid',
  'claim',
  'compare',
  'decide',
  'trays',
  'conflicts',
  'disputes',
  'arbitration',
  'team',
  'lead',
  'policy',
] as const
export type CommandContext = (typeof COMMAND_CONTEXTS)[number]

/** One thing that can be done by key, menu or button. Screens lend `run` while they are there (commandStore). */
export interface Command {
  readonly id: string
  readonly messageId: MessageId
  /** In the notation of tinykeys; the first is the one that is shown. */
  readonly keys: readonly string[]
  readonly context: CommandContext
  /** May run again and again while the key is held down. */
  readonly repeats?: true
}

/** Approve has a letter and nothing else: Enter and Space never decide (design.md section 6, ux.md A2). */
export const COMMANDS = [
  { id: 'go.queue', messageId: 'command.goQueue', keys: ['g q'], context: 'everywhere' },
  { id: 'go.claim', messageId: 'command.goClaim', keys: ['g c'], context: 'everywhere' },
  { id: 'go.trays', messageId: 'command.goTrays', keys: ['g t'], context: 'everywhere' },
  { id: 'go.disputes', messageId: 'command.goDisputes', keys: ['g d'], context: 'everywhere' },
  { id: 'go.arbitration', messageId: 'command.goArbitration', keys: ['g a'], context: 'everywhere' },
  // Before all commands of one letter: of two that a key could mean the first has it. Lent to a team lead alone.
  { id: 'go.lead', messageId: 'command.goLead', keys: ['g l'], context: 'everywhere' },
  { id: 'go.team', messageId: 'command.goTeam', keys: ['g w'], context: 'everywhere' },
  { id: 'notices.open', messageId: 'command.noticesOpen', keys: ['g n'], context: 'everywhere' },
  // Before every single key: the one that ends it would take it for its own.
  { id: 'go.quality', messageId: 'command.goQuality', keys: ['g y'], context: 'everywhere' },
  { id: 'go.readiness', messageId: 'command.goReadiness', keys: ['g r'], context: 'everywhere' },
  { id: 'go.settings', messageId: 'command.goSettings', keys: ['g s', '$mod+,'], context: 'everywhere' },
  // Before all whose key is U alone: of two that fit a press the first is taken.
  { id: 'go.audit', messageId: 'command.goAudit', keys: ['g u'], context: 'everywhere' },
  { id: 'palette', messageId: 'command.palette', keys: ['$mod+k'], context: 'everywhere' },
  { id: 'menu', messageId: 'command.menu', keys: ['F10'], context: 'everywhere' },
  { id: 'help.judging', messageId: 'command.helpJudging', keys: ['F1'], context: 'everywhere' },
  { id: 'help.resources', messageId: 'command.helpResources', keys: [], context: 'everywhere' },
  { id: 'help.partners', messageId: 'command.helpPartners', keys: [], context: 'everywhere' },
  { id: 'help.guide', messageId: 'command.helpGuide', keys: [], context: 'everywhere' },
  { id: 'help.about', messageId: 'command.helpAbout', keys: [], context: 'everywhere' },
  { id: 'guide.start', messageId: 'command.guideStart', keys: [], context: 'everywhere' },
  { id: 'sample.reset', messageId: 'command.sampleReset', keys: [], context: 'everywhere' },
  { id: 'layout.reset', messageId: 'command.layoutReset', keys: [], context: 'everywhere' },
  { id: 'undo', messageId: 'command.undo', keys: ['z', '$mod+z'], context: 'everywhere' },
  { id: 'sync.now', messageId: 'command.syncNow', keys: ['$mod+Alt+s'], context: 'everywhere' },
  { id: 'keys', messageId: 'command.keys', keys: ['[Shift]+?'], context: 'everywhere' },
  { id: 'pane.next', messageId: 'command.paneNext', keys: ['F6'], context: 'everywhere' },
  { id: 'pane.previous', messageId: 'command.panePrevious', keys: ['Shift+F6'], context: 'everywhere' },
  { id: 'queue.filter', messageId: 'command.filter', keys: ['[Shift]+/'], context: 'everywhere' },
  // The queue and the claim lend it; the trays have nothing to take.
  { id: 'takeNext', messageId: 'command.takeNext', keys: ['n'], context: 'everywhere' },
  { id: 'queue.next', messageId: 'command.rowNext', keys: ['j'], context: 'queue', repeats: true },
  { id: 'queue.previous', messageId: 'command.rowPrevious', keys: ['k'], context: 'queue', repeats: true },
  { id: 'queue.open', messageId: 'command.rowOpen', keys: ['o'], context: 'queue' },
  { id: 'queue.take', messageId: 'command.take', keys: ['t'], context: 'queue' },
  { id: 'queue.release', messageId: 'command.release', keys: ['Shift+T'], context: 'queue' },
  { id: 'queue.pick', messageId: 'command.pick', keys: ['x'], context: 'queue' },
  { id: 'pick.next', messageId: 'command.pickNext', keys: ['Shift+J'], context: 'queue', repeats: true },
  {
    id: 'pick.previous',
    messageId: 'command.pickPrevious',
    keys: ['Shift+K'],
    context: 'queue',
    repeats: true,
  },
  { id: 'queue.approve', messageId: 'command.approvePicked', keys: ['a'], context: 'queue' },
  { id: 'queue.why', messageId: 'command.whyNext', keys: ['w'], context: 'queue' },
  // H is the hold for arbitration on a claim; B is what mail programs snooze with.
  { id: 'queue.snooze', messageId: 'command.snooze', keys: ['b'], context: 'queue' },
  { id: 'grid.pickAll', messageId: 'command.pickAll', keys: ['$mod+a'], context: 'grid' },
  { id: 'grid.drop', messageId: 'command.dropPicked', keys: ['Escape'], context: 'grid' },
  { id: 'grid.next', messageId: 'command.rowNext', keys: ['ArrowDown'], context: 'grid', repeats: true },
  {
    id: 'grid.previous',
    messageId: 'command.rowPrevious',
    keys: ['ArrowUp'],
    context: 'grid',
    repeats: true,
  },
  { id: 'grid.pageDown', messageId: 'command.pageDown', keys: ['PageDown'], context: 'grid', repeats: true },
  { id: 'grid.pageUp', messageId: 'command.pageUp', keys: ['PageUp'], context: 'grid', repeats: true },
  { id: 'grid.first', messageId: 'command.rowFirst', keys: ['Home', '$mod+Home'], context: 'grid' },
  { id: 'grid.last', messageId: 'command.rowLast', keys: ['End', '$mod+End'], context: 'grid' },
  { id: 'grid.open', messageId: 'command.rowOpen', keys: ['Enter'], context: 'grid' },
  { id: 'claim.back', messageId: 'command.back', keys: ['Escape'], context: 'claim' },
  { id: 'claim.next', messageId: 'command.claimNext', keys: ['j'], context: 'claim' },
  { id: 'claim.previous', messageId: 'command.claimPrevious', keys: ['k', 'p'], context: 'claim' },
  { id: 'evidence.next', messageId: 'command.evidenceNext', keys: ['e'], context: 'claim', repeats: true },
  {
    id: 'evidence.previous',
    messageId: 'command.evidencePrevious',
    keys: ['Shift+E'],
    context: 'claim',
    repeats: true,
  },
  { id: 'claim.copyLink', messageId: 'command.copyLink', keys: ['y'], context: 'claim' },
  { id: 'claim.copyId', messageId: 'command.copyClaimId', keys: ['Shift+Y'], context: 'claim' },
  { id: 'claim.copyTenant', messageId: 'command.copyTenant', keys: ['x'], context: 'claim' },
  {
    id: 'claim.copySubscriptions',
    messageId: 'command.copySubscriptions',
    keys: ['Shift+X'],
    context: 'claim',
  },
  { id: 'claim.copyLocation', messageId: 'command.copyLocation', keys: ['l'], context: 'claim' },
  { id: 'claim.copySummary', messageId: 'command.copySummary', keys: ['Shift+C'], context: 'claim' },
  { id: 'claim.openOutside', messageId: 'command.openOutside', keys: ['Shift+P'], context: 'claim' },
  { id: 'claim.family', messageId: 'command.family', keys: ['f'], context: 'claim' },
  { id: 'claim.talk', messageId: 'command.talk', keys: ['c'], context: 'claim' },
  { id: 'claim.why', messageId: 'command.why', keys: ['w'], context: 'claim' },
  { id: 'evidence.add', messageId: 'command.evidenceAdd', keys: ['m'], context: 'claim' },
  { id: 'document.find', messageId: 'command.find', keys: ['$mod+f'], context: 'claim' },
  { id: 'document.next', messageId: 'command.documentNext', keys: ['d'], context: 'claim' },
  { id: 'compare.open', messageId: 'command.compareOpen', keys: ['v'], context: 'claim' },
  { id: 'compare.close', messageId: 'command.compareClose', keys: ['Escape'], context: 'compare' },
  {
    id: 'compare.next',
    messageId: 'command.changeNext',
    keys: ['F7', '.'],
    context: 'compare',
    repeats: true,
  },
  {
    id: 'compare.previous',
    messageId: 'command.changePrevious',
    keys: ['Shift+F7', ','],
    context: 'compare',
    repeats: true,
  },
  { id: 'compare.lock', messageId: 'command.compareLock', keys: ['u'], context: 'compare' },
  { id: 'compare.overlay', messageId: 'command.compareOverlay', keys: ['Shift+V'], context: 'compare' },
  { id: 'claim.take', messageId: 'command.take', keys: ['t'], context: 'claim' },
  { id: 'claim.release', messageId: 'command.release', keys: ['Shift+T'], context: 'claim' },
  { id: 'claim.handOver', messageId: 'command.handOver', keys: ['Shift+H'], context: 'claim' },
  { id: 'claim.startReview', messageId: 'command.startReview', keys: ['s'], context: 'claim' },
  { id: 'decide.approve', messageId: 'command.approve', keys: ['a'], context: 'claim' },
  { id: 'decide.requestInfo', messageId: 'command.requestInfo', keys: ['i'], context: 'claim' },
  { id: 'decide.reject', messageId: 'command.reject', keys: ['r'], context: 'claim' },
  {
    id: 'decide.approveWithLetter',
    messageId: 'command.approveWithLetter',
    keys: ['Shift+A'],
    context: 'claim',
  },
  { id: 'decide.hold', messageId: 'command.hold', keys: ['h'], context: 'claim' },
  { id: 'decide.reopen', messageId: 'command.reopen', keys: ['o'], context: 'claim' },
  { id: 'decide.send', messageId: 'command.send', keys: ['$mod+Enter'], context: 'decide' },
  { id: 'decide.cancel', messageId: 'command.cancel', keys: ['Escape'], context: 'decide' },
  { id: 'trays.next', messageId: 'command.conflictNext', keys: ['j'], context: 'trays', repeats: true },
  {
    id: 'trays.previous',
    messageId: 'command.conflictPrevious',
    keys: ['k'],
    context: 'trays',
    repeats: true,
  },
  { id: 'trays.open', messageId: 'command.conflictOpen', keys: ['o'], context: 'trays' },
  { id: 'conflicts.open', messageId: 'command.conflictOpen', keys: ['Enter'], context: 'conflicts' },
  { id: 'trays.redo', messageId: 'command.redo', keys: ['r'], context: 'trays' },
  { id: 'trays.takeAndRedo', messageId: 'command.takeAndRedo', keys: ['t'], context: 'trays' },
  { id: 'trays.sendAgain', messageId: 'command.sendAgain', keys: ['s'], context: 'trays' },
  { id: 'trays.handOver', messageId: 'command.handOver', keys: ['Shift+H'], context: 'trays' },
  // Two keys, for what cannot be taken back.
  { id: 'trays.letGo', messageId: 'command.letGo', keys: ['Shift+L'], context: 'trays' },
  { id: 'trays.copy', messageId: 'command.copyWords', keys: ['c'], context: 'trays' },
  { id: 'disputes.next', messageId: 'command.disputeNext', keys: ['j'], context: 'disputes', repeats: true },
  {
    id: 'disputes.previous',
    messageId: 'command.disputePrevious',
    keys: ['k'],
    context: 'disputes',
    repeats: true,
  },
  { id: 'disputes.open', messageId: 'command.disputeOpen', keys: ['o'], context: 'disputes' },
  { id: 'disputes.take', messageId: 'command.take', keys: ['t'], context: 'disputes' },
  { id: 'disputes.handOver', messageId: 'command.handOver', keys: ['Shift+H'], context: 'disputes' },
  { id: 'disputes.send', messageId: 'command.handOverNow', keys: ['$mod+Enter'], context: 'disputes' },
  { id: 'cases.next', messageId: 'command.caseNext', keys: ['j'], context: 'arbitration', repeats: true },
  {
    id: 'cases.previous',
    messageId: 'command.casePrevious',
    keys: ['k'],
    context: 'arbitration',
    repeats: true,
  },
  { id: 'cases.open', messageId: 'command.caseOpen', keys: ['o'], context: 'arbitration' },
  { id: 'board.back', messageId: 'command.boardBack', keys: ['Escape'], context: 'arbitration' },
  { id: 'board.differences', messageId: 'command.boardDifferences', keys: ['d'], context: 'arbitration' },
  { id: 'board.swap', messageId: 'command.boardSwap', keys: ['x'], context: 'arbitration' },
  { id: 'board.decide', messageId: 'command.boardDecide', keys: ['$mod+Enter'], context: 'arbitration' },
  { id: 'board.winner', messageId: 'command.boardWinner', keys: ['w'], context: 'arbitration' },
  { id: 'board.second', messageId: 'command.boardSecond', keys: ['i'], context: 'arbitration' },
  { id: 'board.letters', messageId: 'command.boardLetters', keys: ['p'], context: 'arbitration' },
  { id: 'board.file', messageId: 'command.boardFile', keys: ['f'], context: 'arbitration' },
  { id: 'board.ask', messageId: 'command.boardAsk', keys: ['a'], context: 'arbitration' },
  { id: 'board.tell', messageId: 'command.boardTell', keys: ['t'], context: 'arbitration' },
  { id: 'panes.next', messageId: 'command.evidenceNext', keys: ['e'], context: 'arbitration', repeats: true },
  {
    id: 'panes.previous',
    messageId: 'command.evidencePrevious',
    keys: ['Shift+E'],
    context: 'arbitration',
    repeats: true,
  },
  { id: 'panes.nextRow', messageId: 'command.panesRow', keys: ['b'], context: 'arbitration', repeats: true },
  {
    id: 'panes.previousRow',
    messageId: 'command.panesPreviousRow',
    keys: ['Shift+B'],
    context: 'arbitration',
    repeats: true,
  },
  { id: 'shared.next', messageId: 'command.sharedNext', keys: ['s'], context: 'arbitration', repeats: true },
  { id: 'panes.compare', messageId: 'command.panesCompare', keys: ['v'], context: 'arbitration' },
  { id: 'panes.lock', messageId: 'compare.lock', keys: ['l'], context: 'arbitration' },
  { id: 'panes.alone', messageId: 'command.panesAlone', keys: ['m'], context: 'arbitration' },
  // Lent by every list that can be saved as a file.
  { id: 'table.xlsx', messageId: 'command.tableXlsx', keys: [], context: 'everywhere' },
  { id: 'table.csv', messageId: 'command.tableCsv', keys: [], context: 'everywhere' },
  { id: 'weekly.last', messageId: 'command.weeklyLast', keys: [], context: 'everywhere' },
  { id: 'weekly.this', messageId: 'command.weeklyThis', keys: [], context: 'everywhere' },
  { id: 'record.open', messageId: 'command.recordOpen', keys: [], context: 'everywhere' },
  { id: 'record.save', messageId: 'command.recordSave', keys: [], context: 'claim' },
  { id: 'record.saveWithPapers', messageId: 'command.recordSaveWithPapers', keys: [], context: 'claim' },
  { id: 'team.balance', messageId: 'command.teamBalance', keys: ['b'], context: 'team' },
  { id: 'team.move', messageId: 'command.teamMove', keys: ['$mod+Enter'], context: 'team' },
  { id: 'lead.next', messageId: 'command.rowNext', keys: ['j'], context: 'lead', repeats: true },
  { id: 'lead.previous', messageId: 'command.rowPrevious', keys: ['k'], context: 'lead', repeats: true },
  { id: 'lead.open', messageId: 'command.rowOpen', keys: ['o'], context: 'lead' },
  { id: 'lead.why', messageId: 'command.why', keys: ['w'], context: 'lead' },
  { id: 'lead.back', messageId: 'command.leadBack', keys: ['Escape'], context: 'lead' },
  { id: 'go.policy', messageId: 'command.goPolicy', keys: ['g p'], context: 'everywhere' },
  { id: 'policy.next', messageId: 'command.policyNext', keys: ['$mod+Enter'], context: 'policy' },
  { id: 'policy.share', messageId: 'command.policyShare', keys: ['$mod+s'], context: 'policy' },
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

export function commandOf(id: CommandId): Command {
  const command: Command | undefined = COMMANDS.find((each) => each.id === id)
  if (command === undefined) throw new Error(`No command ${id}.`)
  return command
}

export function isCommandId(id: string): id is CommandId {
  return COMMANDS.some((each) => each.id === id)
}
