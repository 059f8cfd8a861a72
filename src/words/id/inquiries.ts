import { type Letter, paragraphs } from './notice.ts'

interface Facts {
  agency: string
  /** By when the head answers. */
  due: string | undefined
  /** Reports that are late, with their day. */
  lines?: string[]
  link: string
}

function open(link: string): string {
  return `Buka di sini:\n${link}`
}

/** What those who oversee say to an agency, and what its head answers. */
export const inquiries = {
  title: 'Teguran dan penjelasan',
  lead: 'Hanya dibaca petugas. Semuanya tercatat dan tidak bisa dihapus.',
  owed: 'Penjelasan yang ditunggu',
  ofCases: 'Tentang satu laporan',
  none: 'Tidak ada penjelasan yang ditunggu.',
  due: (date: string) => `Jawab paling lambat ${date}.`,
  late: (date: string) => `Terlambat sejak ${date}.`,
  lateThen: (n: string) => `${n} laporan lewat tenggat saat itu.`,
  write: 'Tulis kepada OPD',
  agency: 'OPD',
  choose: 'Pilih OPD',
  what: 'Yang Anda lakukan',
  kinds: { reminder: 'Ingatkan', question: 'Minta penjelasan kepala OPD' },
  kindHint: 'Teguran sampai ke penghubung dan kepala, dengan daftar yang lewat tenggat.',
  text: 'Pesan',
  send: 'Kirim',
  answer: 'Penjelasan Anda',
  sendAnswer: 'Kirim penjelasan',
  past: 'Yang sudah ditulis',
  noPast: 'Belum ada.',
  did: {
    reminder: (by: string, agency: string) => `${by} mengingatkan ${agency}`,
    question: (by: string, agency: string) => `${by} meminta penjelasan ${agency}`,
    answer: (by: string, agency: string) => `${by} menjelaskan untuk ${agency}`,
  },
  done: {
    reminder: 'Teguran terkirim.',
    question: 'Penjelasan diminta.',
    answer: 'Penjelasan terkirim.',
  },
  refused: {
    agency: 'Pilih OPD yang bukan OPD Anda sendiri.',
    kind: 'Pilih ingatkan atau minta penjelasan.',
    short: 'Tulis minimal 10 karakter.',
    long: 'Tulis paling banyak 5.000 karakter.',
    reminder: 'Anda sudah mengingatkan OPD ini hari ini. Lanjutkan besok.',
    question: 'Kepala OPD ini masih diminta menjelaskan. Tunggu jawabannya.',
    answer: 'Sudah ada yang menjawab permintaan ini.',
  },
  letters: {
    reminded: ({ agency, lines = [], link }: Facts): Letter => ({
      subject: `Teguran untuk ${agency}`,
      body: paragraphs(
        `Pimpinan atau Inspektorat meminta perhatian ${agency}.`,
        lines.length > 0 && `Lewat tenggat, yang paling mendesak di atas:\n${lines.join('\n')}`,
        open(link),
      ),
    }),
    asked: ({ agency, due, link }: Facts): Letter => ({
      subject: `Penjelasan Anda diminta: ${agency}`,
      body: paragraphs(
        `Pimpinan atau Inspektorat meminta penjelasan kepala ${agency}.`,
        due && `Jawab paling lambat ${due}.`,
        open(link),
      ),
    }),
    explained: ({ agency, link }: Facts): Letter => ({
      subject: `Penjelasan dari ${agency}`,
      body: paragraphs(`Kepala ${agency} menjawab permintaan penjelasan.`, open(link)),
    }),
    late: ({ agency, due, link }: Facts): Letter => ({
      subject: `Penjelasan terlambat: ${agency}`,
      body: paragraphs(
        `Kepala ${agency} belum menjawab permintaan penjelasan.`,
        due && `Batasnya ${due}.`,
        open(link),
      ),
    }),
  },
} as const
