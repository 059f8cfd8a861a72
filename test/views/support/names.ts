import { readFileSync } from 'node:fs'

const secondColumn = (file: string): string[] =>
  readFileSync(`seed/data/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /^[^,]*,(?:"([^"]*)"|([^,]*))/.exec(line))
    .map((match) => match?.[1] ?? match?.[2] ?? '')

export const agencyNames = secondColumn('agencies-dumai.csv')
export const categoryNames = secondColumn('categories.csv')
