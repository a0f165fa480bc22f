import { houses, list, type Tongue, two } from './tongue.ts'

const wide = (text: string): string =>
  text.replace(/\d/gu, (figure) => String.fromCodePoint((figure.codePointAt(0) ?? 0) + 0xfee0))

export const JAPANESE: Tongue = {
  language: 'ja',
  country: 'JPN',
  customers: houses(
    '株式会社みずほら精工 / 名古屋市 / mizuhora',
    '青葉野食品株式会社 / 仙台市 / aobano',
    '北潮海運株式会社 / 函館市 / kitashio',
    '医療法人さくら坂会 / 京都市 / sakurazaka',
  ),
  partners: houses(
    '雲海システムズ株式会社 / 東京都 / unkai',
    '株式会社テクノ若竹 / 大阪市 / techno-wakatake',
    'ミドリノ情報株式会社 / 福岡市 / midorino',
  ),
  people: list('佐々木 香織 | 高橋 健一 | 中村 由美 | 渡辺 大輔 | 小川 直樹 | 森田 恵子'),
  jobs: list('情報システム部長 | 代表取締役 | 総務部長 | 取締役 | IT推進室長'),
  roles: [
    { customer: '甲', partner: '乙', defines: ['（以下「甲」という。）', '（以下「乙」という。）'] },
    {
      customer: '委託者',
      partner: '受託者',
      defines: ['（以下「委託者」という。）', '（以下「受託者」という。）'],
    },
    { customer: '発注者', partner: '受注者', defines: ['（以下、発注者という）', '（以下、受注者という）'] },
    { customer: 'お客様', partner: '当社', defines: null },
    {
      customer: '注文者',
      partner: '請負者',
      defines: ['（以下「注文者」という）', '（以下「請負者」という）'],
    },
  ],
  titles: list('業務委託契約書 | 検収書 | 注文請書 | 個別契約書 | 作業完了報告書'),
  heads: list(
    '{C}と{S}は、次のとおり契約を締結する。 | 本書は、{S}が{C}のために行った業務に関するものである。 | 委託者 {C} 受託者 {S}',
  ),
  represented: '（代表者 {T} {P}）',
  work: [
    '{S} は {C} の全拠点に {X} を導入し、 620 個のメールボックスを移行する。',
    '{S} は {X} の設定を行い、 40 名の利用者に対して研修を実施する。',
    '{S} は {X} の展開を支援し、運用手順書を納品する。',
  ],
  clauses: [
    '交通費は別途実費を請求する。変更は書面による。',
    '両当事者は秘密を保持し、個人情報を適切に取り扱う。',
    '本契約に関する紛争は委託者の所在地の裁判所を管轄とする。',
  ],
  forCompany: list('{N} | {N} 御中 ご署名欄 | （会社名） {N} | {N} 代表者'),
  forRole: list('{R} | （{R}） | {R}： | 【{R}】 | {R.}'),
  signature: list('署名 | 記名押印 | ㊞ | 印 | 署名又は記名押印 | ご署名'),
  signatureOfRole: list('{R} 署名 | {R} 記名押印 | {R} 印 | {R} ご署名欄'),
  name: list('氏名 | 代表者名 | ご担当者名'),
  job: list('役職 | 職名'),
  date: list('日付 | 署名日 | 年月日 | ご署名日'),
  placeAndDate: list('場所・日付 | 日付'),
  consent: list('上記の内容を承諾します | 上記のとおり検収しました | 承認 | 上記内容を確認しました'),
  months: list('1月 | 2月 | 3月 | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 | 10月 | 11月 | 12月'),
  days: [
    ({ d, m, y }) => `${y}年${m}月${d}日`,
    ({ d, m, y }) => `令和${y - 2018}年${m}月${d}日`,
    ({ d, m, y }) => `${y} 年 ${m} 月 ${d} 日`,
    ({ d, m, y }) => wide(`${y}年${m}月${d}日`),
    ({ d, m, y }) => `${y}/${two(m)}/${two(d)}`,
    ({ d, m, y }) => `令和 ${y - 2018} 年 ${m} 月 ${d} 日`,
    ({ d, m, y }) => `R${y - 2018}.${m}.${d}`,
  ],
  placedDays: list('{D} | {D} {O}'),
  bothDays: list(
    '本契約締結の証として本書二通を作成し、{D}、各自記名押印のうえ保有する。 | 契約締結日 {D} | {D}',
  ),
  letterDays: list('{D} | 日付：{D}'),
  periods: list('業務の期間は{A}から{B}までとする。 | 契約期間：{A} ～ {B}'),
  salutations: list('{S} 御中 | 拝啓'),
  greetings: list('敬具 | 以上'),
  confirms: [
    '{S} が当社の全拠点に {X} を導入し、 40 名の研修を実施したことを確認しました。',
    '{S} による {X} の導入作業が完了したことを確認します。',
  ],
  stamps: [
    ['電子署名 {P}', '{D} {H}', 'クラウドサイン 書類ID {I}'],
    ['DocuSigned by:', '{P}', '{D} | {H} JST', 'DocuSign Envelope ID: {G}'],
    ['{P} ({M})', '電子署名日時 {D} {H}', '署名ID: {G}'],
  ],
  poorStamps: [['電子署名 {P}'], ['電子署名済', '{P}']],
  typed: list('/s/ {P}'),
  witness: list('立会人 | 連帯保証人'),
  issued: list('発行日 {D} | 作成日：{D}'),
}
