// 给本机开发用的自签证书（只对 localhost 有效），不需要 openssl。按 X.509（RFC 5280）逐项写成 DER。
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DAY = 86_400_000;
const VALID_DAYS = 800;

function tlv(tag, ...contents) {
  const body = Buffer.concat(contents);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(4, "0"), "hex");
  return Buffer.concat([Buffer.from([tag, 0x82]), length, body]);
}

const sequence = (...items) => tlv(0x30, ...items);
const integer = (bytes) =>
  tlv(0x02, bytes[0] & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
const octets = (content) => tlv(0x04, content);
const bits = (content, unused = 0) => tlv(0x03, Buffer.of(unused), content);
const context = (number, ...items) => tlv(0xa0 + number, ...items);
const TRUE = Buffer.from([0x01, 0x01, 0xff]);

function objectId(dotted) {
  const [first, second, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const number of rest) {
    const groups = [number & 0x7f];
    for (let left = number >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tlv(0x06, Buffer.from(bytes));
}

const ECDSA_SHA256 = sequence(objectId("1.2.840.10045.4.3.2"));
const name = (commonName) =>
  sequence(tlv(0x31, sequence(objectId("2.5.4.3"), tlv(0x0c, Buffer.from(commonName)))));
const utcTime = (date) =>
  tlv(
    0x17,
    Buffer.from(
      date
        .toISOString()
        .replace(/[-:T]|\.\d+/g, "")
        .slice(2),
      "latin1",
    ),
  );
const extension = (id, value, critical = false) =>
  sequence(objectId(id), ...(critical ? [TRUE] : []), octets(value));

function extensions() {
  return context(
    3,
    sequence(
      extension("2.5.29.19", sequence(TRUE), true),
      extension("2.5.29.15", bits(Buffer.of(0x86), 1), true),
      extension("2.5.29.37", sequence(objectId("1.3.6.1.5.5.7.3.1"))),
      extension(
        "2.5.29.17",
        sequence(tlv(0x82, Buffer.from("localhost")), tlv(0x87, Buffer.from([127, 0, 0, 1]))),
      ),
    ),
  );
}

const pem = (der) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----\n`;

/** 新造一对：`{ key, cert }`，都是 PEM。 */
export function createCertificate(now = new Date()) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const subject = name("juesuan localhost");
  const body = sequence(
    context(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    ECDSA_SHA256,
    subject,
    sequence(utcTime(now), utcTime(new Date(now.getTime() + VALID_DAYS * DAY))),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    extensions(),
  );
  const cert = pem(sequence(body, ECDSA_SHA256, bits(sign("sha256", body, privateKey))));
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }), cert };
}

/** 取 `folder` 里的证书；没有或快到期时新造一张。返回 `{ key, cert, certPath }`。 */
export function developmentCertificate(folder) {
  const keyPath = join(folder, "localhost.key");
  const certPath = join(folder, "localhost.crt");
  const fresh =
    existsSync(certPath) &&
    existsSync(keyPath) &&
    Date.now() - statSync(certPath).mtimeMs < (VALID_DAYS - 30) * DAY;
  if (!fresh) {
    const { key, cert } = createCertificate();
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyPath, key, { mode: 0o600 });
    writeFileSync(certPath, cert);
  }
  return {
    key: readFileSync(keyPath, "utf8"),
    cert: readFileSync(certPath, "utf8"),
    certPath,
  };
}
