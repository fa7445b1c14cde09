import { execFileSync, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fingerprintOf, newCertificate, pemOf } from "./certificate.ts";

const HERE = "127.0.0.1";
const NOW = Date.parse("2026-11-27T12:00:00Z");
const DAY = 24 * 60 * 60 * 1_000;

test("for any address and time: names that address alone, signs itself, is valid now and for about two days", () => {
  const times = fc.integer({ min: Date.parse("2000-01-03"), max: Date.parse("2099-12-30") });
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), times, (address, other, now) => {
      const { key, der, fingerprint } = newCertificate(address, now);
      const read = new X509Certificate(der);
      expect(read.subjectAltName).toBe(`IP Address:${address}`);
      expect(read.checkIP(address)).toBe(address);
      if (other !== address) expect(read.checkIP(other)).toBeUndefined();
      expect(read.subject).toBe(`CN=Entente room ${address}`);
      expect(read.ca).toBe(false);
      expect(read.checkIssued(read)).toBe(true);
      expect(read.checkPrivateKey(key)).toBe(true);
      expect(read.verify(read.publicKey)).toBe(true);
      expect(read.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
      const second = Math.floor(now / 1000) * 1000;
      expect([Date.parse(read.validFrom), Date.parse(read.validTo)]).toEqual([
        second - DAY,
        second + 2 * DAY,
      ]);
      expect(read.fingerprint256.replaceAll(":", "").startsWith(fingerprint.replaceAll(" ", ""))).toBe(true);
      expect(fingerprint).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
      // Its number is positive and is not shortened by whoever writes it again.
      expect(read.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    }),
    { numRuns: 60 },
  );
});

test("a byte changed anywhere gives another fingerprint, and no valid signature", () => {
  const { der, fingerprint } = newCertificate(HERE, NOW);
  fc.assert(
    fc.property(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(der);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(fingerprintOf(changed)).not.toBe(fingerprint);
      const valid = (() => {
        try {
          const read = new X509Certificate(changed);
          return read.raw.equals(changed) && read.verify(new X509Certificate(der).publicKey);
        } catch {
          return false;
        }
      })();
      expect(valid).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test("every opening makes another key", () => {
  const [one, two] = [newCertificate(HERE, NOW), newCertificate(HERE, NOW)];
  expect(one.fingerprint).not.toBe(two.fingerprint);
  expect(new X509Certificate(one.der).checkPrivateKey(two.key)).toBe(false);
});

describe("for other programs", () => {
  let folder = "";
  let file = "";
  const made = newCertificate("192.168.1.20", Date.now());
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "entente-certificate-"));
    file = join(folder, "room.pem");
    writeFileSync(file, pemOf(made.der));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const openssl = spawnSync("openssl", ["version"]).status === 0;

  test.runIf(openssl)("openssl reads every part of it", () => {
    const text = execFileSync("openssl", ["x509", "-in", file, "-noout", "-text"], { encoding: "utf8" });
    for (const part of [
      "Version: 3 (0x2)",
      "Signature Algorithm: ecdsa-with-SHA256",
      "ASN1 OID: prime256v1",
      "X509v3 Basic Constraints: critical",
      "CA:FALSE",
      "TLS Web Server Authentication",
      "IP Address:192.168.1.20",
    ])
      expect(text).toContain(part);
    expect(text.match(/X509v3 [A-Z]/g)).toHaveLength(3);
  });

  test.runIf(openssl)("openssl takes it for that address only, and only where it is trusted", () => {
    const verify = (...more: string[]) =>
      spawnSync("openssl", ["verify", "-purpose", "sslserver", ...more, file]).status === 0;
    expect(verify("-CAfile", file, "-verify_ip", "192.168.1.20")).toBe(true);
    expect(verify("-CAfile", file, "-verify_ip", "192.168.1.21")).toBe(false);
    expect(verify("-verify_ip", "192.168.1.20")).toBe(false);
  });

  const asked = async (from: string, trusted: string): Promise<string> => {
    const { key, der } = from === HERE ? own : made;
    const server = createServer(
      { key: key.export({ type: "pkcs8", format: "pem" }), cert: pemOf(der) },
      (_, response) => response.end("here"),
    );
    await new Promise<void>((done) => server.listen(0, HERE, done));
    const { port } = server.address() as { port: number };
    try {
      return await new Promise<string>((done, fail) => {
        get({ host: HERE, port, ca: trusted, agent: false }, (reply) => {
          reply.on("data", (part: Buffer) => done(String(part)));
        }).on("error", fail);
      });
    } finally {
      server.close();
    }
  };
  const own = newCertificate(HERE, Date.now());
  test("a client that trusts it is answered; one that trusts another, or expects it elsewhere, is not", async () => {
    expect(await asked(HERE, pemOf(own.der))).toBe("here");
    await expect(asked(HERE, pemOf(newCertificate(HERE, Date.now()).der))).rejects.toThrow(/self-signed/);
    await expect(asked("192.168.1.20", pemOf(made.der))).rejects.toThrow(/IP: 127\.0\.0\.1 is not in/);
  });
});
