import { expect, test } from "vitest";
import { eventCatalogue } from "../log/event-catalogue.ts";
import { factsEn } from "./facts.en.ts";
import { namesIn, type Template, textsOf } from "./message.ts";

/** What the reports say in the place of members that are no words themselves. */
const putIntoWords: { readonly [type: string]: readonly string[] } = {
  OfficerAppointed: ["branch"],
  OfficerCarriedIn: ["branch"],
  RatingRevised: ["fromLevel", "toLevel"],
};

test("every place of a fact's words is a member of its event", () => {
  const unknown = Object.entries<Template>(factsEn).flatMap(([type, template]) => {
    const { schema } = eventCatalogue.get(type) as unknown as {
      readonly schema: { readonly fields: object };
    };
    const known = [...Object.keys(schema.fields), ...(putIntoWords[type] ?? [])];
    return textsOf(template)
      .flatMap(namesIn)
      .flatMap((name) => (known.includes(name) ? [] : [`${type}: {${name}}`]));
  });
  expect(unknown).toEqual([]);
});
