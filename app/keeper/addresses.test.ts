import { describe, expect, test } from "vitest";
import { addressesOf } from "./addresses.ts";

const at = (...found: [name: string, address: string, internal?: boolean][]) =>
  addressesOf(
    Object.fromEntries(
      found.map(([name, address, internal = false]) => [name, [{ address, family: "IPv4", internal }]]),
    ),
  );

describe("the likeliest network of the phones", () => {
  test.each([
    [
      "Windows with WSL, Hyper-V and a VPN",
      "Wi-Fi",
      [
        ["vEthernet (WSL)", "172.28.16.1"],
        ["vEthernet (Default Switch)", "172.17.224.1"],
        ["NordLynx", "10.5.0.2"],
        ["Wi-Fi", "192.168.1.20"],
        ["VirtualBox Host-Only Network", "192.168.56.1"],
        ["Loopback Pseudo-Interface 1", "127.0.0.1", true],
      ],
    ],
    [
      "Linux with docker and tailscale",
      "wlp3s0",
      [
        ["lo", "127.0.0.1", true],
        ["docker0", "172.17.0.1"],
        ["br-5f2c", "172.18.0.1"],
        ["veth12ab", "169.254.3.4"],
        ["tailscale0", "100.101.102.103"],
        ["tun0", "10.8.0.6"],
        ["virbr0", "192.168.122.1"],
        ["wlp3s0", "10.0.0.57"],
      ],
    ],
    [
      "macOS with a VPN",
      "en0",
      [
        ["lo0", "127.0.0.1", true],
        ["utun3", "10.64.0.2"],
        ["bridge100", "192.168.64.1"],
        ["en0", "192.168.178.33"],
      ],
    ],
    [
      "a cable without a network beside Wi-Fi",
      "Wi-Fi",
      [
        ["Ethernet", "169.254.12.9"],
        ["Wi-Fi", "172.20.10.3"],
      ],
    ],
    [
      "a hotspot of the laptop's own beside a public address",
      "wlan0",
      [
        ["eth0", "81.2.69.142"],
        ["wlan0", "192.168.137.1"],
      ],
    ],
  ] as [string, string, [string, string, boolean?][]][])("%s", (_what, expected, found) => {
    expect(at(...found)[0]).toMatchObject({ name: expected, doubt: "" });
  });

  test("whatever phones cannot reach says so and comes last", () => {
    const list = at(
      ["lo", "127.0.0.1", true],
      ["tun0", "10.8.0.6"],
      ["docker0", "172.17.0.1"],
      ["wlan0", "10.0.0.5"],
    );
    expect(list.map(({ name }) => name)).toEqual(["wlan0", "tun0", "docker0", "lo"]);
    expect(list.map(({ doubt }) => doubt === "")).toEqual([true, false, false, false]);
    expect(at(["eth0", "81.2.69.142"])[0]?.doubt).toContain("public");
    expect(at(["eth0", "169.254.1.2"])[0]?.doubt).toContain("not properly connected");
    // 172.32 is not private.
    expect(at(["eth0", "172.32.0.4"])[0]?.doubt).toContain("public");
  });

  test("only IPv4 counts, and the order is always the same", () => {
    expect(
      addressesOf({ en0: [{ address: "fe80::1", family: "IPv6", internal: false }], gone: undefined }),
    ).toEqual([]);
    const two = [
      ["eth1", "10.0.0.2"],
      ["eth0", "10.0.0.3"],
    ] as [string, string][];
    expect(at(...two)).toEqual(at(...two.toReversed()));
  });
});
