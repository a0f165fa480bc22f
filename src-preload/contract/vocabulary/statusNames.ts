import type { ClaimState, ClaimSubState } from './words.ts'

/**
 * What the statuses are called elsewhere: in Microsoft's pages of six languages (domain.md section 2.1), in later years and in
 * exports (section 2.3). Plain values, as `words.ts`, and the one way in which spellings are compared.
 */
export interface NamedStatus {
  readonly state: ClaimState
  /** Null where the name says nothing of it. */
  readonly subState: ClaimSubState | null
}

/** A name as it is compared: letters and digits alone, no case, no accents. Empty for text without either. */
export function spellingOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** As they are written. Approved stayed English in some translated tables; German has both words in one cell. */
export const STATUS_NAMES: readonly (NamedStatus & { readonly names: readonly string[] })[] = [
  {
    state: 'editing',
    subState: null,
    names: [
      'Editing',
      'Draft',
      'In fase di modifica',
      'Bearbeitung läuft',
      'Modification',
      'Edición',
      'Edição',
      '編集',
    ],
  },
  {
    state: 'submitted',
    subState: null,
    names: ['Submitted', 'Inviata', 'Inviato', 'Inviata (Inviato)', 'Gesendet', 'Envoyée', 'Enviado', '送信'],
  },
  {
    state: 'under_review',
    subState: null,
    names: [
      'Under review',
      'In fase di revisione',
      'Wird überprüft',
      'En cours d’évaluation',
      'En revisión',
      'Em revisão',
      'レビュー中',
    ],
  },
  {
    state: 'partner_action_required',
    subState: null,
    names: [
      'Partner action required',
      'Action required',
      'Azione partner obbligatoria',
      'Partneraktion erforderlich',
      'Action de partenaire requise',
      'Acción de asociado necesaria',
      'Ação de parceiro necessária',
      'パートナーのアクションが必要です',
    ],
  },
  {
    state: 'approved',
    subState: null,
    names: ['Approved', 'Approvato', 'Genehmigt', 'Approuvé', 'Aprobado', 'Aprovado', '承認済み'],
  },
  {
    state: 'rejected',
    subState: null,
    names: [
      'Rejected',
      'Rifiutato',
      'Abgelehnt',
      'Rejected (Abgelehnt)',
      'Rejeté',
      'Rechazada',
      'Rejeitado',
      '拒否',
    ],
  },
  { state: 'under_review', subState: 'dispute_review', names: ['Dispute', 'Disputed'] },
  { state: 'rejected', subState: 'final', names: ['Rejected final'] },
]

const BY_SPELLING: ReadonlyMap<string, NamedStatus> = new Map(
  STATUS_NAMES.flatMap(({ state, subState, names }) =>
    [...names, ...(subState === null ? [state] : [])].map((name) => [spellingOf(name), { state, subState }]),
  ),
)

/** The status that a name stands for, whatever its case, accents and spaces; null = nobody here calls a status so. */
export function statusOfName(name: string): NamedStatus | null {
  return BY_SPELLING.get(spellingOf(name)) ?? null
}
