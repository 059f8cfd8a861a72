import type { Plan } from './plan.ts'

export const WORDS = {
  reply: 'Petugas kami sudah melihat lokasi dan menjadwalkan perbaikan pekan ini.',
  closure: 'Perbaikan sudah selesai dan diperiksa kembali oleh pengawas lapangan kami.',
  done: 'Pekerjaan selesai sesuai laporan.',
  question: 'Di sebelah mana tepatnya letaknya, dan sejak kapan terjadi?',
  answer: 'Tepat di seberang pasar, sejak hujan deras dua pekan yang lalu.',
  dispute: 'Belum selesai: sore harinya keadaan sudah kembali seperti semula.',
  referral: 'Ini wewenang penyedia listrik. Hubungi layanan pelanggannya di nomor 123.',
  archive: 'Isi laporan sama dengan laporan yang sudah selesai.',
  notOurs: 'Ruas ini bukan wewenang kami.',
}

const THINGS = ['jalan berlubang', 'lampu padam', 'parit tersumbat', 'sampah menumpuk', 'air keruh']
const PLACES = ['depan sekolah', 'simpang pasar', 'dekat masjid', 'tepi sungai', 'ujung gang']
const SINCE = ['sejak pekan lalu', 'sudah sebulan', 'setiap hujan', 'sejak kemarin', 'tiap malam']

function pick(list: readonly string[], n: number): string {
  return list[n % list.length] ?? ''
}

export function titleOf({ n }: Plan): string {
  const title = `${pick(THINGS, n)} ${pick(PLACES, Math.floor(n / 5))} ${n}`
  return title.charAt(0).toUpperCase() + title.slice(1)
}

export function textOf({ n }: Plan): string {
  return [
    `Ada ${pick(THINGS, n)} di ${pick(PLACES, Math.floor(n / 5))} ${pick(SINCE, Math.floor(n / 25))}.`,
    'Warga sekitar sudah beberapa kali menyampaikan hal ini kepada ketua RT setempat.',
    `Mohon segera ditangani karena mengganggu anak sekolah dan pedagang nomor ${n}.`,
  ].join(' ')
}
