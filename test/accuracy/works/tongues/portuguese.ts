import type { Tongue } from '../tongue.ts'

export const PORTUGUESE: Tongue = {
  language: 'pt',
  country: 'BRA',
  customer: {
    claimed: 'Laticínios Serra Azulã Ltda.',
    written: [
      'Laticinios Serra Azula Ltda',
      'LATICÍNIOS SERRA AZULÃ LTDA',
      'Laticínios Serra Azulã Limitada',
    ],
    short: 'Serra Azulã',
    domain: 'serraazula.example',
    sister: 'Serra Azulã Transportes Ltda.',
  },
  partner: {
    claimed: 'Ipê Nuvem Tecnologia S.A.',
    written: ['Ipe Nuvem Tecnologia SA', 'IPÊ NUVEM TECNOLOGIA S/A', 'Ipê Nuvem Tecnologia'],
    short: 'Ipê Nuvem',
    domain: 'ipenuvem.example',
    sister: 'Ipê Nuvem Locações Ltda.',
  },
  otherCustomer: 'Prefeitura Municipal de Pedra Lisa',
  otherPartner: 'Caatinga Sistemas Ltda.',
  titles: {
    work: [
      'Contrato de prestação de serviços',
      'Ordem de serviço 2026-14',
      'Escopo de trabalho',
      'Termo de contratação',
    ],
    report: ['Relatório de encerramento do projeto', 'Termo de aceite', 'Relatório de atividades'],
    letter: 'Prezada Sra. Furtado,',
    changeOrder: 'Aditivo n.º 2 ao contrato',
    purchaseOrder: 'Pedido de compra 4500-331',
    invoice: ['Nota fiscal de serviços 117', 'Fatura 2026/31'],
    quote: ['Orçamento 212', 'Cotação de preços'],
    licences: ['Pedido de licenças', 'Proposta de renovação de licenças'],
    brochure: 'A nuvem para a sua empresa: nossas soluções',
  },
  intros: [
    'Entre {C} e {P} fica ajustado o que segue.',
    'Cliente: {C}. Prestador: {P}.',
    '{C} contrata {P} para os trabalhos descritos abaixo.',
    'Elaborado por {P} para {C}.',
  ],
  defined: [
    ['{C}, doravante denominada CONTRATANTE, e {P}, doravante denominada CONTRATADA.'],
    ['Entre {P} (a seguir "Prestadora") e {C} (a seguir "Cliente").'],
  ],
  contacts: 'Contatos: {c} (ti@{cd}) e {p} (projetos@{pd}).',
  tenant: 'ID do locatário do Microsoft 365: {T}',
  scope: ['Objeto', 'Atividades realizadas', 'Escopo', 'Descrição dos serviços'],
  work: {
    any: [
      [
        'Em março o {X} entrou em operação para {N} colaboradores das unidades de Lavras e Três Pontas.',
        'Foram ministradas oito turmas de treinamento.',
      ],
      [
        'A {P} fará a implantação do {X} nas três unidades e acompanhará os responsáveis nas primeiras semanas.',
      ],
      ['Entrada em produção do {X}', 'Capacitação de usuários ({N} pessoas)', 'Operação assistida, 5 dias'],
      ['Sustentação do {X}: criação de contas, ajuste de políticas e relatório mensal de utilização.'],
    ],
    mail: [
      ['Transferimos {N} caixas postais do provedor antigo para o {X} em dois fins de semana.'],
      [
        'Migração de caixas de correio para o {X}',
        'Recriação das agendas compartilhadas',
        'Alteração dos registros MX',
      ],
    ],
    collab: [
      ['A estrutura de sites foi montada no {X} e 1,2 TB do servidor de arquivos foram levados para lá.'],
      ['Regras de governança para o {X}', 'Gestão de mudança com {N} colegas'],
    ],
    devices: [
      ['{N} notebooks foram registrados no {X} e adequados às políticas acordadas.'],
      ['Ativação do {X} em {N} máquinas', 'Repasse à central de atendimento'],
    ],
    business: [
      ['Os consultores parametrizaram o {X}, carregaram os cadastros e apoiaram os testes dos usuários.'],
      ['Levantamento de processos e parametrização do {X}', 'Carga de cadastros', 'Apoio à virada'],
    ],
  },
  definedWork: [
    ['A CONTRATADA instalará e configurará o {X} para a CONTRATANTE e capacitará seus usuários-chave.'],
    ['A Prestadora migrou {N} contas do Cliente para o {X} e entregou a documentação.'],
  ],
  rows: {
    head: ['Item', 'Tarefa', 'Produto', 'Dias'],
    lines: [
      ['1', 'Preparação do locatário', 'Microsoft 365', '3'],
      ['2', 'Implantação para {N} usuários', '{X}', '8'],
      ['3', 'Treinamento de multiplicadores', '{X}', '2'],
    ],
  },
  presales: [
    [
      'A {P} apresentou o {X} em um workshop de dois dias e o demonstrou à diretoria.',
      'Com base nisso {C} decidiu pela compra.',
    ],
    ['Prova de conceito do {X} com 20 usuários-piloto', 'Consultoria de licenciamento e caso de negócio'],
  ],
  revenue: [
    [
      'Por indicação da {P}, a {C} escolheu o {X} com a solução setorial IpêLeite entre três produtos avaliados.',
    ],
  ],
  plans: [
    ['Em 2027 poderá ser avaliada a implantação do {X}, conforme orçamento.'],
    ['Opcional, ainda não contratado: implantação do {X}.'],
  ],
  vague: ['Suporte ao {X}.', 'Apoio geral em {X} quando necessário.'],
  hollow: [
    ['Serviços de consultoria conforme acordado.', 'A cobrança é por hora trabalhada.'],
    ['Consultoria em TI, 12 diárias a 1.640,00', 'Despesas de viagem à parte.'],
  ],
  annexOnly: ['Os serviços são os constantes do Anexo II, disponível mediante solicitação.'],
  terms: [
    'O pagamento será feito em 30 dias.',
    'Fica eleito o foro da comarca de Lavras.',
    'As partes manterão sigilo.',
  ],
  excluded: [
    'O {X} está fora do escopo.',
    'Não está incluído o {X} nesta contratação.',
    'Ficam excluídos os trabalhos no {X}.',
    'Não se prevê qualquer atividade no {X}.',
  ],
  excludedHeads: ['Fora do escopo', 'Exclusões', 'Não estão incluídos:'],
  foreignWork: [
    ['A {P} implanta o Slack para {N} usuários e treina os líderes.'],
    ['Migração de {N} contas para o Google Workspace', 'Treinamento da central de atendimento'],
    ['A {P} troca a central telefônica e faz o cabeamento do novo galpão.'],
  ],
  byOthers: [
    ['O {X} foi implantado pela {O} para {N} usuários. A {P} forneceu 40 monitores.'],
    ['A implantação do {X} fica a cargo da {O}. A {P} cede as salas de reunião.'],
  ],
  onServers: [
    ['A {P} atualiza o {S} no CPD próprio e treina dois administradores.'],
    ['Manutenção e backup do {S}', 'Verificação mensal dos servidores'],
  ],
  fromServers: [
    'O {S} foi desativado e {N} usuários foram migrados para o {X}.',
    'Migração do {S} para o {X}, {N} usuários',
  ],
  licenceLines: ['{N} licenças {X}, plano anual', '{X} (por usuário/mês), quantidade {N}'],
  tickHeads: ['Produtos abrangidos (assinale)', 'Cargas de trabalho'],
  template: [
    'Entre [razão social do cliente] e [razão social do prestador] fica ajustado o que segue.',
    'Descrição dos serviços: ______________________',
    'Produtos: <preencher>',
    '______________, ___ de ____________ de 20__  Assinatura do cliente:',
  ],
  brochure: [
    'Descubra como o trabalho moderno faz sua empresa crescer.',
    'Nossa equipe premiada atende organizações de todos os portes.',
    'Agende já sua consultoria gratuita!',
  ],
  unrelated: [
    'Ata de assembleia do condomínio',
    'O síndico apresentou as contas da manutenção do elevador.',
    'Foi aprovada a pintura do hall.',
  ],
  frame: [
    'Órgãos participantes: {C}; Prefeitura Municipal de Pedra Lisa; Cooperativa Montebelo; Irmãos Zanetti ME.',
    'A {P} pode ser acionada por qualquer participante. Os serviços de cada um constam das respectivas ordens.',
  ],
  invoiceLines: ['Tomador: {C}', 'Emitente: {P}', 'Valor total: R$ 12.480,00', 'Vencimento em 30 dias'],
  mail: {
    greeting: 'Oi, Caio,',
    confirm: [
      'confirmamos que a {P} concluiu na semana passada a implantação do {X} para os nossos {N} colegas.',
      'O treinamento também agradou.',
    ],
    close: 'Atenciosamente',
  },
  productNames: {
    'ba.sales': ['Dynamics 365 Vendas'],
    'ba.custsvc': ['Dynamics 365 Atendimento ao Cliente'],
    'ba.finance': ['Dynamics 365 Finanças'],
    'ba.scm': ['Dynamics 365 gerenciamento da cadeia de suprimentos'],
    'ba.fieldservice': ['Dynamics 365 Serviço de Campo'],
    'm365.purview.ip': ['Proteção de Informações do Microsoft Purview'],
  },
}
