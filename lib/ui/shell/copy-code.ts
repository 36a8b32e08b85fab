/** Puts the code beside a copy button on the clipboard, and says on the button how that went. */
export async function copyCode(button: HTMLButtonElement): Promise<void> {
  const code = button.closest("figure")?.querySelector("code")?.textContent;
  if (code === undefined) return;
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(`${code}\n`);
  } catch {
    // No permission, or no secure context: the text is there to be selected.
    said = "Press Ctrl+C";
    const range = button.closest("figure")?.querySelector("code");
    if (range) getSelection()?.selectAllChildren(range);
  }
  button.textContent = said;
  button.dataset.copied = "";
  setTimeout(() => {
    button.textContent = "Copy";
    delete button.dataset.copied;
  }, 2000);
}
