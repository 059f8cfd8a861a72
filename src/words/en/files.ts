import type { Texts } from '../texts.ts'

export const fileRefusals: Texts['fileRefusals'] = {
  empty: 'The file is empty. Choose another one.',
  too_large: 'The file is too large. The most is 5 MB per file.',
  heic: 'We cannot take HEIC photos yet. Turn it into JPEG and send it again.',
  unknown_type: 'We do not know this kind of file. Send JPEG, PNG, WebP or PDF.',
  damaged: 'The file is damaged or cut off. Take the photo again and send it.',
  too_many_pixels: 'The photo is too large. Make it smaller and send it again.',
  unsafe: 'This file is not safe to keep. Send it as an ordinary photo.',
}

export const files: Texts['files'] = {
  none: 'No file is chosen yet. Choose a photo or document.',
  nth: (n, why) => `File ${n}: ${why}`,
  tooLarge: (size) => `The file is too large (${size}). The most is 5 MB per file.`,
  tooMany: 'You can send 5 files at a time. We looked at the first five.',
  already: 'This file is already on the report. Send another one.',
  tooManyToday:
    'Too many files came from this network. Your words are still taken. Send the files tomorrow, or over another network.',
  big: 'large photo',
  closed: 'We kept a cut-off photo as far as it goes. Open it to check.',
  all: (n: number) => `All (${n})`,
  kept: (n) => (n === 1 ? `${n} file saved.` : `${n} files saved.`),
}
