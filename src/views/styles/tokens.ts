/**
 * The palette, light and dark, from one set of names. Every colour that means something
 * (sea: on its way, wait: standing still, late, done) is paired with a word and a sign.
 * --c and --w are the colour and wash of whatever tone an element stands in.
 */
export const tokens = `
:root {
  --paper: #fbfaf6; --card: #fff; --ink: #1b1d1c; --soft: #5a605d; --line: #dcdad2; --edge: #7d857f;
  --sea: #0a5f5a; --sea-ink: #fff; --sea-wash: #e4f0ee;
  --late: #b3261e; --late-wash: #fbe9e7;
  --wait: #855600; --wait-wash: #fdf1d8;
  --done: #24693a; --done-wash: #e5f2e6;
  --c: var(--sea); --w: var(--sea-wash);
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #121514; --card: #1a1e1d; --ink: #ecefed; --soft: #a3aba7; --line: #333a37;
    --sea: #62cbbf; --sea-ink: #05201d; --sea-wash: #16302d;
    --late: #ff8a80; --late-wash: #3a1b18;
    --wait: #f2bd5b; --wait-wash: #362a12;
    --done: #7fd192; --done-wash: #16301c;
  }
}
.wait { --c: var(--wait); --w: var(--wait-wash) }
.late { --c: var(--late); --w: var(--late-wash) }
.done { --c: var(--done); --w: var(--done-wash) }
.off { --c: var(--ink); --w: var(--line) }
`
