import type { Texts } from '../texts.ts'

export const filingErrors: Texts['filingErrors'] = {
  textShort: 'Write at least 20 characters. Tell us what, where and when.',
  textLong: 'You can write up to 5,000 characters. Shorten your words and send again.',
  class: 'Choose the kind of report from the list.',
  date: 'We could not read the date. Write it like 24/11/2026.',
  future: 'That day has not come yet. Choose today or earlier.',
  longAgo: 'That day is too long ago. Check the year.',
  category: 'Choose a subject from the list, or leave it empty.',
  subdistrict: 'Choose a kelurahan (subdistrict) from the list, or leave it empty.',
  agency: 'Choose a city agency from the list, or leave it empty.',
  email: 'We could not read the e-mail address. Write it like name@example.id, or leave it empty.',
  visibility: 'Choose Open or Confidential.',
  extraLong: 'This is too long. Shorten your words.',
  old: 'This form was opened more than 7 days ago. Send it as a new report?',
  tokenLost: 'The form did not arrive whole. Your words are still here. Send it once more.',
}
