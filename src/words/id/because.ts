/** Why a step that belongs to this person and state cannot be taken now: 'Belum bisa …, karena …' */
export const because = {
  erased: 'isi laporan sudah dihapus',
  coordinator_only: 'hanya admin kota yang memutuskan laporan ini',
  routed_for_good: 'admin kota sudah menetapkan OPD ini',
  not_due: 'batas waktu pelapor belum lewat',
  explanation_owed: 'kepala OPD masih diminta menjelaskannya',
  draft_waits: 'satu draf masih menunggu persetujuan',
  never_public: 'laporan rahasia atau sensitif tidak tampil untuk umum',
  no_officers: 'belum ada petugas aktif di OPD ini',
  nobody_there: 'pelapor tidak meninggalkan nama atau kontak',
} as const
