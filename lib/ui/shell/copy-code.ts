/** Copies the code beside a copy button, and shows the result on the button. */
export async function copyCode(button: HTMLButtonElement): Promise<void> {
  const code = button.closest("figure")?.querySelector("code")?.textContent;
  if (code === undefined) return;
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(`${code}\n`);
  } catch {
    // Without permission or a secure context, the code is selected instead.
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
