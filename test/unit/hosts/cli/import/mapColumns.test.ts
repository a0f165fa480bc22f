import { describe, expect, it } from 'vitest'
import { IMPORT_FIELDS, KNOWN_HEADERS } from '../../../../../src-main/hosts/cli/import/importFields.ts'
import { mapColumns, readOverride } from '../../../../../src-main/hosts/cli/import/mapColumns.ts'
import { UsageError } from '../../../../../src-main/hosts/cli/usageError.ts'
import { spellingOf } from '../../../../../src-preload/contract/vocabulary/statusNames.ts'

const fieldsOf = (header: readonly string[], ...overrides: readonly string[]) =>
  mapColumns(header, overrides.map(readOverride)).mapped.map(({ field }) => field)

describe('the columns of an import', () => {
  it('are known by their headers, whatever their case, accents, spaces and signs', () => {
    expect(
      fieldsOf(['CLAIM-ID', 'directory id', 'PartnerID', 'Workloads', 'Customer contact e-mail', 'attivita']),
    ).toEqual(['claimId', 'customer.tenantId', 'mpnId', 'products', 'customerContact.email', 'activities'])
  })

  it('are known in the languages of the teams', () => {
    expect(fieldsOf(['Anspruchs-ID', 'Verzeichnis-ID', 'Produkte', 'Eingereicht am'])).toEqual([
      'claimId',
      'customer.tenantId',
      'products',
      'submittedAt',
    ])
    expect(fieldsOf(['ID de la demande', 'ID du locataire', 'Nom du contact client'])).toEqual([
      'claimId',
      'customer.tenantId',
    ])
    expect(fieldsOf(['ID de la reclamación', 'Correo electrónico Contacto del cliente'])).toEqual([
      'claimId',
      'customerContact.email',
    ])
  })

  it('have headers that mean one field each, and every field has one', () => {
    const meanings = Map.groupBy(KNOWN_HEADERS, ([header]) => spellingOf(header))
    const several = [...meanings.values()].filter((all) => new Set(all.map(([, field]) => field)).size > 1)
    expect(several).toEqual([])
    expect(new Set(KNOWN_HEADERS.map(([, field]) => field))).toEqual(new Set(IMPORT_FIELDS))
  })

  it('are left out and named when nobody knows them', () => {
    const { ignored, columns } = mapColumns(['Claim ID', 'Weather', '', 'Products'], [])
    expect(ignored).toEqual(['Weather'])
    expect([columns.get('claimId'), columns.get('products')]).toEqual([0, 3])
  })

  it('are what the caller says they are', () => {
    expect(fieldsOf(['Nr', 'Kunde=Mandant'], 'Nr=claimId', 'Kunde=Mandant=customer.tenantId')).toEqual([
      'claimId',
      'customer.tenantId',
    ])
    expect(fieldsOf(['Claim ID', 'Products', 'Workloads'], 'Products=-')).toEqual(['claimId', 'products'])
  })

  it.each([
    [['Claim ID', 'Products', 'Workloads'], [], 'Several columns are products: "Products", "Workloads"'],
    [['P-1', '4711', 'Contoso'], [], 'The file needs a header'],
    [['Products', 'Customer'], [], 'No column holds the claim’s id'],
    [['Claim ID'], ['Nr=claimId'], 'which is no column. Columns: "Claim ID"'],
    [['Claim ID'], ['Claim ID=number'], 'There is no field number. Known: claimId'],
    [['Claim ID'], ['Claim ID'], '--map takes "Header=field"'],
  ] as const)('%j with %j are refused with a word about it', (header, overrides, message) => {
    expect(() => fieldsOf(header, ...overrides)).toThrow(UsageError)
    expect(() => fieldsOf(header, ...overrides)).toThrow(message.replace('’', "'"))
  })
})
