import { DefaultDeserializer, DefaultSerializer } from "node:v8";

/** Of what kinds a list of numbers may be. NOTE: kept values name them by their places. */
const kinds = [
  ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array],
  ...[Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array],
] as const;

/** Each part begins at such a byte, where numbers of any width can be read as they lie. */
const step = 8;
const padded = (length: number): number => Math.ceil(length / step) * step;

/**
 * A value as bytes, in parts to be written one behind the other: how long its words are, the
 * words as `node:v8` writes them, and each list of numbers by itself, which is not copied.
 */
export const bytesOfValue = (value: unknown): readonly Uint8Array[] => {
  const writer = new Writer();
  writer.writeHeader();
  writer.writeValue(value);
  const words = writer.releaseBuffer();
  const begin = Buffer.alloc(step);
  begin.writeUInt32LE(words.length);
  return [begin, words, ...writer.lists].flatMap((part) => [
    part,
    new Uint8Array(padded(part.length) - part.length),
  ]);
};

/** The value of these bytes; its lists are views of them. Throws where they are of none. */
export const valueOfBytes = (bytes: Uint8Array): unknown => {
  const words = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const lists = step + padded(words);
  const reader = new Reader(bytes.subarray(step, step + words), bytes.subarray(lists));
  reader.readHeader();
  return reader.readValue();
};

class Writer extends DefaultSerializer {
  readonly lists: Uint8Array[] = [];

  /** Called for every list of numbers. */
  _writeHostObject(list: NodeJS.ArrayBufferView): void {
    const kind = kinds.findIndex((one) => list instanceof one);
    if (kind < 0) throw new TypeError("a view of data is no list of numbers");
    this.writeUint32(kind);
    this.writeUint32(list.byteLength);
    this.lists.push(new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
  }
}

class Reader extends DefaultDeserializer {
  readonly #lists: Uint8Array;
  #read = 0;

  constructor(words: Uint8Array, lists: Uint8Array) {
    super(words);
    this.#lists = lists;
  }

  /** Called where one was written. */
  _readHostObject(): NodeJS.ArrayBufferView {
    const Kind = kinds[this.readUint32()];
    if (Kind === undefined) throw new RangeError("no list of numbers is of this kind");
    const length = this.readUint32();
    const bytes = this.#lists.subarray(this.#read, this.#read + length);
    if (bytes.length < length) throw new RangeError("a list of numbers ends too early");
    this.#read += padded(length);
    const { buffer, byteOffset } = bytes.byteOffset % step === 0 ? bytes : Uint8Array.from(bytes);
    return new Kind(buffer as ArrayBuffer, byteOffset, length / Kind.BYTES_PER_ELEMENT);
  }
}
