import type { Tongue } from '../tongue.ts'

export const DUTCH: Tongue = {
  language: 'nl',
  country: 'NLD',
  customer: {
    claimed: 'Kwekerij Zonneveld B.V.',
    written: ['Kwekerij Zonneveld BV', 'KWEKERIJ ZONNEVELD B.V.', 'Kwekerij Zonneveld'],
    short: 'Zonneveld',
    domain: 'kwekerijzonneveld.example',
    sister: 'Zonneveld Transport B.V.',
  },
  partner: {
    claimed: 'Dijkgraaf Automatisering N.V.',
    written: ['Dijkgraaf Automatisering NV', 'DIJKGRAAF AUTOMATISERING', 'Dijkgraaf Automatisering'],
    short: 'Dijkgraaf',
    domain: 'dijkgraaf-it.example',
    sister: 'Dijkgraaf Opleidingen B.V.',
  },
  otherCustomer: 'Waterschap Rietmeer',
  otherPartner: 'Veenpoort ICT B.V.',
  titles: {
    work: ['Opdrachtbevestiging', 'Dienstverleningsovereenkomst', 'Werkopdracht 14', 'Projectovereenkomst'],
    report: ['Opleverrapport', 'Proces-verbaal van oplevering', 'Werkbon'],
    letter: 'Geachte mevrouw Terpstra,',
    changeOrder: 'Wijzigingsopdracht 2',
    purchaseOrder: 'Inkooporder 4500331',
    invoice: ['Factuur 2026-0117', 'Proformafactuur 31'],
    quote: ['Offerte 212', 'Prijsopgave'],
    licences: ['Licentiebestelling', 'Voorstel licentieverlenging'],
    brochure: 'De cloud voor uw bedrijf: onze oplossingen',
  },
  intros: [
    'Tussen {C} en {P} wordt het volgende overeengekomen.',
    'Opdrachtgever: {C}. Opdrachtnemer: {P}.',
    '{C} geeft {P} opdracht tot de hierna beschreven werkzaamheden.',
    'Opgesteld door {P} voor {C}.',
  ],
  defined: [
    ['{C}, hierna te noemen "Opdrachtgever", en {P}, hierna te noemen "Opdrachtnemer".'],
    ['Tussen {P} (hierna: Leverancier) en {C} (hierna: Klant).'],
  ],
  contacts: 'Contactpersonen: {c} (ict@{cd}) en {p} (projecten@{pd}).',
  tenant: 'Tenant-ID Microsoft 365: {T}',
  scope: ['Omschrijving van de werkzaamheden', 'Uitgevoerde werkzaamheden', 'Scope', 'Wat wij doen'],
  work: {
    any: [
      [
        'In maart is {X} in gebruik genomen door {N} medewerkers in Aalsmeer en Naaldwijk.',
        'Er zijn acht trainingen voor gebruikers gegeven.',
      ],
      ['{P} zal {X} op de drie locaties invoeren en de sleutelgebruikers de eerste weken begeleiden.'],
      ['Ingebruikname van {X}', 'Opleiding van gebruikers ({N} personen)', 'Nazorg op locatie, 5 dagen'],
      [
        'Beheer van {X}: aanmaken van accounts, bijwerken van beleidsregels en maandelijkse gebruiksrapportage.',
      ],
    ],
    mail: [
      ['Wij hebben {N} postvakken in twee weekenden overgezet van de oude provider naar {X}.'],
      ['Overzetten van mailboxen naar {X}', 'Aanpassen van de MX-records', 'Herstel van gedeelde agenda’s'],
    ],
    collab: [
      ['In {X} is de structuur voor zes afdelingen opgezet; 1,2 TB van de bestandsserver is overgebracht.'],
      ['Spelregels en inrichting van {X}', 'Adoptietraject met {N} collega’s'],
    ],
    devices: [
      ['{N} laptops zijn in {X} opgenomen en voldoen nu aan het afgesproken beleid.'],
      ['Uitrol van {X} op {N} werkplekken', 'Overdracht aan de servicedesk'],
    ],
    business: [
      ['De consultants hebben {X} ingericht, de stamgegevens ingelezen en de gebruikerstest begeleid.'],
      [
        'Procesanalyse en inrichting van {X}',
        'Conversie van debiteuren en artikelen',
        'Begeleiding livegang',
      ],
    ],
  },
  definedWork: [
    ['Opdrachtnemer installeert en configureert {X} bij Opdrachtgever en leidt de sleutelgebruikers op.'],
    ['Leverancier heeft {N} accounts van Klant overgezet naar {X} en de documentatie opgeleverd.'],
  ],
  rows: {
    head: ['Nr.', 'Werkzaamheid', 'Product', 'Dagen'],
    lines: [
      ['1', 'Voorbereiding van de tenant', 'Microsoft 365', '3'],
      ['2', 'Uitrol naar {N} gebruikers', '{X}', '8'],
      ['3', 'Opleiden van sleutelgebruikers', '{X}', '2'],
    ],
  },
  presales: [
    [
      '{P} heeft {X} in een tweedaagse workshop gepresenteerd en aan de directie gedemonstreerd.',
      'Op grond daarvan besloot {C} tot aankoop.',
    ],
    ['Haalbaarheidsonderzoek naar {X} met 20 proefgebruikers', 'Licentieadvies en businesscase'],
  ],
  revenue: [['Op advies van {P} koos {C} uit drie pakketten voor {X} met de brancheoplossing DijkKas.']],
  plans: [
    ['In 2027 wordt mogelijk de invoering van {X} bekeken, onder voorbehoud van budget.'],
    ['Optioneel, nog niet in opdracht gegeven: invoering van {X}.'],
  ],
  vague: ['Ondersteuning {X}.', 'Algemene hulp bij {X} naar behoefte.'],
  hollow: [
    ['Adviesdiensten zoals overeengekomen.', 'Facturering geschiedt op nacalculatie.'],
    ['IT-dienstverlening, 12 dagen à 920,00', 'Reiskosten apart.'],
  ],
  annexOnly: ['De diensten staan beschreven in bijlage 2, op aanvraag verkrijgbaar.'],
  terms: [
    'Betaling binnen 30 dagen na factuurdatum.',
    'Geschillen worden voorgelegd aan de rechtbank Den Haag.',
    'Partijen zijn gehouden tot geheimhouding.',
  ],
  excluded: [
    '{X} valt buiten scope.',
    'Werkzaamheden aan {X} maken geen deel uit van deze opdracht.',
    'Uitgesloten zijn alle werkzaamheden aan {X}.',
    '{X} is niet inbegrepen.',
  ],
  excludedHeads: ['Buiten scope', 'Uitsluitingen', 'Niet inbegrepen:'],
  foreignWork: [
    ['{P} voert voor {N} gebruikers Slack in en traint de teamleiders.'],
    ['Migratie van {N} accounts naar Google Workspace', 'Training van de servicedesk'],
    ['{P} vervangt de telefooncentrale en bekabelt de nieuwe loods.'],
  ],
  byOthers: [
    ['{X} is door {O} ingevoerd voor {N} gebruikers. {P} leverde 40 beeldschermen.'],
    ['De invoering van {X} wordt verzorgd door {O}. {P} stelt de vergaderzalen beschikbaar.'],
  ],
  onServers: [
    ['{P} werkt {S} bij in het eigen rekencentrum en traint twee beheerders.'],
    ['Onderhoud en back-up van {S}', 'Maandelijkse controle van de servers'],
  ],
  fromServers: [
    '{S} is uitgezet en {N} gebruikers zijn gemigreerd naar {X}.',
    'Migratie van {S} naar {X} voor {N} gebruikers',
  ],
  licenceLines: ['{N} x {X}, jaarlicentie', '{X} (per gebruiker per maand), aantal {N}'],
  tickHeads: ['Producten in deze opdracht (aankruisen wat van toepassing is)', 'Workloads'],
  template: [
    'Tussen [naam klant] en [naam leverancier] wordt het volgende overeengekomen.',
    'Omschrijving van de diensten: ______________________',
    'Producten: <invullen>',
    'Plaats en datum: ______________  Handtekening klant: ______________',
  ],
  brochure: [
    'Ontdek hoe modern werken uw organisatie laat groeien.',
    'Ons bekroonde team helpt bedrijven van elke omvang.',
    'Boek vandaag nog uw gratis adviesgesprek!',
  ],
  unrelated: [
    'Notulen van de vereniging van eigenaars',
    'De beheerder licht de stookkosten toe.',
    'Het schilderen van het trappenhuis is goedgekeurd.',
  ],
  frame: [
    'Deelnemers: {C}; Waterschap Rietmeer; Zuivelfabriek Molenakker U.A.; Gebroeders Hoekzema V.O.F.',
    '{P} kan door elke deelnemer worden ingeschakeld. Wie welke dienst ontvangt, blijkt uit de afzonderlijke opdrachten.',
  ],
  invoiceLines: [
    'Factuuradres: {C}',
    'Leverancier: {P}',
    'Totaal te betalen: 12.480,00 EUR',
    'Betaling binnen 30 dagen',
  ],
  mail: {
    greeting: 'Hoi Jelle,',
    confirm: [
      'hierbij bevestigen wij dat {P} vorige week de invoering van {X} voor onze {N} collega’s heeft afgerond.',
      'Ook de training is goed bevallen.',
    ],
    close: 'Met vriendelijke groet',
  },
  productNames: {
    'ba.sales': ['Dynamics 365 Verkoop'],
    'ba.custsvc': ['Dynamics 365 Klantenservice'],
    'ba.finance': ['Dynamics 365 Financiën'],
  },
}
