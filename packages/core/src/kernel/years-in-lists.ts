/**
 * What a branch has by year, each from when it is first asked for. NOTE: it cannot be cloned before
 * all were: a clone would call nothing to make them.
 */
export class YearsInLists<Account> extends Map<number, Account> {
  /** Puts what makes it in its place until then. */
  putLater(year: number, make: () => Account): void {
    super.set(year, make as Account);
  }

  override get(year: number): Account | undefined {
    const held = super.get(year);
    if (typeof held !== "function") return held;
    const account = held() as Account;
    super.set(year, account);
    return account;
  }

  override values(): MapIterator<Account> {
    this.#makeAll();
    return super.values();
  }

  override entries(): MapIterator<[number, Account]> {
    this.#makeAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[number, Account]> {
    return this.entries();
  }

  override forEach(...args: Parameters<Map<number, Account>["forEach"]>): void {
    this.#makeAll();
    super.forEach(...args);
  }

  #makeAll(): void {
    for (const year of this.keys()) this.get(year);
  }
}
