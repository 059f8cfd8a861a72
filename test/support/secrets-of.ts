import type { Dossier } from '../../src/db/dossier.ts'
import { type Field, fieldOfFile, fieldOfMessage } from '../../src/domain/case/visibility.ts'
import { WORDS } from './dossiers.ts'

/** Texts that stand for a part of a dossier, by the field that visibility knows it under. */
export const marksOf = (d: Dossier): [Field, string][] => [
  ['originalTitle', WORDS.title],
  ['originalText', WORDS.text],
  ['originalText', WORDS.landmark],
  ['originalText', WORDS.onBehalf],
  ['originalText', WORDS.loss],
  ['originalText', WORDS.settlement],
  ['originalText', WORDS.laporNumber],
  ['exactPoint', String(WORDS.lat)],
  ['exactPoint', String(WORDS.lng)],
  ['screenedText', WORDS.screenedText],
  ...d.messages.flatMap((m): [Field, string][] => {
    const text = `pesan-${m.seq};`
    const reveal = d.reveals.some(({ seq }) => seq === m.seq)
    if (m.screened !== null)
      return [
        ['unscreenedMessage', text],
        ['dialogue', m.screened],
      ]
    return [
      [fieldOfMessage(m), text],
      [fieldOfMessage(m), `sebab-${m.seq};`],
      ...(reveal ? [['revealLog', text] as [Field, string]] : []),
    ]
  }),
  ...d.attachments.map((a): [Field, string] => [
    a.forAgency ? 'screenedPhoto' : fieldOfFile(a),
    a.id,
  ]),
]

/** Parts of a dossier that a sight holds and may not. */
export const leaksIn = (
  sight: unknown,
  marks: readonly [Field, string][],
  sees: (field: Field) => boolean,
): string[] => {
  const said = JSON.stringify(sight) ?? ''
  return marks.filter(([field, mark]) => !sees(field) && said.includes(mark)).map((m) => m.join())
}
