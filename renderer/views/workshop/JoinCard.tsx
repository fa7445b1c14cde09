import { useEffect, useState } from "react";
import { Button, Checkbox } from "react-aria-components";
import type { Address, RoomState } from "../../../app/bridge/contract.ts";
import { isRestricted, type Marking } from "../../../app/model/case/marking.ts";
import { publicSetup } from "../../../app/model/session/guards.ts";
import { useApp, useWorkshop } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { PickList } from "../../ui/PickList.tsx";
import { useNow, useWork } from "./context.ts";
import styles from "./JoinCard.module.css";
import { Qr } from "./Qr.tsx";

/** How phones come in: nothing listens before the facilitator opens the room on an address of their choice. */
export function JoinCard() {
  const { session } = useWork();
  const room = useWorkshop((state) => state.room);
  return (
    <section className={styles.card} aria-label="Join">
      {room && room.session === session.id ? <Open room={room} /> : <Closed />}
    </section>
  );
}

function Closed() {
  const app = useApp();
  const { session, setup } = useWork();
  const [addresses, setAddresses] = useState<readonly Address[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [byHand, setByHand] = useState(false);
  const [encrypted, setEncrypted] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    app.host.call("room:addresses").then(setAddresses, () => setAddresses([]));
  }, [app]);
  useEffect(() => {
    // Phones that were in an encrypted room look for it there again.
    void app.host.call("journal:read", { session: session.id, since: 0 }).then(
      (read) => {
        if ("failed" in read) return;
        const rooms = read.entries.flatMap((one) =>
          one.by === "host" && one.fact.type === "room" ? [one.fact] : [],
        );
        if (rooms.at(-1)?.encrypted) setEncrypted(true);
      },
      () => undefined,
    );
  }, [app, session.id]);
  const own = addresses?.find(({ address }) => address === chosen) ?? addresses?.[0];
  const open = async (address: string): Promise<void> => {
    setBusy(true);
    try {
      const { factors, chances, method, warmups } = publicSetup(setup);
      const opened = await app.host.call("room:open", {
        session: session.id,
        address,
        port: null,
        byHand,
        encrypted,
        setup: { factors, chances, method, warmups },
      });
      if ("failed" in opened) app.notify(opened.message, "error");
      else app.workshop.setState({ room: opened });
    } catch (error) {
      app.notify(error instanceof Error ? error.message : String(error), "error");
    }
    setBusy(false);
  };
  return (
    <>
      <h2>Phones</h2>
      {addresses === null ? (
        <p className={styles.small}>Looking at this machine’s networks.</p>
      ) : !own ? (
        <p className={styles.small}>
          This machine is in no network. Turn on a hotspot, pass the laptop round, or hand out paper.
        </p>
      ) : (
        <>
          <div className={styles.row}>
            <span>Network</span>
            <PickList
              look="field"
              label="Network of the phones"
              items={addresses.map(({ address, name, doubt }) => ({
                id: address,
                label: `${name} ${address}`,
                ...(doubt === "" ? {} : { text: doubt }),
              }))}
              chosen={own.address}
              onChoose={setChosen}
            />
          </div>
          {own.doubt !== "" && <p className={styles.small}>{own.doubt}</p>}
          <Checkbox className={styles.tick ?? ""} isSelected={byHand} onChange={setByHand}>
            <i aria-hidden /> Ask me before anybody new comes in
          </Checkbox>
          <Checkbox className={styles.tick ?? ""} isSelected={encrypted} onChange={setEncrypted}>
            <i aria-hidden /> Encrypt the connection
          </Checkbox>
          {encrypted ? (
            <p className={styles.small}>
              Phones first show a warning, because no authority knows this laptop. People go on by “Advanced”
              or “Show details”, then “Proceed” or “Visit this website”. Whoever wants to be sure compares the
              certificate’s SHA-256 with the fingerprint shown here. Try your own phone first.
            </p>
          ) : (
            <Unencrypted marking={setup.marking} />
          )}
          <p className={styles.small}>
            Your system may ask whether to allow this: allow private networks. Only this room’s page is
            reachable, and only until you close it.
          </p>
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            isDisabled={busy}
            onPress={() => void open(own.address)}
          >
            Open the room
          </Button>
        </>
      )}
    </>
  );
}

/** Said where the case may not be read by strangers, and the connection can be. */
function Unencrypted({ marking }: { readonly marking: Marking }) {
  return isRestricted(marking) ? (
    <p className={styles.caution} role="note">
      {marking.tlp}: without encryption anybody in this network can read the answers. Encrypt the connection,
      or use paper or one passed laptop.
    </p>
  ) : null;
}

/** Seconds after which a room that no phone has reached gets advice. */
const PATIENCE = 30;

function Open({ room }: { readonly room: RoomState }) {
  const app = useApp();
  const { setup } = useWork();
  const now = useNow();
  const [since] = useState(() => app.now().getTime());
  const unreached = !room.reached && room.people.length === 0 && now - since > PATIENCE * 1000;
  const door = (change: Partial<{ locked: boolean; byHand: boolean; newCode: boolean }>) =>
    void app.host
      .call("room:door", { locked: room.locked, byHand: room.byHand, newCode: false, ...change })
      .then((answer) => answer && app.notify(answer.message, "error"));
  return (
    <>
      <h2 className={styles.middle}>Join</h2>
      <Qr text={room.url} className={styles.qr} />
      <p className={styles.code}>{`${room.code.slice(0, 3)} ${room.code.slice(3)}`}</p>
      <p className={styles.address}>
        {room.fingerprint !== null && (
          <>
            https://
            <wbr />
          </>
        )}
        {room.address}:{room.port}
      </p>
      {room.fingerprint === null ? (
        <Unencrypted marking={setup.marking} />
      ) : (
        <div className={styles.small}>
          <p>
            Encrypted. Its certificate’s SHA-256 begins with
            <b className={styles.fingerprint}>{room.fingerprint}</b>
          </p>
          <p>
            Phones warn first: “Advanced” or “Show details”, then go on. A phone that shows another
            fingerprint, or no warning the first time, stays out.
          </p>
        </div>
      )}
      {room.locked && <p className={styles.small}>Locked: nobody new comes in.</p>}
      {unreached && (
        <p className={styles.small} role="status">
          No phone has reached this room yet. Are they in the same Wi-Fi, with mobile data off? A guest
          network may keep devices apart, and a firewall may ask on this screen. Otherwise: a hotspot, the
          laptop, or paper.
        </p>
      )}
      <div className={styles.buttons}>
        <Button className={button.button ?? ""} onPress={() => door({ locked: !room.locked })}>
          {room.locked ? "Unlock" : "Lock"}
        </Button>
        <Button className={button.button ?? ""} onPress={() => door({ newCode: true })}>
          New code
        </Button>
        <Button
          className={button.button ?? ""}
          onPress={() => void app.host.call("room:close").then(() => app.workshop.setState({ room: null }))}
        >
          Close room
        </Button>
      </div>
      <Checkbox
        className={styles.tick ?? ""}
        isSelected={room.byHand}
        onChange={(byHand) => door({ byHand })}
      >
        <i aria-hidden /> Ask me first
      </Checkbox>
    </>
  );
}
