import { annotation, changed, flattened, type Forgery } from './forgery.ts'

interface Field {
  readonly type?: string
  readonly value: string | null
  /** What its picture shows; null: nothing. */
  readonly shown: string | null
  readonly entries?: string
}

/** A paper with a field that holds one thing and shows another, or the same. */
async function withField({ type = 'Tx', value, shown, entries = '' }: Field): Promise<Uint8Array> {
  return flattened(
    await changed((revision, page) => {
      const field = annotation(revision, page, {
        kind: 'Widget',
        box: [300, 400, 480, 420],
        draw: shown === null ? '' : `/Tx BMC BT /F1 9 Tf 2 6 Td (${shown}) Tj ET EMC`,
        entries: `/FT /${type} /T (seats) ${value === null ? '' : `/V (${value})`} /F 4 ${entries}`,
      })
      revision.put(revision.root, { AcroForm: `<< /Fields [${field} 0 R] >>` })
    }),
  )
}

const CHOICES = '/Ff 131072 /Opt [(not accepted) (accepted)]'

/** Fields whose value and picture part ways. */
export const FIELD_FORGERIES: readonly Forgery[] = [
  {
    kind: 'field_mismatch',
    hostile: {
      'a figure that shows as another': () => withField({ value: '500', shown: '50' }),
      'a value that shows nowhere': () => withField({ value: 'Microsoft Teams is deployed', shown: null }),
      'a choice that shows as the other': () =>
        withField({ type: 'Ch', value: 'accepted', shown: 'not accepted', entries: CHOICES }),
      'a date that shows as another': () => withField({ value: '2026-04-14', shown: '2024-04-14' }),
    },
    clean: {
      'a value as it shows': () => withField({ value: '500', shown: '500' }),
      'a field that nobody filled': () => withField({ value: null, shown: null }),
      'a choice as it shows': () =>
        withField({ type: 'Ch', value: 'accepted', shown: 'accepted', entries: CHOICES }),
      'a value that shows with other spaces': () =>
        withField({ value: '14 April 2026', shown: '14  April  2026' }),
    },
  },
]
