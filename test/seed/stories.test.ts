import { describe, expect, test } from 'vitest'
import { agencies } from '../../seed/agencies.ts'
import { categories } from '../../seed/categories.ts'
import areas from '../../seed/data/areas-dumai.json' with { type: 'json' }
import { stories } from '../../seed/stories/index.ts'
import type { Story, StoryOutcome } from '../../seed/story.ts'

const agencySlugs = new Set(agencies.map((agency) => agency.slug))
const categorySlugs = new Set(categories.map((category) => category.slug))
const subdistrictCodes = new Set(
  areas.districts.flatMap((district) => district.subdistricts.map((place) => place.code)),
)

/** Names the offending story in a failure instead of its index. */
const titlesOf = (offenders: Story[]) => offenders.map((story) => story.title)
const breaking = (holds: (story: Story) => boolean) => titlesOf(stories.filter((s) => !holds(s)))
const having = (...outcomes: StoryOutcome[]) => stories.filter((s) => outcomes.includes(s.outcome))

const proseOf = (story: Story) =>
  [
    story.text,
    story.question?.text,
    story.question?.answer,
    ...story.replies,
    story.closing?.answer,
    story.dispute,
    story.finalClosing?.answer,
    ...(story.notes ?? []),
    story.referral,
    story.archiveReason,
    story.withdrawReason,
  ].filter((prose) => prose !== undefined)

const closingsOf = (story: Story) =>
  [story.closing, story.finalClosing].filter((closing) => closing !== undefined)

const duplicates = (values: string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index)

/** The first stretch of `size` letters that two different stories share, with both titles. */
const sharedWindows = (size: number) => {
  const owners = new Map<string, Story>()
  const shared: string[] = []
  for (const story of stories) {
    for (const prose of proseOf(story)) {
      const words = prose.toLowerCase().replace(/\s+/g, ' ')
      for (let at = 0; at + size <= words.length; at += 1) {
        const window = words.slice(at, at + size)
        const owner = owners.get(window)
        if (owner && owner !== story) shared.push(`${owner.title} / ${story.title}: ${window}`)
        owners.set(window, story)
      }
    }
  }
  return shared
}

const clusters = () => {
  const byKey = new Map<string, Story[]>()
  for (const story of stories) {
    if (!story.cluster) continue
    byKey.set(story.cluster, [...(byKey.get(story.cluster) ?? []), story])
  }
  return [...byKey.values()]
}

describe('the stories are each written once', () => {
  test('there are at least 440', () => {
    expect(stories.length).toBeGreaterThanOrEqual(440)
  })

  test('no title and no text appears twice', () => {
    expect(duplicates(stories.map((story) => story.title.toLowerCase()))).toEqual([])
    expect(duplicates(stories.map((story) => story.text.toLowerCase()))).toEqual([])
  })

  test('no two stories share sixty letters in a row', () => {
    expect(sharedWindows(60)).toEqual([])
  })

  test('no answer is a stock phrase', () => {
    const stock = /sudah (kami )?(di)?tindak ?lanjuti|terima kasih atas laporan(nya| anda)/i
    expect(breaking((story) => !proseOf(story).some((prose) => stock.test(prose)))).toEqual([])
  })
})

describe('the stories name what the seed holds', () => {
  test('every category exists', () => {
    expect(breaking((story) => categorySlugs.has(story.category))).toEqual([])
  })

  test('every agency exists, and none returns a complaint to itself', () => {
    expect(breaking((story) => agencySlugs.has(story.agency))).toEqual([])
    expect(breaking((s) => !s.misroutedTo || agencySlugs.has(s.misroutedTo))).toEqual([])
    expect(breaking((story) => story.misroutedTo !== story.agency)).toEqual([])
  })

  test('every subdistrict exists or is left out', () => {
    expect(
      breaking((story) => story.subdistrict === '' || subdistrictCodes.has(story.subdistrict)),
    ).toEqual([])
  })

  test('every one of the subdistricts has a story', () => {
    const seen = new Set(stories.map((story) => story.subdistrict))
    expect([...subdistrictCodes].filter((code) => !seen.has(code))).toEqual([])
  })
})

describe('the lengths are those the form accepts', () => {
  test('a text has 60 to 1,600 letters and a title at most 120', () => {
    expect(breaking((s) => s.text.length >= 60 && s.text.length <= 1600)).toEqual([])
    expect(breaking((s) => s.title.length > 0 && s.title.length <= 120)).toEqual([])
    expect(breaking((s) => (s.cleanTitle?.length ?? 1) <= 120)).toEqual([])
  })

  test('a closing answer has 60 to 500 letters and a short reason', () => {
    const fits = (story: Story) =>
      closingsOf(story).every(
        ({ answer, reason }) =>
          answer.length >= 60 && answer.length <= 500 && reason.length >= 5 && reason.length <= 100,
      )
    expect(breaking(fits)).toEqual([])
  })

  test('nothing is blank or padded', () => {
    expect(
      breaking((s) => [s.title, ...proseOf(s)].every((p) => p !== '' && p === p.trim())),
    ).toEqual([])
  })

  test('there are at most three photos and the month is one of twelve', () => {
    expect(breaking((s) => [0, 1, 2, 3].includes(s.photos ?? 0))).toEqual([])
    expect(breaking((s) => !s.month || (s.month >= 1 && s.month <= 12))).toEqual([])
  })
})

describe('an outcome has what it needs', () => {
  test('a closing was given where one was proposed, and only there', () => {
    const proposed = new Set<StoryOutcome>([
      'awaiting_confirmation',
      'closed',
      'closed_by_silence',
      'disputed',
      'reopened',
    ])
    expect(breaking((s) => proposed.has(s.outcome) === Boolean(s.closing))).toEqual([])
  })

  test('a referral, an archive reason and a withdrawal reason belong to their outcome alone', () => {
    expect(breaking((s) => (s.outcome === 'referred') === Boolean(s.referral))).toEqual([])
    expect(breaking((s) => (s.outcome === 'archived') === Boolean(s.archiveReason))).toEqual([])
    expect(breaking((s) => (s.outcome === 'withdrawn') === Boolean(s.withdrawReason))).toEqual([])
  })

  test('a disputed or reopened report says why and has no second closing yet', () => {
    expect(
      titlesOf(having('disputed', 'reopened').filter((s) => !s.dispute || s.finalClosing)),
    ).toEqual([])
  })

  test('a dispute follows a closing, and a second closing follows a dispute', () => {
    expect(breaking((s) => !s.dispute || Boolean(s.closing))).toEqual([])
    expect(breaking((s) => !s.finalClosing || Boolean(s.dispute))).toEqual([])
    expect(
      titlesOf(having('closed', 'closed_by_silence').filter((s) => s.dispute && !s.finalClosing)),
    ).toEqual([])
  })

  test('a held or lapsed report has a question, and nobody else left one unanswered', () => {
    const unanswered = (s: Story) => s.question !== undefined && !s.question.answer
    expect(
      breaking((s) => unanswered(s) === ['awaiting_info', 'lapsed'].includes(s.outcome)),
    ).toEqual([])
  })

  test('a report nobody has taken up has no public answer', () => {
    expect(
      titlesOf(
        having('received', 'routed', 'referred', 'archived', 'merged').filter(
          (s) => s.replies.length > 0,
        ),
      ),
    ).toEqual([])
  })

  test('only a reporter who confirmed gives a rating', () => {
    expect(breaking((s) => s.rating === undefined || s.outcome === 'closed')).toEqual([])
  })

  test('an open report is not tied to a month, so that it can be recent', () => {
    const open = having(
      'received',
      'routed',
      'in_progress',
      'awaiting_info',
      'awaiting_confirmation',
      'disputed',
      'reopened',
    )
    expect(titlesOf(open.filter((story) => story.month))).toEqual([])
  })
})

describe('reports of one incident', () => {
  test('come as two to five of one category', () => {
    for (const cluster of clusters()) {
      expect(cluster.length).toBeGreaterThanOrEqual(2)
      expect(cluster.length).toBeLessThanOrEqual(5)
      expect(new Set(cluster.map((story) => story.category)).size).toBe(1)
    }
  })

  test('start with a root that is not merged itself', () => {
    expect(
      titlesOf(clusters().flatMap((c) => c.slice(0, 1).filter((s) => s.outcome === 'merged'))),
    ).toEqual([])
  })

  test('are the only ones that are merged', () => {
    expect(titlesOf(having('merged').filter((story) => !story.cluster))).toEqual([])
  })
})

describe('nobody real is reachable', () => {
  test('a phone number is a fake one and an address is at contoh.id', () => {
    expect(
      breaking((s) => /^0812-0000-\d{4}$/.test(s.reporter?.phone ?? '0812-0000-0000')),
    ).toEqual([])
    expect(
      breaking((s) => /^[a-z0-9.]+@contoh\.id$/.test(s.reporter?.email ?? 'a@contoh.id')),
    ).toEqual([])
  })

  test('no phone number, address or long number stands in the prose', () => {
    expect(breaking((s) => !proseOf(s).some((p) => /\d{8,}|@|08\d{2}[- ]?\d/.test(p)))).toEqual([])
  })
})

describe('the mix is that of a year in the city', () => {
  const shareOf = (holds: (story: Story) => unknown) =>
    stories.filter((story) => holds(story)).length / stories.length

  test('mostly complaints, most of them closed, some late, some unnamed', () => {
    expect(shareOf((s) => s.class === 'complaint')).toBeGreaterThan(0.6)
    expect(shareOf((s) => s.class === 'aspiration')).toBeGreaterThan(0.1)
    expect(shareOf((s) => s.class === 'information')).toBeGreaterThan(0.1)
    expect(shareOf((s) => s.outcome.startsWith('closed'))).toBeGreaterThan(0.55)
    expect(shareOf((s) => s.outcome.startsWith('closed'))).toBeLessThan(0.7)
    expect(shareOf((s) => s.pace === 'overdue')).toBeGreaterThan(0.08)
    expect(shareOf((s) => s.anonymous)).toBeGreaterThan(0.06)
    expect(shareOf((s) => s.confidential)).toBeGreaterThan(0.04)
    expect(shareOf((s) => s.reporter)).toBeGreaterThan(0.5)
  })

  test('every outcome occurs', () => {
    expect([...new Set(stories.map((story) => story.outcome))].sort()).toEqual([
      'archived',
      'awaiting_confirmation',
      'awaiting_info',
      'closed',
      'closed_by_silence',
      'disputed',
      'in_progress',
      'lapsed',
      'merged',
      'received',
      'referred',
      'reopened',
      'routed',
      'withdrawn',
    ])
  })
})
