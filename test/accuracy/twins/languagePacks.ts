/** What papers of one language say. `{P}` is the partner, `{C}` the customer, `{X}` the product; every sentence is ours. */
export interface LanguagePack {
  readonly language: string
  readonly country: string
  readonly customer: Company
  readonly partner: Company
  readonly other: Company
  readonly title: string
  readonly certificate: string
  readonly intro: string
  readonly scope: string
  /** Concrete work of a deployment. */
  readonly work: readonly string[]
  /** As concrete, and about something that is nobody's claim. */
  readonly otherWork: readonly string[]
  readonly excluded: string
  /** Lines that stand on such papers and tell of no work. */
  readonly terms: readonly string[]
  readonly labels: {
    readonly customer: string
    readonly partner: string
    readonly forSide: string
    readonly signature: string
    readonly name: string
    readonly role: string
    readonly date: string
    readonly agreed: string
  }
  /** Of an ISO day, as it is written out. */
  readonly day: (iso: string) => string
}

export interface Company {
  readonly company: string
  readonly short: string
  readonly domain: string
  readonly person: string
  readonly role: string
  readonly city: string
}

const written =
  (months: string, pattern: (day: number, month: string, year: number) => string) =>
  (iso: string): string => {
    const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
    return pattern(day, months.split(' ')[month - 1] ?? '', year)
  }

const company = (
  name: string,
  short: string,
  domain: string,
  person: string,
  role: string,
  city: string,
): Company => ({
  company: name,
  short,
  domain,
  person,
  role,
  city,
})

export const LANGUAGE_PACKS: readonly LanguagePack[] = [
  {
    language: 'en',
    country: 'GBR',
    customer: company(
      'Thornbury Glass Ltd',
      'Thornbury',
      'thornburyglass.example',
      'Moira Sutcliffe',
      'IT Manager',
      'Leeds',
    ),
    partner: company(
      'Cobalt Lane Systems Ltd',
      'Cobalt Lane',
      'cobaltlane.example',
      'Dev Hargreave',
      'Director',
      'York',
    ),
    other: company('Pellworth Foods plc', 'Pellworth', 'pellworth.example', 'Ian Rudge', 'IT Lead', 'Hull'),
    title: 'Statement of Work',
    certificate: 'Acceptance certificate',
    intro: 'This statement of work is agreed between {C} and {P}.',
    scope: 'Scope',
    work: [
      '{P} deploys {X} for 420 users at three sites and configures guest access and retention.',
      '{P} migrates the existing workspaces, trains 30 key users and writes the handover manual.',
    ],
    otherWork: [
      '{P} deploys the new door access system for 420 users at three sites and configures the badges.',
      '{P} migrates the existing records, trains 30 key users and writes the handover manual.',
    ],
    excluded: '{X} is not part of this order.',
    terms: ['Invoices are payable within 30 days.', 'The price is fixed for the term of this agreement.'],
    labels: {
      customer: 'Customer',
      partner: 'Supplier',
      forSide: 'For {N}',
      signature: 'Signature',
      name: 'Name',
      role: 'Title',
      date: 'Date',
      agreed: 'Agreed and accepted',
    },
    day: written(
      'January February March April May June July August September October November December',
      (d, m, y) => `${d} ${m} ${y}`,
    ),
  },
  {
    language: 'it',
    country: 'ITA',
    customer: company(
      'Ceramiche Valdoro S.p.A.',
      'Valdoro',
      'ceramichevaldoro.example',
      'Ilaria Benassi',
      'Responsabile IT',
      'Modena',
    ),
    partner: company(
      'Ponte Digitale S.r.l.',
      'Ponte Digitale',
      'pontedigitale.example',
      'Sandro Melis',
      'Amministratore',
      'Parma',
    ),
    other: company(
      'Molini Ferrabosco S.r.l.',
      'Ferrabosco',
      'ferrabosco.example',
      'Carlo Righi',
      'Direttore',
      'Lodi',
    ),
    title: 'Ordine di lavoro',
    certificate: 'Verbale di accettazione',
    intro: 'Il presente ordine di lavoro è concordato tra {C} e {P}.',
    scope: 'Oggetto delle attività',
    work: [
      '{P} esegue la messa in servizio di {X} per 420 utenti in tre sedi e configura accessi esterni e conservazione.',
      '{P} migra gli spazi esistenti, forma 30 referenti e redige il manuale di consegna.',
    ],
    otherWork: [
      '{P} esegue la messa in servizio del nuovo sistema di apertura porte per 420 utenti e configura i tesserini.',
      '{P} migra gli archivi esistenti, forma 30 referenti e redige il manuale di consegna.',
    ],
    excluded: '{X} non è compreso nel presente ordine.',
    terms: ['Le fatture sono pagabili a 30 giorni.', 'Il prezzo è fisso per la durata del contratto.'],
    labels: {
      customer: 'Cliente',
      partner: 'Fornitore',
      forSide: 'Per {N}',
      signature: 'Firma',
      name: 'Nome',
      role: 'Funzione',
      date: 'Data',
      agreed: 'Per accettazione',
    },
    day: written(
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
      (d, m, y) => `${d} ${m} ${y}`,
    ),
  },
  {
    language: 'de',
    country: 'DEU',
    customer: company(
      'Sägewerk Brunnhofer GmbH',
      'Brunnhofer',
      'brunnhofer.example',
      'Anja Wiedmann',
      'Leiterin IT',
      'Passau',
    ),
    partner: company(
      'Netzbogen Beratung GmbH',
      'Netzbogen',
      'netzbogen.example',
      'Jörg Falter',
      'Geschäftsführer',
      'Ulm',
    ),
    other: company('Kelterei Aumüller KG', 'Aumüller', 'aumueller.example', 'Uwe Brenk', 'Leiter', 'Trier'),
    title: 'Leistungsschein',
    certificate: 'Abnahmeprotokoll',
    intro: 'Dieser Leistungsschein wird zwischen der {C} und der {P} vereinbart.',
    scope: 'Leistungsumfang',
    work: [
      '{P} führt {X} für 420 Anwender an drei Standorten ein und richtet Gastzugriff und Aufbewahrung ein.',
      '{P} migriert die bestehenden Arbeitsbereiche, schult 30 Schlüsselanwender und erstellt das Handbuch.',
    ],
    otherWork: [
      '{P} führt die neue Schließanlage für 420 Anwender an drei Standorten ein und richtet die Ausweise ein.',
      '{P} migriert die bestehenden Akten, schult 30 Schlüsselanwender und erstellt das Handbuch.',
    ],
    excluded: '{X} ist nicht Bestandteil dieses Auftrags.',
    terms: [
      'Rechnungen sind innerhalb von 30 Tagen zahlbar.',
      'Der Preis gilt für die Laufzeit des Vertrags.',
    ],
    labels: {
      customer: 'Auftraggeber',
      partner: 'Auftragnehmer',
      forSide: 'Für {N}',
      signature: 'Unterschrift',
      name: 'Name',
      role: 'Funktion',
      date: 'Datum',
      agreed: 'Einverstanden',
    },
    day: written(
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      (d, m, y) => `${d}. ${m} ${y}`,
    ),
  },
  {
    language: 'fr',
    country: 'FRA',
    customer: company(
      'Papeterie Montclar SAS',
      'Montclar',
      'montclar.example',
      'Hélène Vasseur',
      'Directrice informatique',
      'Nîmes',
    ),
    partner: company(
      'Atelier Rivage SARL',
      'Rivage',
      'atelierrivage.example',
      'Luc Fournel',
      'Gérant',
      'Arles',
    ),
    other: company('Minoterie Delorge SA', 'Delorge', 'delorge.example', 'Paul Hamon', 'Directeur', 'Dijon'),
    title: 'Bon de mission',
    certificate: 'Procès-verbal de recette',
    intro: 'Le présent bon de mission est convenu entre {C} et {P}.',
    scope: 'Prestations',
    work: [
      '{P} déploie {X} pour 420 utilisateurs sur trois sites et configure les accès invités et la conservation.',
      '{P} migre les espaces existants, forme 30 référents et rédige le manuel de remise.',
    ],
    otherWork: [
      '{P} déploie le nouveau contrôle des portes pour 420 utilisateurs sur trois sites et configure les badges.',
      '{P} migre les archives existantes, forme 30 référents et rédige le manuel de remise.',
    ],
    excluded: '{X} ne fait pas partie de ce bon de mission.',
    terms: ['Les factures sont payables à 30 jours.', 'Le prix est fixe pour la durée du contrat.'],
    labels: {
      customer: 'Client',
      partner: 'Prestataire',
      forSide: 'Pour {N}',
      signature: 'Signature',
      name: 'Nom',
      role: 'Fonction',
      date: 'Date',
      agreed: 'Bon pour accord',
    },
    day: written(
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      (d, m, y) => `${d === 1 ? '1er' : d} ${m} ${y}`,
    ),
  },
  {
    language: 'es',
    country: 'ESP',
    customer: company(
      'Conservas Albariza, S.L.',
      'Albariza',
      'albariza.example',
      'Nuria Cebrián',
      'Directora de Sistemas',
      'Murcia',
    ),
    partner: company(
      'Faro Sur Tecnología, S.L.',
      'Faro Sur',
      'farosur.example',
      'Tomás Iriarte',
      'Gerente',
      'Cádiz',
    ),
    other: company(
      'Harinas Peñalta, S.A.',
      'Peñalta',
      'penalta.example',
      'Luis Borrego',
      'Director',
      'Ávila',
    ),
    title: 'Orden de trabajo',
    certificate: 'Acta de aceptación',
    intro: 'La presente orden de trabajo se acuerda entre {C} y {P}.',
    scope: 'Alcance',
    work: [
      '{P} despliega {X} para 420 usuarios en tres sedes y configura los accesos de invitados y la retención.',
      '{P} migra los espacios existentes, forma a 30 usuarios clave y redacta el manual de entrega.',
    ],
    otherWork: [
      '{P} despliega el nuevo control de puertas para 420 usuarios en tres sedes y configura las tarjetas.',
      '{P} migra los archivos existentes, forma a 30 usuarios clave y redacta el manual de entrega.',
    ],
    excluded: '{X} no forma parte de esta orden.',
    terms: ['Las facturas son pagaderas a 30 días.', 'El precio es fijo durante la vigencia del contrato.'],
    labels: {
      customer: 'Cliente',
      partner: 'Proveedor',
      forSide: 'Por {N}',
      signature: 'Firma',
      name: 'Nombre',
      role: 'Cargo',
      date: 'Fecha',
      agreed: 'Conforme',
    },
    day: written(
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      (d, m, y) => `${d} de ${m} de ${y}`,
    ),
  },
  {
    language: 'pt',
    country: 'PRT',
    customer: company(
      'Cortiças Serrabela, Lda.',
      'Serrabela',
      'serrabela.example',
      'Marta Figueira',
      'Diretora de TI',
      'Évora',
    ),
    partner: company(
      'Maré Alta Sistemas, Lda.',
      'Maré Alta',
      'marealta.example',
      'Rui Sampaio',
      'Gerente',
      'Faro',
    ),
    other: company(
      'Moagens Vilarinho, S.A.',
      'Vilarinho',
      'vilarinho.example',
      'José Caeiro',
      'Diretor',
      'Beja',
    ),
    title: 'Ordem de serviço',
    certificate: 'Termo de aceitação',
    intro: 'A presente ordem de serviço é acordada entre {C} e {P}.',
    scope: 'Âmbito dos trabalhos',
    work: [
      '{P} implementa {X} para 420 utilizadores em três locais e configura os acessos de convidados e a retenção.',
      '{P} migra os espaços existentes, forma 30 utilizadores-chave e redige o manual de entrega.',
    ],
    otherWork: [
      '{P} implementa o novo controlo de portas para 420 utilizadores em três locais e configura os cartões.',
      '{P} migra os arquivos existentes, forma 30 utilizadores-chave e redige o manual de entrega.',
    ],
    excluded: '{X} não faz parte desta ordem.',
    terms: ['As faturas são pagas a 30 dias.', 'O preço é fixo durante a vigência do contrato.'],
    labels: {
      customer: 'Cliente',
      partner: 'Fornecedor',
      forSide: 'Pela {N}',
      signature: 'Assinatura',
      name: 'Nome',
      role: 'Cargo',
      date: 'Data',
      agreed: 'De acordo',
    },
    day: written(
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
      (d, m, y) => `${d} de ${m} de ${y}`,
    ),
  },
]
