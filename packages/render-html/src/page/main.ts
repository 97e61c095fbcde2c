import { openEngine } from "./engine.ts";
import { unpackedData } from "./unpacked-data.ts";

const begin = async (): Promise<void> => {
  const packed = document.getElementById("tongket-data")?.textContent ?? "";
  const engine = openEngine(await unpackedData(packed));
  document.documentElement.dataset["ready"] = String(engine.days.length);
};

void begin();
