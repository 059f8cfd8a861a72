import type { RefusalCode } from '../../domain/case/command.ts'

/** Each refusal in plain words: what happened, why, what to do. Never blames. */
export const refusals: Record<RefusalCode, string> = {
  wrong_state:
    'Langkah ini belum tersimpan. Keadaan laporan sudah berubah. Muat ulang halaman, lalu lihat langkah yang tersedia.',
  not_allowed:
    'Langkah ini belum tersimpan. Peran Anda tidak mencakup laporan ini. Hubungi admin kota bila seharusnya bisa.',
  coordinator_only:
    'Langkah ini belum tersimpan. Hanya admin kota yang memutuskan laporan ini. Hubungi admin kota.',
  incomplete:
    'Langkah ini belum tersimpan. Ada isian yang belum lengkap. Lengkapi, lalu kirim lagi.',
  text_too_short: 'Isian ini terlalu pendek. Tulis dalam satu kalimat yang jelas.',
  text_too_long:
    'Isian ini terlalu panjang. Batasnya 5.000 karakter. Ringkas isinya, lalu kirim lagi.',
  agency_missing: 'OPD belum dipilih. Laporan perlu penanggung jawab. Pilih satu OPD.',
  same_agency:
    'Laporan belum dikembalikan. OPD yang diusulkan sama dengan OPD sekarang. Pilih OPD lain.',
  inspectorate_alone:
    'Laporan belum diteruskan. Laporan berkadar pengawasan hanya dibaca Inspektorat. Kosongkan OPD pendukung.',
  inspectorate_only:
    'Laporan belum diteruskan. Laporan berkadar pengawasan ditangani Inspektorat. Pilih Inspektorat sebagai penanggung jawab.',
  inspectorate_decides:
    'Belum ada yang berubah. Laporan pengawasan diakhiri Inspektorat dan pimpinan. Tunggu keputusan mereka.',
  delegate_only:
    'Laporan belum diteruskan. Laporan ini tentang Inspektorat. Pilih unit yang ditunjuk wali kota.',
  delegate_missing:
    'Laporan belum diteruskan. Laporan ini tentang Inspektorat, dan unit penggantinya belum diatur. Rujuk ke luar, atau hubungi admin kota.',
  agency_unstaffed:
    'Laporan belum diteruskan. OPD itu belum punya pejabat penghubung yang aktif. Pilih OPD lain, atau hubungi admin kota.',
  routed_for_good:
    'Laporan belum dikembalikan. Admin kota sudah menetapkan OPD ini. Hubungi admin kota bila keliru.',
  draft_waits:
    'Draf ini belum tersimpan. Satu draf masih menunggu persetujuan. Tarik dulu draf itu, lalu kirim lagi.',
  own_draft:
    'Keputusan belum berlaku. Anda sendiri yang menulisnya. Orang lain perlu menandatangani.',
  release_missing:
    'Laporan belum tampil untuk umum. Judul atau salinan untuk umum belum lengkap. Isi keduanya, atau pilih tidak ditampilkan.',
  never_public:
    'Laporan ini tidak boleh tampil untuk umum. Isinya rahasia atau ditandai sensitif. Pilih tidak ditampilkan.',
  evidence_missing:
    'Laporan belum bisa ditutup. Pengaduan perlu bukti tindak lanjut. Tambahkan berkas atau catatan kunjungan.',
  not_due: 'Belum ada yang berubah. Tenggatnya belum lewat. Tunggu sampai tanggal itu.',
  too_late:
    'Langkah ini belum tersimpan. Batasnya 30 hari sejak laporan berakhir. Buat laporan baru dan sebut nomor ini.',
  not_a_root:
    'Laporan belum digabungkan. Nomor induk itu tidak bisa menampung laporan ini. Periksa nomornya.',
  still_moving:
    'Belum bisa. Laporan yang bergabung masih dipindahkan ke induknya. Coba lagi beberapa menit lagi.',
  other_agency:
    'Laporan belum digabungkan. Laporan induk ditangani OPD lain. Minta verifikator menggabungkannya.',
  score_out_of_range: 'Nilai belum tersimpan. Nilai yang tersedia 1 sampai 5. Pilih salah satu.',
  incident_in_future: 'Tanggal kejadian belum tiba. Pilih hari ini atau sebelumnya.',
  day_out_of_range:
    'Tanggal belum tersimpan. Tanggalnya sudah lewat atau terlalu jauh. Pilih sesudah hari ini, paling jauh satu tahun.',
  already_said:
    'Tidak ada yang berubah. Isian ini sudah tersimpan sebelumnya. Anda bisa melanjutkan.',
  key_not_renewed:
    'Belum tersimpan. Kode akses ini dilihat petugas OPD saat mencatat. Perbarui kodenya di Data saya, lalu minta verifikator memastikannya.',
  explanation_owed:
    'Belum bisa. Kepala OPD masih diminta menjelaskan laporan ini. Tunggu jawabannya.',
  files_full: 'Laporan ini sudah memuat 20 berkas. Itu batasnya. Tulis selebihnya dalam kata-kata.',
  files_heavy:
    'Berkas ini tidak muat lagi. Satu laporan menyimpan paling banyak 40 MB. Perkecil fotonya, lalu kirim lagi.',
  words_full:
    'Keterangan sudah ditambah 30 kali, dan itu batasnya. Jawab saja bila petugas bertanya.',
  nothing_to_undo:
    'Langkah tadi tidak bisa diurungkan. Waktunya sudah lewat, atau ada yang bertindak sesudahnya. Lanjutkan dengan langkah baru.',
}

/** What stands beside a field, where the general sentence would be too vague. */
export const fieldRefusals: Record<string, string> = {
  'isi:text_too_short': 'Isi laporan minimal 20 karakter. Ceritakan apa, di mana, dan kapan.',
  'isi:text_too_long': 'Isi laporan maksimal 5.000 karakter. Ringkas isinya, lalu kirim lagi.',
  'jawaban:text_too_short': 'Jawaban masih kosong. Tulis jawaban Anda.',
  'alasan:text_too_short': 'Alasan minimal 10 karakter. Tulis dalam satu kalimat.',
  'tanggapan:text_too_short': 'Tanggapan terlalu pendek. Jelaskan apa yang sudah dilakukan.',
  'teks_saring:text_too_short':
    'Salinan untuk OPD belum diisi. Laporan ini anonim, OPD perlu salinannya.',
  'judul_rilis:text_too_short': 'Judul bersih minimal 5 karakter. OPD membacanya sebagai judul.',
  'judul_rilis:text_too_long': 'Judul bersih maksimal 120 karakter. Ringkas judulnya.',
  'petugas:not_allowed':
    'Petugas itu bukan dari OPD penanggung jawab. Pilih petugas lain dari daftar.',
  'pertanyaan:text_too_short': 'Pertanyaan terlalu pendek. Tulis apa yang perlu dilengkapi.',
}
