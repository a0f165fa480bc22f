/** Where the parts of a profile lie. */
export const PLACES = {
  database: 'workstation.db',
  documents: 'documents',
  journal: 'journal/operations.jsonl',
  mark: 'profile.id',
  reserve: 'reserve',
  locked: 'locked',
} as const
