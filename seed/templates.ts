/**
 * Texts to begin with. A referral says whose it is and how to reach them; a reply has gaps in
 * brackets, so that nobody sends it as it is. Only numbers that hold for the whole country.
 */
const referrals: [name: string, text: string][] = [
  [
    'Listrik: PLN',
    'Ini wewenang PLN, bukan Pemerintah Kota Dumai. Hubungi PLN 123 atau aplikasi PLN Mobile. Siapkan nomor pelanggan atau nomor meter Anda.',
  ],
  [
    'Jaminan kesehatan: BPJS Kesehatan',
    'Ini wewenang BPJS Kesehatan, bukan Pemerintah Kota Dumai. Hubungi BPJS Kesehatan 165 atau aplikasi Mobile JKN. Siapkan nomor kartu Anda.',
  ],
  [
    'Jalan provinsi: Pemerintah Provinsi Riau',
    'Jalan ini milik Provinsi Riau, bukan milik kota. Laporkan ke dinas pekerjaan umum Provinsi Riau. Bisa juga lewat lapor.go.id, pilih Pemerintah Provinsi Riau.',
  ],
  [
    'Jalan nasional: Kementerian Pekerjaan Umum',
    'Jalan ini jalan nasional, bukan milik kota. Laporkan lewat lapor.go.id, pilih Kementerian Pekerjaan Umum. Sebutkan nama jalan dan patokannya.',
  ],
  [
    'BBM dan elpiji: Pertamina',
    'Ini wewenang Pertamina, bukan Pemerintah Kota Dumai. Hubungi Pertamina 135. Sebutkan nomor atau alamat SPBU dan pangkalannya.',
  ],
  [
    'Tindak pidana: Kepolisian',
    'Ini wewenang Kepolisian, bukan Pemerintah Kota Dumai. Telepon 110 bila mendesak. Bila tidak, datang ke kantor polisi terdekat.',
  ],
]

const replies: [name: string, text: string][] = [
  [
    'Petugas akan memeriksa',
    'Terima kasih atas laporan Anda. Petugas kami memeriksa [apa] pada [hari, tanggal]. Hasilnya kami tulis di sini.',
  ],
  [
    'Sudah diperiksa, dijadwalkan',
    'Kami sudah memeriksa [tempat] pada [tanggal]. Yang kami temukan: [temuan]. Pekerjaannya kami jadwalkan [tanggal].',
  ],
  [
    'Sedang dikerjakan',
    'Pekerjaan di [tempat] dimulai [tanggal]. Perkiraan selesai [tanggal]. Selama itu, [apa yang perlu diketahui warga].',
  ],
  [
    'Menunggu anggaran atau bahan',
    'Pekerjaan ini belum bisa dimulai karena [sebab]. Kami usulkan ke [anggaran atau rencana] pada [bulan]. Sementara itu kami [langkah sementara].',
  ],
  [
    'Jawaban permintaan informasi',
    'Informasi yang Anda minta: [isi]. Dasarnya [peraturan atau dokumen]. Dokumennya bisa dilihat di [tempat atau alamat].',
  ],
  [
    'Tidak terbukti',
    'Kami sudah memeriksa [apa] pada [tanggal]. Yang Anda laporkan tidak kami temukan: [uraian]. Bila terjadi lagi, tulis tanggal dan jamnya.',
  ],
]

/** As rows of their table, for every agency. */
export const templates = [
  ...referrals.map(([name, text]) => ({ kind: 'referral', name, text })),
  ...replies.map(([name, text]) => ({ kind: 'reply', name, text })),
].map((row, i) => ({ id: i + 1, agencyId: null, ...row }))
