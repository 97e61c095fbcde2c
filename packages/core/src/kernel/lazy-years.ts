/**
 * A Map by year that makes each account when it is first asked for, once. NOTE: a clone is refused
 * until all are made.
 */
export class LazyYears<Account> extends Map<number, Account> {
  /** Sets an account that is made by `make`, which stands in its place until then. */
  setLater(year: number, make: () => Account): void {
    super.set(year, make as never);
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
