import type { Address } from "../bridge/contract.ts";

/** The part of `os.networkInterfaces()` that is looked at. */
export type Interfaces = Readonly<
  Record<
    string,
    readonly { readonly address: string; readonly family: string; readonly internal: boolean }[] | undefined
  >
>;

const privateRange = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const physical = /^(wi-?fi|wlan|wl[pxo]|wireless|wlan|eth|ethernet|en\d|en[opsx])/i;
const vpn = /(^|[^a-z])(tun|tap|utun|wg|ppp|ipsec)\d*|tailscale|zerotier|^zt|nordlynx|radmin|vpn|wireguard/i;
const virtual =
  /vethernet|wsl|hyper-v|docker|^br-|^veth|vmnet|vmware|virtualbox|vboxnet|^virbr|^lxc|^podman|^cni|^bridge\d/i;

/** Points for one address, each with its reason against it. */
function judge(name: string, address: string, internal: boolean): Omit<Address, "name" | "address"> {
  if (internal) return { score: -10, doubt: "Only this laptop itself can reach it." };
  const [isVpn, isVirtual] = [vpn.test(name), virtual.test(name)];
  const [isPrivate, unassigned] = [privateRange.test(address), address.startsWith("169.254.")];
  const score =
    (isPrivate ? 4 : 0) +
    (address.startsWith("192.168.") ? 1 : 0) +
    (isVpn || isVirtual ? -6 : physical.test(name) ? 3 : 0) +
    (unassigned ? -5 : 0) +
    (address.endsWith(".1") ? -1 : 0);
  const doubt = isVpn
    ? "A VPN: phones in the room do not reach it. Pause it."
    : isVirtual
      ? "A network inside this laptop: phones do not reach it."
      : unassigned
        ? "No network gave this address: the cable or Wi-Fi is not properly connected."
        : isPrivate
          ? ""
          : "A public address: phones may warn of the page, and strangers may reach it.";
  return { score, doubt };
}

/** The IPv4 addresses a room may be opened on, the likeliest network of the phones first; VPN and the like last. */
export function addressesOf(interfaces: Interfaces): Address[] {
  return Object.entries(interfaces)
    .flatMap(([name, found]) =>
      (found ?? [])
        .filter(({ family }) => family === "IPv4")
        .map(({ address, internal }) => ({ address, name, ...judge(name, address, internal) })),
    )
    .sort(
      (a, b) => b.score - a.score || a.name.localeCompare(b.name, "en") || (a.address < b.address ? -1 : 1),
    );
}
