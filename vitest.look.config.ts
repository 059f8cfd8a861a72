export default {
  root: '/work/wt/look',
  test: { include: ['test/views/**/*.test.{ts,tsx}', 'test/copy/**/*.test.ts'] },
}
