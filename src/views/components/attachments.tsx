import type { PictureSight } from '../../sights/files.ts'
import type { Words } from '../../words/words.ts'

export interface AttachmentView {
  href: string
  picture: PictureSight
  /** 'Foto 1', 'Dokumen 2': never the file's own name. */
  label: string
  bytes: number
  /** 'dari petugas', 'belum tampil untuk umum' */
  note?: string
}

/** Without JavaScript a browser waits for no scroll: what is in the page is sent with it. */
const MOST_PICTURES = 3

/** The whole file on a tap; the first are shown small, the others named (docs/rules.md, Photos). */
export function Attachments({
  t,
  files: all,
  rest,
}: {
  t: Words
  files: AttachmentView[]
  /** Where all are, if only the first stand here. */
  rest?: string
}) {
  if (all.length === 0) return <p class="soft">{t.status.noFiles}</p>
  const files = rest ? all.slice(0, MOST_PICTURES) : all
  const shown = files.filter(({ picture }) => picture === 'small').slice(0, MOST_PICTURES)
  return (
    <ul class="files">
      {files.map((file) => (
        <li>
          <a href={file.href}>
            {shown.includes(file) && <img src={`${file.href}?kecil`} alt="" loading="lazy" />}
            {file.label}
            <span class="soft">
              , {t.fileSize(file.bytes)}
              {file.picture === 'big' && `, ${t.files.big}`}
              {file.note && `, ${file.note}`}
            </span>
          </a>
        </li>
      ))}
      {files.length < all.length && (
        <li>
          <a href={rest}>{t.files.all(all.length)}</a>
        </li>
      )}
    </ul>
  )
}
