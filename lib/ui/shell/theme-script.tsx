/**
 * Applies the stored theme before the first paint, so that no other theme flashes. The text is constant, so that the
 * Content-Security-Policy can allow it by its hash.
 */
export const themeScript =
  'try{const t=localStorage.getItem("silent-refresh.theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

/** The project's only inline script. It belongs in <head>. */
export function ThemeScript() {
  return <script>{themeScript}</script>;
}
