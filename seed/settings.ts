import type { Settings } from '../src/domain/city/city.ts'

/** Dumai's own choices. Telephone numbers and addresses are placeholders until the city gives its own. */
export const settings: Settings = {
  cityName: 'Kota Dumai',
  prefix: 'DMI',
  offset: 420,
  office: [450, 960],
  operatingAgency: 'diskominfotiksan',
  inspectorateAgency: 'inspektorat',
  delegateAgency: 'sekretariat-daerah',
  manager: {
    name: 'Dinas Komunikasi, Informatika, Statistik, dan Persandian Kota Dumai',
    position: 'Pejabat Pengelola Pengaduan',
    address: 'Kompleks Perkantoran Pemerintah Kota Dumai',
    phone: '(0765) 000000',
    email: 'pengaduan@dumai.contoh.id',
  },
  emergency: { phone: '112', text: 'Kebakaran, kecelakaan, atau nyawa terancam' },
  nextInstances: [
    {
      name: 'Ombudsman RI Perwakilan Riau',
      what: 'Bila laporan tidak ditangani atau penanganannya tidak patut (maladministrasi).',
      contact: 'Telepon 137',
    },
    {
      name: 'PPID Pemerintah Kota Dumai',
      what: 'Keberatan atas permintaan informasi, paling lambat 30 hari kerja.',
      contact: 'Lewat loket Diskominfotiksan',
    },
    {
      name: 'Komisi Informasi Provinsi Riau',
      what: 'Sengketa informasi, setelah keberatan kepada PPID dijawab.',
      contact: 'Lewat surat atau datang langsung',
    },
  ],
  otherWays: [
    { name: 'SP4N-LAPOR!', how: 'Situs lapor.go.id atau SMS 1708.' },
    { name: 'Loket pengaduan', how: 'Datang pada jam kerja, Senin-Jumat 07.30-16.00 WIB.' },
    { name: 'Surat', how: 'Kirim ke alamat pengelola pengaduan.' },
  ],
  bbox: [1.4472, 101.0102, 2.235, 101.7274],
  retentionMonths: 24,
  readOnly: false,
}
