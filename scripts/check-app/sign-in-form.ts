import type { Locator, Page } from "@playwright/test";
import { hydrated, isSelector, press } from "./press";
import type { Profile } from "./profile";

const FIELD_MS = 10_000;

/**
 * Fills in the sign-in page and submits it. Without directions: the password field, the first other field of its
 * form, and that form's button.
 *
 * @param status what the page was answered with
 * @throws Error that says which field is not there
 */
export async function submitSignIn(
  page: Page,
  { page: path, email, password, submit, user }: Profile["signIn"],
  status = 200,
) {
  const secret = await field(page, password, "input[type=password]", "signIn.password").catch((error) => {
    if (status < 400) throw error;
    // A sign-in page may well answer 401: only where it has no form is that worth a word.
    throw new Error(`${path} answered ${status}, and has no password field: is signIn.page right?`);
  });
  const form = page.locator("form", { has: page.locator("input[type=password]") });
  const scope = (await form.count()) > 0 ? form.first() : page.locator("body");
  const name = await field(
    scope,
    email,
    `input${not("hidden", "password", "submit", "checkbox")}`,
    "signIn.email",
  );
  await hydrated(secret);
  await name.fill(user.email);
  await secret.fill(user.password);
  if (submit !== undefined) return press(page, submit);
  const button = scope.locator("button:not([type=button]), input[type=submit]").first();
  return (await button.count()) > 0 ? button.click() : secret.press("Enter");
}

async function field(
  scope: Page | Locator,
  named: string | undefined,
  usual: string,
  where: string,
): Promise<Locator> {
  const locator =
    named === undefined
      ? scope.locator(usual)
      : isSelector(named)
        ? scope.locator(named)
        : scope.getByLabel(named);
  await locator
    .first()
    .waitFor({ timeout: FIELD_MS })
    .catch(() => {
      throw new Error(`The sign-in page has no ${named ?? usual}: say in ${where} which field it is.`);
    });
  return locator.first();
}

function not(...types: string[]): string {
  return types.map((type) => `:not([type=${type}])`).join("");
}
