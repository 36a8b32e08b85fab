/**
 * Runs before the first paint, so that a chosen theme never flashes. The text is constant: a content security
 * policy can allow it by its hash.
 */
export const themeScript =
  'try{const t=localStorage.getItem("silent-refresh.theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

/** The only inline script of ours; it belongs in <head>. */
export function ThemeScript() {
  return <script>{themeScript}</script>;
}
