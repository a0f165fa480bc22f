import { houses, list, type Tongue, two } from './tongue.ts'

export const PORTUGUESE: Tongue = {
  language: 'pt',
  country: 'BRA',
  customers: houses(
    'Cafés Serra Azulada Ltda. / Belo Horizonte / serraazulada',
    'Moinhos Guararapes S.A. / Recife / moinhosguararapes',
    'Têxtil Caminhoá S.A. / Blumenau / caminhoa',
    'Hospital Vila Jacarandá / Curitiba / vilajacaranda',
  ),
  partners: houses(
    'Nuvem Tropical Tecnologia Ltda. / São Paulo / nuvemtropical',
    'Araucária Sistemas S.A. / Curitiba / araucaria-sistemas',
    'Ponte Digital Consultoria Ltda. / Porto Alegre / pontedigital',
  ),
  people: list(
    'Mariana Couto | Rodrigo Teixeira | Fernanda Pires | João Batista Lemos | Luciana Prado | Eduardo Salles',
  ),
  jobs: list(
    'Diretora de TI | Gerente de Infraestrutura | Sócio-administrador | Diretor Executivo | Coordenadora de Compras',
  ),
  roles: [
    {
      customer: 'CONTRATANTE',
      partner: 'CONTRATADA',
      defines: [', doravante denominada CONTRATANTE', ', doravante denominada CONTRATADA'],
    },
    {
      customer: 'Cliente',
      partner: 'Prestadora',
      defines: ['(doravante “Cliente”)', '(doravante “Prestadora”)'],
    },
    { customer: 'Tomadora', partner: 'Fornecedora', defines: ['(“Tomadora”)', '(“Fornecedora”)'] },
    { customer: 'Cliente', partner: 'Fornecedor', defines: null },
    { customer: 'Contratante', partner: 'Contratada', defines: null },
  ],
  titles: list(
    'Contrato de prestação de serviços | Termo de aceite | Ordem de serviço 27 | Termo aditivo nº 1 | Termo de encerramento de projeto',
  ),
  heads: list(
    'Pelo presente instrumento, {C} e {S} ajustam o seguinte. | Este documento trata dos serviços de {S} para {C}. | {C}, com sede em {OC}, e {S}, com sede em {OS}, acordam:',
  ),
  represented: ', representada por {P}, {T}',
  work: [
    'A {S} migra 620 caixas de correio e implanta o {X} em todas as unidades da {C}.',
    'A {S} configura o {X}, define as políticas de retenção e treina 40 usuários-chave em seis turmas.',
    'Os consultores da {S} conduzem o piloto do {X} e entregam o manual de operação.',
  ],
  clauses: [
    'As despesas de viagem são cobradas à parte. Alterações exigem aditivo escrito.',
    'As partes mantêm sigilo sobre as informações e cumprem a lei de proteção de dados.',
    'Fica eleito o foro da sede da contratante para dirimir dúvidas.',
  ],
  forCompany: list('Pela {N} | {N} | Por {N} | Em nome da {N} | Pela empresa {N}: | p/ {N}'),
  forRole: list('{R} | Pela {R} | A {R} | {R}: | Pelo {R} | {R.}'),
  signature: list(
    'Assinatura | Assinatura e carimbo | (assinatura) | Ass.: | Assinatura do representante legal',
  ),
  signatureOfRole: list('Assinatura do {R} | Assinatura da {R} | Assinatura {R} | {R} – assinatura'),
  name: list('Nome | Nome completo | Nome legível'),
  job: list('Cargo | Função | Na qualidade de'),
  date: list('Data | Data da assinatura | Em | Data:'),
  placeAndDate: list('Local e data | Local, data | Cidade / data'),
  consent: list('De acordo | Aceite | Lido e aceito | Recebido e de acordo | Ciente e de acordo'),
  months: list(
    'janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro | outubro | novembro | dezembro',
  ),
  days: [
    ({ d, month, y }) => `${d} de ${month} de ${y}`,
    ({ d, month, y }) => `${d === 1 ? '1º' : two(d)} de ${month} de ${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${y}`,
    ({ d, m, y }) => `${two(d)}.${two(m)}.${y}`,
    ({ d, m, y }) => `${two(d)}/${two(m)}/${two(y % 100)}`,
    ({ d, month, y }) => `${two(d)}/${month.slice(0, 3)}/${y}`,
  ],
  placedDays: list('{O}, {D} | {O}, em {D} | {O} - {D} | Em {D}, {O}'),
  bothDays: list(
    '{O}, {D}. | E, por estarem de acordo, assinam em {O}, aos {D}. | Assinado em duas vias em {O}, em {D} | Data de assinatura: {D}',
  ),
  letterDays: list('{O}, {D} | {O}, {D}. | Data: {D}'),
  periods: list(
    'Os serviços são executados de {A} a {B}. | Vigência: {A} até {B} | Período de execução: {A} – {B}',
  ),
  salutations: list('Prezados Senhores, | Prezada Sra. Prado, | Prezados,'),
  greetings: list('Atenciosamente, | Cordialmente, | Com os melhores cumprimentos,'),
  confirms: [
    'Confirmamos que a {S} implantou o {X} em todas as nossas unidades, migrou 620 caixas de correio e treinou 40 usuários-chave.',
    'Atestamos que a {S} concluiu para a {C} a implantação do {X}.',
  ],
  stamps: [
    ['Assinado eletronicamente por {P}', 'em {D} às {H}', 'Clicksign – documento {G}'],
    ['DocuSigned by:', '{P}', '{D} | {H} BRT', 'DocuSign Envelope ID: {G}'],
    ['{P} ({M})', 'Assinatura eletrônica em {D} {H}:07', 'Código do documento: {I}'],
  ],
  poorStamps: [['Assinado eletronicamente por {P}'], ['Assinatura eletrônica', '{P}']],
  typed: list('Assinado: {P} | /s/ {P}'),
  witness: list('Testemunha | Testemunhas: 1. | Visto: Jurídico'),
  issued: list('Emitido em {D} | Data de emissão: {D} | Revisão de {D}'),
}
