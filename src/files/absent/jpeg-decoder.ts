/** In the bundle's place of jpeg-js's own (wrangler.toml): mozjpeg reads pictures, jpeg-js writes them. */
export function decode(): never {
  throw new Error('mozjpeg reads JPEG here')
}
