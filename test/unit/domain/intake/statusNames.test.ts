import { describe, expect, it } from 'vitest'
import { statusNamed } from '../../../../src-main/domain/intake/statusNames.ts'
import { STATUS_NAMES, spellingOf } from '../../../../src-preload/contract/vocabulary/statusNames.ts'
import { CLAIM_STATES } from '../../../../src-preload/contract/vocabulary/words.ts'
import { aPolicy } from '../../../builders/policy.ts'

describe('statuses by other names', () => {
  it('are mapped as an import needs it', () => {
    const names = ['Draft', 'Action required', 'Dispute', 'Disputed', 'Rejected final']
    expect(names.map((name) => statusNamed(name))).toEqual([
      { state: 'editing', subState: null },
      { state: 'partner_action_required', subState: null },
      { state: 'under_review', subState: 'dispute_review' },
      { state: 'under_review', subState: 'dispute_review' },
      { state: 'rejected', subState: 'final' },
    ])
  })

  it('S-30: each status is known in seven languages', () => {
    const labels = {
      editing: [
        'Editing',
        'In fase di modifica',
        'Bearbeitung läuft',
        'Modification',
        'Edición',
        'Edição',
        '編集',
      ],
      submitted: ['Submitted', 'Inviata', 'Inviato', 'Gesendet', 'Envoyée', 'Enviado', '送信'],
      under_review: [
        'Under review',
        'In fase di revisione',
        'Wird überprüft',
        "En cours d'évaluation",
        'En revisión',
        'Em revisão',
        'レビュー中',
      ],
      partner_action_required: [
        'Partner action required',
        'Azione partner obbligatoria',
        'Partneraktion erforderlich',
        'Action de partenaire requise',
        'Acción de asociado necesaria',
        'Ação de parceiro necessária',
        'パートナーのアクションが必要です',
      ],
      approved: ['Approved', 'Approvato', 'Genehmigt', 'approuvé', 'Aprobado', 'Aprovado', '承認済み'],
      rejected: ['Rejected', 'Rejected (Abgelehnt)', 'Rifiutato', 'Rejeté', 'Rechazada', 'Rejeitado', '拒否'],
    }
    for (const [state, names] of Object.entries(labels))
      for (const name of names) expect(statusNamed(name), name).toEqual({ state, subState: null })
  })

  it('are known whatever their case, accents and spaces', () => {
    for (const name of ['UNDER REVIEW', 'under_review', ' Under  Review ', 'Under-review'])
      expect(statusNamed(name)?.state).toBe('under_review')
    expect(statusNamed('ACAO DE PARCEIRO NECESSARIA')?.state).toBe('partner_action_required')
    expect(statusNamed('Rejected – Final')?.subState).toBe('final')
  })

  it('are unknown where nobody calls a status so, the sibling process included', () => {
    for (const name of ['Terminated', 'Customer consent received', 'Unknown', '', '—'])
      expect(statusNamed(name)).toBeNull()
  })

  it('take the names that a profile gives', () => {
    const { statusNames } = aPolicy('docs-2023')
    expect(statusNamed(statusNames.rejected_final ?? '', statusNames)).toEqual({
      state: 'rejected',
      subState: 'final',
    })
    expect(statusNamed('Entwurf', { editing: 'Entwurf' })).toEqual({ state: 'editing', subState: null })
  })

  it('never mean two things, and each status but the unknown one has its own id for a name', () => {
    const spellings = STATUS_NAMES.flatMap(({ names, state, subState }) =>
      names.map((name) => [spellingOf(name), `${state} ${subState}`] as const),
    )
    expect(new Set(spellings.map(([, status]) => status)).size).toBe(STATUS_NAMES.length)
    const byName = new Map<string, string>()
    for (const [spelling, status] of spellings) {
      expect(byName.get(spelling) ?? status, spelling).toBe(status)
      byName.set(spelling, status)
    }
    for (const state of CLAIM_STATES.filter((one) => one !== 'unknown'))
      expect(statusNamed(state)?.state).toBe(state)
  })
})
