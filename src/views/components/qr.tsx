import { qrPath } from './qr-path.ts'

/** A QR code as one stroked path; always dark on white, so that every reader finds it. */
export function Qr({ text }: { text: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg
      viewBox={`-4 -4.5 ${size + 8} ${size + 8}`}
      shape-rendering="crispEdges"
      aria-hidden="true"
    >
      <path d={`M-4 -4.5h${size + 8}v${size + 8}h-${size + 8}z`} fill="#fff" />
      <path d={path} stroke="#000" fill="none" />
    </svg>
  )
}
