import { spellingOf } from '../../../../src-preload/contract/vocabulary/statusNames.ts'

/**
 * What a column may hold, and the headers under which teams and Partner Center have it: one line in English, then one in Italian,
 * German, French, Spanish and Portuguese. The name of the field itself is always one more.
 */
const HEADERS = {
  claimId: `Claim ID | Claim number
    ID richiesta | Anspruchs-ID | Antrags-ID | ID de la demande | Numéro de demande | ID de la reclamación | ID da declaração`,
  claimName: `Claim name | Claim title
    Nome della richiesta | Nome richiesta | Name des Anspruchs | Nom de la demande | Nombre de la reclamación | Nome da declaração`,
  program: `Program | Programme | Incentive program
    Programma | Programm | Programa`,
  solutionArea: `Solution area
    Area della soluzione | Area soluzione | Lösungsbereich | Domaine de solution | Área de solución | Área da solução`,
  activities: `Activities | Activity
    Attività | Aktivitäten | Aktivität | Activités | Activité | Actividades | Actividad | Atividades | Atividade`,
  mpnId: `MPN ID | MPN | PartnerID | Partner location ID | MPN location ID
    ID MPN | ID partner | MPN-Nummer | ID du partenaire | ID de asociado | ID del asociado | ID do parceiro`,
  partnerCompanyName: `Partner | Partner company | Partner company name | Partner name
    Nome del partner | Azienda partner | Partnername | Partnerfirma | Partenaire | Nom du partenaire | Asociado
    | Nombre del asociado | Parceiro | Nome do parceiro`,
  partnerDomains: `Partner domains | Partner domain
    Dominio del partner | Partnerdomäne | Domaine du partenaire | Dominio del asociado | Domínio do parceiro`,
  purchaseChannel: `Purchase channel | Channel | Bought through
    Canale di acquisto | Canale | Bezugsweg | Canal d’achat | Canal de compra | Canal`,
  'customer.companyName': `Customer | Customer company | Customer company name | Customer name
    Cliente | Nome del cliente | Kunde | Kundenname | Client | Nom du client | Nombre del cliente | Nome do cliente`,
  'customer.tenantId': `Customer tenant ID | Tenant ID | Directory ID | Customer directory ID | Microsoft ID
    ID tenant | ID tenant cliente | ID del tenant | ID directory | Mandanten-ID | Mandanten-ID des Kunden | Verzeichnis-ID
    | ID du locataire | ID de locataire | ID d’annuaire | ID del inquilino | ID de inquilino | ID de directorio
    | ID do locatário | ID de locatário | ID do diretório`,
  'customer.domains': `Customer domains | Customer domain | Domains | Domain
    Dominio | Dominio del cliente | Domäne | Kundendomäne | Domaine | Domaine du client | Domínio | Domínio do cliente`,
  'customer.country': `Customer country | Country
    Paese | Paese del cliente | Land | Pays | Pays du client | País | País del cliente | País do cliente`,
  'customer.isPublicSector': `Public sector
    Settore pubblico | Öffentlicher Sektor | Secteur public | Sector público | Setor público`,
  'customerContact.name': headersOf('customer', 'name'),
  'customerContact.title': headersOf('customer', 'title'),
  'customerContact.email': headersOf('customer', 'email'),
  'technicalContact.name': headersOf('technical', 'name'),
  'technicalContact.title': headersOf('technical', 'title'),
  'technicalContact.email': headersOf('technical', 'email'),
  'partnerContact.name': headersOf('partner', 'name'),
  'partnerContact.email': headersOf('partner', 'email'),
  products: `Products | Product | Workloads | Workload | Products/Workloads | Items
    Prodotti | Carichi di lavoro | Produkte | Produkt | Produits | Produit | Productos | Cargas de trabajo
    | Produtos | Cargas de trabalho`,
  subscriptionIds: `Subscription ID | Subscription IDs | Subscription | Subscriptions
    ID sottoscrizione | ID abbonamento | Abonnement-ID | ID d’abonnement | ID de suscripción | ID da assinatura`,
  'revenue.dynamicsSolutionSellerName': `Solution seller | Dynamics solution seller | Solution seller name
    Nome DSS | Name des DSS`,
  'revenue.customerName': `Revenue customer | Revenue customer name | Revenue association customer`,
  'revenue.isvProductName': `ISV product | ISV product name | ISV solution
    Prodotto ISV | ISV-Produkt | Produit ISV | Producto ISV | Produto ISV`,
  'laterFlow.optOutOfIncentivePayment': `Opt out of incentive payment | Opt out`,
  'laterFlow.acknowledged': `Acknowledged | Acknowledgement | Acknowledgements`,
  submittedAt: `Submitted | Submitted at | Submitted on | Submission date | Submitted date | Date submitted
    Data di invio | Inviata il | Eingereicht | Eingereicht am | Einreichungsdatum | Envoyée le | Date d’envoi
    | Date de soumission | Enviado el | Fecha de envío | Enviado em | Data de envio`,
  status: `Status | Claim status | State
    Stato | Stato della richiesta | Anspruchsstatus | Statut | État | Estado`,
  partnerLanguage: `Language | Partner language
    Lingua | Sprache | Langue | Idioma | Língua`,
  'createdBy.name': `Created by | Creator
    Creata da | Erstellt von | Créée par | Creado por | Criado por`,
  'createdBy.role': `Creator role | Created by role
    Ruolo | Rolle | Rôle | Función | Função`,
  replaces: `Replaces | Replaces claim
    Sostituisce | Ersetzt | Remplace | Sustituye a | Substitui`,
  comment: `Comment | Comments
    Commento | Commenti | Kommentar | Kommentare | Commentaire | Commentaires | Comentario | Comentarios`,
  documents: `Documents | Document | Files | File names | PoE | Proof of execution
    Documenti | Dokumente | Dateien | Fichiers | Documentos | Archivos | Arquivos | Ficheiros`,
} as const satisfies Readonly<Record<string, string>>

export type ImportField = keyof typeof HEADERS

export const IMPORT_FIELDS = Object.keys(HEADERS) as readonly ImportField[]

/** Every header with its field. Headers that differ in case, accents, spaces and signs alone are the same one. */
export const KNOWN_HEADERS: readonly (readonly [string, ImportField])[] = IMPORT_FIELDS.flatMap((field) =>
  [field, ...HEADERS[field].split(/[|\n]/)].map((header) => [header.trim(), field] as const),
).filter(([header]) => header !== '')

const BY_SPELLING: ReadonlyMap<string, ImportField> = new Map(
  KNOWN_HEADERS.map(([header, field]) => [spellingOf(header), field]),
)

/** Null = nobody here knows a column of this name. */
export function fieldOfHeader(header: string): ImportField | null {
  return BY_SPELLING.get(spellingOf(header)) ?? null
}

/** Whose contact and which part of it, in either order. */
function headersOf(side: 'customer' | 'technical' | 'partner', part: 'name' | 'title' | 'email'): string {
  const contacts = {
    customer: `Customer contact|Contatto cliente|Contatto del cliente|Kundenkontakt|Contact client|Contact du client
      |Contacto del cliente|Contato do cliente`,
    technical: `Technical contact|Contatto tecnico|Technischer Kontakt|Contact technique|Contacto técnico|Contato técnico`,
    partner: `Partner contact|Contatto partner|Contatto del partner|Partnerkontakt|Contact partenaire
      |Contact du partenaire|Contacto del asociado|Contato do parceiro`,
  }
  const parts = {
    name: 'name|nome|nom|nombre',
    title: 'title|job title|titolo|ruolo|Titel|Position|titre|fonction|cargo|título',
    email:
      'email|email address|mail|mail address|E-Mail-Adresse|adresse e-mail|courriel|correo|correo electrónico',
  }
  const whose = contacts[side].split('|').map((one) => one.trim())
  const said = parts[part].split('|')
  return whose.flatMap((one) => said.flatMap((other) => [`${one} ${other}`, `${other} ${one}`])).join('|')
}
