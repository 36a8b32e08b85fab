const storageKey = "silent-refresh.keys";

/** Whether single-key shortcuts are on. They are, unless this device has stored that they are off. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

/** Shows the stored choice on the dialog's switch, and stores a new one. */
export function connectKeysSwitch(): void {
  const input = document.querySelector<HTMLInputElement>("[data-keys-switch]");
  if (!input) return;
  input.checked = keysAreOn();
  input.addEventListener("change", () => {
    try {
      if (input.checked) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, "off");
    } catch {
      // Storage is refused, so the choice cannot change.
      input.checked = keysAreOn();
    }
  });
}
