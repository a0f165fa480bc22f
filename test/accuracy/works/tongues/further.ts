import type { Tongue } from '../tongue.ts'

/** More ways of saying the same, as other writers would. */
export type Further = Pick<
  Tongue,
  'presales' | 'plans' | 'vague' | 'hollow' | 'excluded' | 'excludedHeads'
> & {
  readonly any: readonly (readonly string[])[]
  readonly invoice: readonly string[]
  readonly quote: readonly string[]
}

export const FURTHER: Readonly<Record<string, Further>> = {
  en: {
    any: [
      [
        'Phase 1 is complete: {X} has been live in Finance and HR since 9 March; {N} colleagues use it daily.',
      ],
      ['Discover, design, pilot and scale {X}', 'Coaching of team leads', 'Drop-in clinics, twice a week'],
      [
        'Our engineers have switched the branches over from the legacy tool to {X} and cleaned up stale accounts.',
      ],
    ],
    presales: [
      ['A half-day envisioning session showed the directors what {X} could do for them, with an ROI model.'],
    ],
    plans: [['Possible follow-on work, to be agreed separately: extending to {X}.']],
    vague: ['Help with {X}.', 'Advice on {X} when asked.'],
    hollow: [['General IT services under the framework terms.', 'Rates are reviewed every January.']],
    excluded: [
      'We will not touch {X}.',
      '{X} remains the responsibility of the client’s own team and is not covered.',
    ],
    excludedHeads: ['Not covered', 'What is not included'],
    invoice: ['Invoice'],
    quote: ['Our offer'],
  },
  it: {
    any: [
      ['Dal 9 marzo {X} è operativo negli uffici amministrativi; lo usano ogni giorno {N} colleghi.'],
      [
        'Progettazione, pilota ed estensione di {X}',
        'Tutoraggio dei responsabili',
        'Sportello utenti due volte a settimana',
      ],
      ['I nostri tecnici hanno portato le filiali su {X}, bonificando gli account obsoleti.'],
    ],
    presales: [
      [
        'In mezza giornata abbiamo mostrato alla direzione le possibilità di {X}, con una stima del ritorno economico.',
      ],
    ],
    plans: [['Possibile seguito, da concordare a parte: estensione a {X}.']],
    vague: ['Aiuto su {X}.', 'Consigli su {X} a richiesta.'],
    hollow: [
      ['Servizi informatici generici secondo le condizioni quadro.', 'Le tariffe sono riviste a gennaio.'],
    ],
    excluded: ['{X} non è oggetto di intervento.', 'Non sono previsti lavori su {X}.'],
    excludedHeads: ['Non compreso', 'Voci escluse'],
    invoice: ['Fattura'],
    quote: ['Offerta n. 88'],
  },
  de: {
    any: [
      [
        'Seit dem 9. März ist {X} in Buchhaltung und Personal im Einsatz; {N} Kolleginnen und Kollegen arbeiten täglich damit.',
      ],
      [
        'Konzeption, Pilot und Flächenausbreitung {X}',
        'Coaching der Teamleitungen',
        'Sprechstunden, zweimal wöchentlich',
      ],
      ['Unsere Techniker haben die Filialen auf {X} umgezogen und verwaiste Konten bereinigt.'],
    ],
    presales: [
      [
        'In einem halbtägigen Termin wurden der Geschäftsführung die Möglichkeiten von {X} gezeigt, samt Renditerechnung.',
      ],
    ],
    plans: [['Denkbare Folgeleistung, separat zu vereinbaren: Ausweitung auf {X}.']],
    vague: ['Hilfe bei {X}.', 'Rat zu {X} auf Anfrage.'],
    hollow: [
      [
        'Allgemeine IT-Dienstleistungen gemäß Rahmenbedingungen.',
        'Die Sätze werden jeweils im Januar angepasst.',
      ],
    ],
    excluded: [
      'An {X} werden keine Arbeiten vorgenommen.',
      '{X} verbleibt in der Zuständigkeit des Kunden und ist nicht abgedeckt.',
    ],
    excludedHeads: ['Nicht umfasst', 'Was nicht dazugehört'],
    invoice: ['Ihre Rechnung'],
    quote: ['Unser Angebot'],
  },
  fr: {
    any: [
      [
        'Depuis le 9 mars, {X} est opérationnel à la comptabilité et aux RH ; {N} collègues l’utilisent chaque jour.',
      ],
      [
        'Conception, pilote et extension de {X}',
        'Coaching des chefs d’équipe',
        'Permanences, deux fois par semaine',
      ],
      ['Nos techniciens ont fait passer les agences à {X} et nettoyé les comptes obsolètes.'],
    ],
    presales: [
      [
        'En une demi-journée, les possibilités de {X} ont été montrées à la direction, avec un calcul de retour sur investissement.',
      ],
    ],
    plans: [['Suite possible, à convenir séparément : extension à {X}.']],
    vague: ['Aide sur {X}.', 'Conseils sur {X} à la demande.'],
    hollow: [
      [
        'Services informatiques généraux selon les conditions-cadres.',
        'Les taux sont révisés chaque janvier.',
      ],
    ],
    excluded: ['Nous n’intervenons pas sur {X}.', '{X} reste à la charge du client et n’est pas couvert.'],
    excludedHeads: ['Non inclus', 'Ce qui n’est pas couvert'],
    invoice: ['Facture'],
    quote: ['Offre de prix'],
  },
  es: {
    any: [
      ['Desde el 9 de marzo {X} está operativo en contabilidad y personal; {N} compañeros lo usan a diario.'],
      [
        'Diseño, piloto y extensión de {X}',
        'Tutoría de los jefes de equipo',
        'Consultorio dos veces por semana',
      ],
      ['Nuestros técnicos han pasado las sucursales a {X} y han depurado las cuentas obsoletas.'],
    ],
    presales: [
      [
        'En media jornada se mostraron a la dirección las posibilidades de {X}, con un cálculo del retorno de la inversión.',
      ],
    ],
    plans: [['Posible continuación, por acordar aparte: extensión a {X}.']],
    vague: ['Ayuda con {X}.', 'Consejos sobre {X} a petición.'],
    hollow: [
      ['Servicios informáticos generales según las condiciones marco.', 'Las tarifas se revisan cada enero.'],
    ],
    excluded: ['No se actuará sobre {X}.', '{X} sigue a cargo del cliente y no está cubierto.'],
    excludedHeads: ['No incluido', 'Lo que queda fuera'],
    invoice: ['Factura'],
    quote: ['Oferta 88'],
  },
  pt: {
    any: [
      ['Desde 9 de março o {X} está em uso na contabilidade e no RH; {N} colegas o utilizam diariamente.'],
      [
        'Desenho, piloto e expansão do {X}',
        'Acompanhamento dos líderes',
        'Plantão de dúvidas duas vezes por semana',
      ],
      ['Nossos técnicos passaram as filiais para o {X} e limparam as contas obsoletas.'],
    ],
    presales: [
      [
        'Em meio período mostramos à diretoria as possibilidades do {X}, com um cálculo de retorno do investimento.',
      ],
    ],
    plans: [['Possível continuação, a combinar à parte: extensão ao {X}.']],
    vague: ['Ajuda com o {X}.', 'Conselhos sobre o {X} sob demanda.'],
    hollow: [
      ['Serviços gerais de informática conforme as condições gerais.', 'As tarifas são revistas em janeiro.'],
    ],
    excluded: ['Não haverá intervenção no {X}.', 'O {X} continua a cargo do cliente e não está coberto.'],
    excludedHeads: ['Não incluso', 'O que fica de fora'],
    invoice: ['Fatura'],
    quote: ['Proposta comercial'],
  },
  nl: {
    any: [
      [
        'Sinds 9 maart draait {X} op de boekhouding en bij personeelszaken; {N} collega’s gebruiken het dagelijks.',
      ],
      [
        'Ontwerp, proef en uitbreiding van {X}',
        'Coaching van teamleiders',
        'Inloopspreekuur, twee keer per week',
      ],
      ['Onze technici hebben de filialen laten overstappen op {X} en verlopen accounts opgeruimd.'],
    ],
    presales: [
      ['In een dagdeel zijn de directie de mogelijkheden van {X} getoond, met een terugverdienberekening.'],
    ],
    plans: [['Denkbaar vervolg, apart af te spreken: uitbreiding naar {X}.']],
    vague: ['Hulp bij {X}.', 'Advies over {X} op verzoek.'],
    hollow: [
      [
        'Algemene ICT-diensten volgens de raamvoorwaarden.',
        'De tarieven worden elk jaar in januari herzien.',
      ],
    ],
    excluded: [
      'Aan {X} wordt niet gewerkt.',
      '{X} blijft de verantwoordelijkheid van de klant en valt niet onder deze opdracht.',
    ],
    excludedHeads: ['Niet inbegrepen', 'Wat er niet bij hoort'],
    invoice: ['Factuur'],
    quote: ['Onze offerte'],
  },
  pl: {
    any: [
      ['Od 9 marca {X} działa w księgowości i kadrach; codziennie korzysta z niego {N} osób.'],
      [
        'Projekt, pilotaż i rozszerzenie {X}',
        'Coaching kierowników',
        'Dyżury dla użytkowników dwa razy w tygodniu',
      ],
      ['Nasi technicy przestawili oddziały na {X} i uporządkowali nieaktywne konta.'],
    ],
    presales: [
      [
        'Podczas półdniowego spotkania pokazano zarządowi możliwości {X} wraz z rachunkiem zwrotu z inwestycji.',
      ],
    ],
    plans: [['Możliwa kontynuacja, do uzgodnienia osobno: rozszerzenie na {X}.']],
    vague: ['Pomoc przy {X}.', 'Porady dotyczące {X} na życzenie.'],
    hollow: [['Ogólne usługi informatyczne według warunków ramowych.', 'Stawki są weryfikowane w styczniu.']],
    excluded: [
      'Przy {X} nie będą prowadzone żadne prace.',
      '{X} pozostaje po stronie klienta i nie jest objęty umową.',
    ],
    excludedHeads: ['Nie obejmuje', 'Czego nie robimy'],
    invoice: ['Faktura'],
    quote: ['Nasza oferta'],
  },
  ja: {
    any: [
      ['3月9日より経理部及び人事部で{X}の利用を開始し、{N}名が日常的に使用しています。'],
      ['{X}の設計・試行・全社展開', '部門長へのコーチング', '質問会(週2回)'],
      ['弊社技術者が各支店を{X}へ切り替え、不要アカウントを整理しました。'],
    ],
    presales: [['半日の説明の場で、経営層に{X}の活用例をお見せし、投資効果を試算した。']],
    plans: [['今後の候補(別途協議):{X}への拡大']],
    vague: ['{X}の相談対応', '{X}に関する助力'],
    hollow: [['情報システム関連業務全般', '単価は毎年1月に見直す。']],
    excluded: ['{X}には手を加えない。', '{X}はお客様の責任範囲とし、対象としない。'],
    excludedHeads: ['含まれないもの', '除外事項'],
    invoice: ['御請求書'],
    quote: ['お見積書'],
  },
}
