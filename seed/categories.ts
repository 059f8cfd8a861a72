interface SeedCategory {
  slug: string
  name: string
  agency: string
  /** Its reports may show the exact point in public. */
  publicWorks?: true
}

export const categories: SeedCategory[] = [
  { slug: 'jalan-rusak', name: 'Jalan rusak', agency: 'dinas-pupr', publicWorks: true },
  { slug: 'drainase-banjir', name: 'Drainase dan banjir', agency: 'dinas-pupr', publicWorks: true },
  {
    slug: 'lampu-jalan',
    name: 'Lampu jalan (PJU)',
    agency: 'dinas-perhubungan',
    publicWorks: true,
  },
  { slug: 'parkir-lalu-lintas', name: 'Parkir dan lalu lintas', agency: 'dinas-perhubungan' },
  {
    slug: 'sampah-kebersihan',
    name: 'Sampah dan kebersihan',
    agency: 'dinas-lingkungan-hidup',
    publicWorks: true,
  },
  {
    slug: 'pohon-taman',
    name: 'Pohon dan taman',
    agency: 'dinas-lingkungan-hidup',
    publicWorks: true,
  },
  { slug: 'pencemaran', name: 'Pencemaran lingkungan', agency: 'dinas-lingkungan-hidup' },
  { slug: 'air-bersih', name: 'Air bersih', agency: 'pdam' },
  { slug: 'adminduk', name: 'KTP, KK, dan akta', agency: 'disdukcapil' },
  { slug: 'bantuan-sosial', name: 'Bantuan sosial', agency: 'dinas-sosial' },
  { slug: 'kesehatan', name: 'Layanan kesehatan', agency: 'dinas-kesehatan' },
  { slug: 'rumah-sakit', name: 'Rumah sakit daerah', agency: 'rsud-suhatman' },
  { slug: 'pendidikan', name: 'Pendidikan', agency: 'dinas-pendidikan' },
  { slug: 'perizinan', name: 'Perizinan usaha', agency: 'dpmptsp' },
  { slug: 'ketenagakerjaan', name: 'Ketenagakerjaan', agency: 'dinas-tenaga-kerja' },
  { slug: 'ketertiban-umum', name: 'Ketertiban umum', agency: 'satpol-pp' },
  { slug: 'kebakaran-lahan', name: 'Kebakaran lahan (karhutla)', agency: 'bpbd' },
  { slug: 'pajak-retribusi', name: 'Pajak dan retribusi daerah', agency: 'bapenda' },
  { slug: 'sikap-petugas', name: 'Sikap petugas', agency: 'inspektorat' },
  {
    slug: 'pungutan-liar',
    name: 'Pungutan liar dan penyalahgunaan wewenang',
    agency: 'inspektorat',
  },
  { slug: 'lainnya', name: 'Lainnya', agency: 'diskominfotiksan' },
]
