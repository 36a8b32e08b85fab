const storageKey = "silent-refresh.keys";

/** Whether single-key shortcuts are on: they are, until this device was told otherwise. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

/** Shows the stored choice on the dialog's switch, and keeps a new one. */
export function connectKeysSwitch(): void {
  const input = document.querySelector<HTMLInputElement>("[data-keys-switch]");
  if (!input) return;
  input.checked = keysAreOn();
  input.addEventListener("change", () => {
    try {
      if (input.checked) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, "off");
    } catch {
      // Storage is refused: then there is no telling this device, and the keys stay as they are.
      input.checked = keysAreOn();
    }
  });
}
