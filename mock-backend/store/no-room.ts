/** There is no room for another lab: every lab that is here is in use. */
export class NoRoom extends Error {
  override readonly name = "NoRoom";
  constructor() {
    super("Every lab that is kept is in use.");
  }
}
