import type { Texts } from '../texts.ts'

export const form: Texts['form'] = {
  title: 'Send a report',
  noAccount: 'No account, no cost.',
  verifyBy: (date) => `We check it by ${date}.`,
  emergency: (what) => `Is it an emergency (${what})? Do not fill in this form.`,
  emergencyCall: (number) => `Call ${number} now`,
  optional: 'may stay empty',
  chooseCategory: 'Choose, or let us decide',
  chooseSubdistrict: 'Choose a kelurahan',
  chooseAgency: 'I do not know, you decide',
  whoSees: 'Who may see it?',
  open: 'Open',
  openHint: 'Everyone can read your report once we have checked it. Never your name.',
  confidential: 'Confidential',
  confidentialHint: 'Not public. City officers, leaders and inspectors can read it.',
  anonymous: 'Hide my name from the city agency too',
  anonymousHint: 'Your contact is sealed. Every opening is recorded, and you are told.',
  anonymousLimit:
    'We hide your name and contact. Your words and photos may still show who you are. Leave out names, job titles, and what only you can know.',
  contact: 'So that we can tell you the news',
  contactHint:
    'May stay empty. News goes by e-mail. Without one, note your report number and code.',
  more: 'More: title, kind, city agency, losses',
  photosLater: 'You can add photos after sending.',
  submit: 'Send report',
  privacy: 'How we protect your data',
  same: 'We already have this very report. Send it again?',
  sameReceipt: 'See its receipt',
  alreadySent: 'We already have a report from this form. Do you want to send this as a new report?',
  closed: 'This form is closed for now.',
  notSaved: 'What you sent is not saved yet.',
}

export const fields: Texts['fields'] = {
  isi: {
    label: 'What happened?',
    hint: 'Tell us what, where and when. At least 20 characters.',
  },
  kategori: { label: 'What is it about?' },
  kelurahan: { label: 'In which kelurahan (subdistrict)?' },
  patokan: {
    label: 'Landmark',
    hint: 'For example: in front of the school, across from the shop.',
  },
  tanggal: { label: 'When did it happen?' },
  kontak_telepon: { label: 'Mobile number' },
  kontak_email: { label: 'E-mail' },
  nama: { label: 'Your name' },
  judul: { label: 'Short title', hint: 'Leave it empty and we use your first sentence.' },
  jenis: { label: 'Kind of report' },
  opd: { label: 'For which OPD?', hint: 'OPD: a city agency, such as a dinas or badan.' },
  titik: {
    label: 'Point on the map',
    hint: 'Paste the numbers from a map app: 1.66667, 101.44321',
  },
  kuasa: {
    label: 'Reporting for someone else',
    hint: 'Write that person’s name and how you know each other.',
  },
  kerugian: { label: 'What it has cost you' },
  tuntutan: { label: 'What you hope for' },
}
