import type { Element, IkmBand } from '../../domain/figures/ikm.ts'
import type { ProfileName } from '../../domain/figures/survey.ts'
import type { SurveyPeriod } from '../../domain/figures/survey-period.ts'

const HALF = ['I', 'II'] as const
const QUARTER = ['I', 'II', 'III', 'IV'] as const

/** Of one element: its name, what is asked, the regulation's answers from 1 to 4. */
interface ElementWords {
  name: string
  ask: string
  answers: readonly [string, string, string, string]
}

const MATCHES = ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'] as const

/** Survei Kepuasan Masyarakat; the answers are those of PermenPANRB 14/2017. */
export const survey = {
  title: (name: string) => `Nilai layanan ${name}`,
  lead: 'Sembilan pertanyaan, sekitar dua menit. Tanpa nama dan tanpa akun.',
  law: 'Survei Kepuasan Masyarakat menurut PermenPANRB 14/2017.',
  of: (agency: string) => `Layanan dari ${agency}.`,
  elements: {
    u1: {
      name: 'Persyaratan',
      ask: 'Apakah persyaratan sesuai dengan jenis layanannya?',
      answers: MATCHES,
    },
    u2: {
      name: 'Sistem, mekanisme, dan prosedur',
      ask: 'Apakah prosedurnya mudah?',
      answers: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
    },
    u3: {
      name: 'Waktu penyelesaian',
      ask: 'Apakah layanannya cepat?',
      answers: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
    },
    u4: {
      name: 'Biaya/tarif',
      ask: 'Bagaimana kewajaran biayanya?',
      answers: ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
    },
    u5: {
      name: 'Produk spesifikasi jenis pelayanan',
      ask: 'Apakah hasilnya sesuai dengan standar pelayanan?',
      answers: MATCHES,
    },
    u6: {
      name: 'Kompetensi pelaksana',
      ask: 'Apakah petugasnya kompeten?',
      answers: ['Tidak kompeten', 'Kurang kompeten', 'Kompeten', 'Sangat kompeten'],
    },
    u7: {
      name: 'Perilaku pelaksana',
      ask: 'Apakah petugasnya sopan dan ramah?',
      answers: [
        'Tidak sopan dan ramah',
        'Kurang sopan dan ramah',
        'Sopan dan ramah',
        'Sangat sopan dan ramah',
      ],
    },
    u8: {
      name: 'Penanganan pengaduan, saran, dan masukan',
      ask: 'Bagaimana pengaduan dan saran ditangani?',
      answers: [
        'Tidak ada',
        'Ada tetapi tidak berfungsi',
        'Berfungsi kurang maksimal',
        'Dikelola dengan baik',
      ],
    },
    u9: {
      name: 'Sarana dan prasarana',
      ask: 'Bagaimana sarana dan prasarananya?',
      answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
    },
  } satisfies Record<Element, ElementWords>,
  about: 'Tentang Anda',
  aboutHint: 'Boleh dikosongkan. Hanya dijumlahkan, tidak untuk mengenali Anda.',
  noAnswer: 'Tidak menjawab',
  profile: {
    kelamin: { name: 'Jenis kelamin', values: { l: 'Laki-laki', p: 'Perempuan' } },
    usia: {
      name: 'Usia',
      values: {
        '0': 'Di bawah 18 tahun',
        '18': '18 sampai 25 tahun',
        '26': '26 sampai 40 tahun',
        '41': '41 sampai 60 tahun',
        '61': 'Di atas 60 tahun',
      },
    },
    pendidikan: {
      name: 'Pendidikan terakhir',
      values: {
        sd: 'SD',
        smp: 'SMP',
        sma: 'SMA',
        s1: 'Diploma atau S1',
        s2: 'S2',
        s3: 'S3',
      },
    },
    pekerjaan: {
      name: 'Pekerjaan',
      values: {
        pns: 'PNS',
        tni: 'TNI',
        polri: 'Polri',
        swasta: 'Swasta',
        wirausaha: 'Wirausaha',
        lainnya: 'Lainnya',
      },
    },
  } as Readonly<Record<ProfileName, { name: string; values: Readonly<Record<string, string>> }>>,
  suggestion: 'Saran',
  suggestionHint:
    'Tidak ditampilkan untuk umum. Jangan tulis nama, NIK, atau nomor telepon. Dibaca kepala OPD, Inspektorat, dan pimpinan.',
  submit: 'Kirim penilaian',
  missing: (n: number, name: string) => `Pilih jawaban nomor ${n}: ${name}.`,
  unknownChoice: 'Pilih dari daftar yang ada.',
  longSuggestion: 'Saran paling banyak 2.000 karakter.',
  other:
    'Formulir ini sudah pernah dikirim dengan jawaban lain. Bila ini penilaian baru, kirim sekali lagi.',
  tooMany: 'Terlalu banyak penilaian dari jaringan ini. Isian Anda masih ada. Coba lagi nanti.',
  closed: 'Survei ini sudah ditutup. Terima kasih atas niat Anda.',
  thanks: 'Terima kasih. Penilaian Anda sudah dihitung.',
  thanksText: 'Satu formulir dihitung satu kali, walau terkirim dua kali.',
  seeResults: 'Lihat hasil survei',
  another: 'Isi penilaian lain',
  complain: 'Ada yang perlu ditangani? Buat laporan',
  results: {
    title: (name: string) => `Hasil survei kepuasan: ${name}`,
    periods: 'Periode',
    show: 'Tampilkan',
    period: ({ kind, year, n }: Pick<SurveyPeriod, 'kind' | 'year' | 'n'>) =>
      kind === 'year'
        ? `Tahun ${year}`
        : kind === 'half'
          ? `Semester ${HALF[n - 1]} ${year}`
          : `Triwulan ${QUARTER[n - 1]} ${year}`,
    running: 'Periode ini masih berjalan. Triwulan yang berjalan dihitung setelah berakhir.',
    respondents: 'Responden',
    index: 'Nilai IKM',
    band: 'Mutu pelayanan',
    bands: {
      A: 'A (sangat baik)',
      B: 'B (baik)',
      C: 'C (kurang baik)',
      D: 'D (tidak baik)',
    } satisfies Record<IkmBand, string>,
    few: (n: number, least: number) =>
      n === 0
        ? 'Belum ada responden pada periode ini.'
        : `${n} responden. Hasil tampil setelah triwulannya berakhir, mulai ${least} responden, agar tidak ada yang dikenali.`,
    left: (n: number) =>
      `${n} responden lagi belum dihitung: triwulannya masih berjalan, atau terlalu sedikit.`,
    elements: 'Nilai per unsur',
    element: 'Unsur',
    mean: 'Rata-rata (NRR)',
    value: 'Nilai',
    bandShort: 'Mutu',
    lowest: (name: string) => `Yang paling perlu diperbaiki: ${name}.`,
    profile: 'Tentang responden',
    count: 'Jumlah',
    sum: 'Jumlah nilai',
    whole: 'Seluruhnya',
    file: ['Unit', 'Periode', 'Kode', 'Unsur'] as readonly string[],
    services: 'Per layanan',
    service: 'Layanan',
    tooFew: 'belum cukup',
    method: 'Cara menghitung',
    methodText: [
      'Setiap unsur dinilai 1 sampai 4. NRR adalah jumlah nilai dibagi jumlah responden.',
      'IKM adalah rata-rata sembilan NRR, masing-masing berbobot 1/9, dikali 25.',
      'Mutu A: 88,31-100. B: 76,61-88,30. C: 65,00-76,60. D: 25,00-64,99.',
      'Jumlah responden minimum dibaca dari tabel Krejcie dan Morgan, menurut banyaknya pengguna layanan.',
      'Responden mengisi sendiri, jadi hasil ini bukan sampel acak.',
    ],
    csv: 'Unduh tabel (CSV)',
    asOf: (day: string) => `Keadaan ${day}.`,
    fill: 'Beri penilaian',
    sheet: 'Lembar QR untuk loket',
  },
  sheet: {
    title: (name: string) => `Lembar survei: ${name}`,
    call: 'Bagaimana layanan kami?',
    scan: 'Pindai dengan kamera ponsel, atau buka alamat ini:',
    free: 'Tanpa nama, tanpa akun, sekitar dua menit.',
    print: 'Cetak halaman ini dan pasang di loket.',
  },
  suggestions: {
    title: 'Saran dari survei',
    lead: 'Ditulis responden survei. Hanya untuk kepala OPD, Inspektorat, dan pimpinan.',
    none: 'Belum ada saran.',
    notForYou: 'Peran Anda tidak membaca saran. Hasilnya ada di halaman survei OPD.',
    agency: 'OPD',
    all: 'Semua OPD',
    ofService: (service: string, agency: string) => `${service}, ${agency}`,
    lowest: (name: string) => `Nilai terendah: ${name}.`,
  },
}
