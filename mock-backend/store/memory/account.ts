/** Counts the bytes that one part keeps, and passes every change on to the account of the whole. */
export class Account {
  #bytes = 0;
  #whole: ((change: number) => void) | undefined;

  constructor(whole?: (change: number) => void) {
    this.#whole = whole;
  }

  get bytes() {
    return this.#bytes;
  }

  /** From now on the whole counts this too, with what there is already. */
  join(whole: (change: number) => void): void {
    this.#whole = whole;
    whole(this.#bytes);
  }

  add(change: number): void {
    if (change === 0) return;
    this.#bytes += change;
    this.#whole?.(change);
  }

  /** Sets the number of bytes kept now. */
  set(bytes: number): void {
    this.add(bytes - this.#bytes);
  }

  /** The whole no longer counts this, whatever becomes of it. */
  leave(): void {
    const whole = this.#whole;
    this.#whole = undefined;
    whole?.(-this.#bytes);
  }
}
