/** Whether a tab asks, which shows whatever comes as a page; a script asks for its own kind of answer. */
export function wantsPage({ headers }: Pick<Request, "headers">): boolean {
  return headers.get("accept")?.includes("text/html") === true;
}
