import type { Words } from '../words/words.ts'

/** Puts the frame beside its own script element, without reading or storing anything. */
export function widgetScript(t: Words): string {
  return `(()=>{const s=document.currentScript;if(!s)return;const o=new URL(s.src).origin,a=encodeURIComponent(s.dataset.opd||'-'),f=document.createElement('iframe');f.src=o+'/widget/'+a;f.title=${JSON.stringify(t.widget.frame)};f.loading='lazy';f.referrerPolicy='no-referrer';f.width='100%';f.height=s.dataset.tinggi||'560';f.setAttribute('frameborder','0');f.setAttribute('sandbox','allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation');s.after(f)})()
`
}
