import type { ExplainedBranch, ExplainedPart, Explanation } from "@tongket/core/projections";
import { demandEqual } from "../laws/law-broken.ts";
import { listAddsUp } from "./list-adds-up.ts";
import { subjectsAddUp } from "./subjects-add-up.ts";

/**
 * Adds a proof up again, from what it says alone: events to accounts, accounts to branches,
 * branches to the amount, amounts to the figure. Plain loops that share no code with projections.
 */
export const proofAddsUp = (explanation: Explanation): void => {
  const { parts, value, witness } = explanation;
  for (const part of parts) {
    eventsMakeAccounts(part);
    branchesMakeAmount(part);
    if (part.distinct) subjectsAddUp(part, parts);
  }
  listAddsUp(explanation);
  const amounts = parts.map(({ part, amount }) => [part, amount]);
  const where = explanation.figure;
  if (value.is === "count") {
    demandEqual("the amount is the figure", {
      found: amounts,
      expected: [["count", value.count]],
      where,
    });
  }
  if (value.is === "share") {
    const expected = [
      ["numerator", value.num],
      ["denominator", value.den],
    ];
    demandEqual("the amounts are the figure", { found: amounts, expected, where });
  }
  if (value.is === "unknown") {
    const counted = amounts.filter(([part, amount]) => part === "count" && amount !== 0);
    demandEqual("an unknown figure has no count", { found: counted, expected: [], where });
  }
  const isShareOf0 = value.is === "share" && value.num === 0;
  demandEqual("only a share of 0 needs a witness", {
    found: witness !== undefined && !isShareOf0,
    expected: false,
    where,
  });
};

/** Every account is the sum of what the events post there, and each event posts something. */
const eventsMakeAccounts = ({ accounts, events }: ExplainedPart): void => {
  const sums = new Map<string, number>();
  const add = (amount: ExplainedPart["accounts"][number], sign: number): void => {
    const key = `${amount.branch} ${amount.year} ${amount.measure} ${amount.subject ?? ""}`;
    sums.set(key, (sums.get(key) ?? 0) + sign * amount.amount);
  };
  for (const account of accounts) add(account, 1);
  for (const event of events) {
    for (const posting of event.postings) add(posting, -1);
    demandEqual("an explained event adds something, or stands", {
      found: event.postings.some(({ amount }) => amount !== 0) || event.makes !== undefined,
      expected: true,
      where: event,
    });
  }
  for (const [account, difference] of sums) {
    demandEqual("the events add up to the account", {
      found: difference,
      expected: 0,
      where: account,
    });
  }
  const addresses = events.map(({ address }) => address);
  demandEqual("each event is listed once", { found: addresses, expected: [...new Set(addresses)] });
};

/** Every sub-total is that of the branch itself with those below it, and the top one the amount. */
const branchesMakeAmount = (part: ExplainedPart): void => {
  const visit = (row: ExplainedBranch): ReadonlySet<string> => {
    const below = row.children.map(visit);
    const all = new Set([row.branch, ...below.flatMap((one) => [...one])]);
    const own = new Set<string>([row.branch]);
    const where = { part: part.part, branch: row.branch };
    demandEqual("a branch is what counts at it", {
      found: row.own,
      expected: amountAt(part, own),
      where,
    });
    demandEqual("a sub-total is the branch and all below it", {
      found: row.total,
      expected: amountAt(part, all),
      where,
    });
    return all;
  };
  const all = visit(part.branches);
  demandEqual("the top sub-total is the amount", {
    found: part.branches.total,
    expected: part.amount,
  });
  const places = part.distinct
    ? part.subjects.map(({ at }) => at)
    : part.accounts.map(({ branch }) => branch);
  const strayed = places.filter((branch) => !all.has(branch));
  demandEqual("what counts stands under the branch", { found: strayed, expected: [] });
};

const amountAt = (part: ExplainedPart, branches: ReadonlySet<string>): number => {
  if (part.distinct) {
    const here = part.subjects.filter(({ at }) => branches.has(at));
    return new Set(here.map(({ subject }) => subject)).size;
  }
  let sum = 0;
  for (const { branch, amount } of part.accounts) if (branches.has(branch)) sum += amount;
  return sum;
};
