import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** What an encrypted room shows for itself. Its key is made with it, and lives as long as the room's process. */
export interface Certificate {
  readonly key: KeyObject;
  /** X.509 v3, signed by its own key. */
  readonly der: Buffer;
  /** The first eight bytes of its SHA-256, as people compare them: "3B1A 9F02 77C4 E0D5". */
  readonly fingerprint: string;
}

/* DER (X.690): a tag, the length, the content. Only what a certificate needs. */

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const octets = (content: Uint8Array) => der(0x04, content);
/** Nought stands for the unused bits of the last byte: there are none. */
const bits = (content: Uint8Array) => der(0x03, Buffer.of(0), content);
const utf8 = (text: string) => der(0x0c, Buffer.from(text));
const TRUE = der(0x01, Buffer.of(0xff));

/** An object identifier; each number after the second in groups of seven bits. */
function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const groups = rest.flatMap((value) => {
    const low = [value & 0x7f];
    for (let high = value >> 7; high > 0; high >>= 7) low.unshift((high & 0x7f) | 0x80);
    return low;
  });
  return der(0x06, Buffer.of(first * 40 + second, ...groups));
}

/** UTCTime up to 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5). */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\.\d+|[-:T]/g, "");
  return digits < "2050" ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

const ECDSA_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));
const COMMON_NAME = oid("2.5.4.3");
const BASIC_CONSTRAINTS = oid("2.5.29.19");
const EXTENDED_KEY_USAGE = oid("2.5.29.37");
const SERVER_AUTH = oid("1.3.6.1.5.5.7.3.1");
const SUBJECT_ALT_NAME = oid("2.5.29.17");

const DAY = 24 * 60 * 60 * 1_000;
/** Long enough for a workshop, however wrong the clocks of phones are; too short to be of use to anybody later. */
const [BEFORE, AFTER] = [DAY, 2 * DAY];

/**
 * A key on the curve P-256 and a certificate for it that nobody but itself vouches for (RFC 5280).
 * @param address the IPv4 address it is for, "192.168.1.20"
 * @param now milliseconds since 1970
 */
export function newCertificate(address: string, now: number): Certificate {
  const { privateKey: key, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(COMMON_NAME, utf8(`Entente room ${address}`))));
  const serial = randomBytes(16);
  // A positive number without a leading nought.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const extensions = [
    sequence(BASIC_CONSTRAINTS, TRUE, octets(sequence())),
    sequence(EXTENDED_KEY_USAGE, octets(sequence(SERVER_AUTH))),
    sequence(SUBJECT_ALT_NAME, octets(sequence(der(0x87, Buffer.from(address.split(".").map(Number)))))),
  ];
  const content = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, serial),
    ECDSA_SHA256,
    name,
    sequence(time(now - BEFORE), time(now + AFTER)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...extensions)),
  );
  const signed = sequence(content, ECDSA_SHA256, bits(sign("sha256", content, key)));
  return { key, der: signed, fingerprint: fingerprintOf(signed) };
}

/** @param certificate as it is sent, in DER */
export const fingerprintOf = (certificate: Uint8Array): string =>
  createHash("sha256")
    .update(certificate)
    .digest("hex")
    .slice(0, 16)
    .toUpperCase()
    .replace(/.{4}(?=.)/g, "$& ");

/** The same as PEM, as a server takes it. */
export const pemOf = (certificate: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate)
    .toString("base64")
    .replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;
