import type { Texts } from '../texts.ts'

export const layout: Texts['layout'] = {
  product: 'Tanggap',
  skip: 'Skip to content',
  menu: 'Main menu',
  track: 'Track',
  reports: 'Reports',
  managedBy: (name) => `Run by ${name}.`,
  footerMenu: 'About us',
  manager: 'Who runs this',
  privacy: 'Privacy',
  otherWays: 'Other ways to report',
  dissatisfied: 'Not satisfied?',
  search: 'Search number, word, place',
  find: 'Search',
  signOut: 'Sign out',
  views: 'Views',
  list: 'List of reports',
  case: 'The open report',
  previous: '‹ Newer',
  next: 'Older ›',
  pages: 'Pages',
}
