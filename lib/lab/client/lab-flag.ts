/** Set when this browser has had a lab: the next lesson's panel then starts by itself. */
const key = "silent-refresh.has-lab";

export function rememberLab() {
  try {
    localStorage.setItem(key, "1");
  } catch {
    // Storage is refused, so the learner starts the lab on each page.
  }
}

export function hasLab(): boolean {
  try {
    return localStorage.getItem(key) === "1";
  } catch {
    return false;
  }
}
