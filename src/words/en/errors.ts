import type { Texts } from '../texts.ts'

export const errors: Texts['errors'] = {
  400: {
    title: 'We could not read this',
    why: 'What you sent was damaged on its way, or not complete.',
    todo: 'Go back to the form and send it again.',
  },
  401: {
    title: 'Please sign in first',
    why: 'You are no longer signed in.',
    todo: 'Sign in again, then repeat that step.',
  },
  403: {
    title: 'This page is not open to you',
    why: 'Only staff with a certain role can open it.',
    todo: 'Sign in with the right account, or ask the city administrator.',
  },
  404: {
    title: 'Page not found',
    why: 'The address may have a typing mistake, or the page has moved.',
    todo: 'Check the address. Looking for a report? Use Track a report.',
  },
  405: {
    title: 'This address does not work that way',
    why: 'The page was opened in a way that we do not know.',
    todo: 'Open it with a link or button on our pages.',
  },
  410: {
    title: 'This report is no longer public',
    why: 'It was taken off the public pages. Work on it may go on.',
    todo: 'Is it yours? Open it with your report number and access code.',
  },
  413: {
    title: 'That was too large',
    why: 'We take up to 5 files at a time, 5 MB each.',
    todo: 'Send one photo first, or make it smaller. Your report itself is safe.',
  },
  415: {
    title: 'We do not know this kind of file',
    why: 'We take forms, photos and PDF files.',
    todo: 'Send it with the form on our page.',
  },
  422: {
    title: 'Something is still missing',
    why: 'We could not read one of your answers.',
    todo: 'Go back, check what you filled in, and send it again.',
  },
  429: {
    title: 'Too many tries',
    why: 'We limit tries to keep everyone’s reports safe.',
    todo: 'Wait a few minutes and try again. Nothing is lost.',
  },
  500: {
    title: 'Our system has a problem',
    why: 'The mistake is ours, not yours.',
    todo: 'Try again in a moment. What has not arrived can safely be sent again.',
  },
  503: {
    title: 'We are not ready yet',
    why: 'Our system is being looked after.',
    todo: 'Try again in a moment.',
  },
}

export const errorPage: Texts['errorPage'] = {
  home: 'To the front page',
  track: 'Track a report',
  call: (phone) => `Still stuck? Call us on ${phone}.`,
  prefix: 'Error: ',
  kept: 'Your words, ready to copy',
  count: (n) => (n === 1 ? `There is ${n} thing to fix` : `There are ${n} things to fix`),
}
