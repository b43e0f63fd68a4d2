// Checks a row, a release or a downloaded file in the reader's own browser: leaf, path, root, log and signatures, with WebCrypto alone.
// What it believes is the key in the page's field; what the portal says about itself it only hashes.
"use strict";
(function () {
  const form = document.getElementById("verify"), steps = document.getElementById("steps"), verdict = document.getElementById("verdict");
  const text = new TextEncoder(), batch = 1024;

  const joined = (...parts) => { const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0)); let at = 0; for (const part of parts) { all.set(part, at); at += part.length; } return all; };
  const sha = async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const leafOf = bytes => sha(joined([0], bytes));
  const nodeOf = (left, right) => sha(joined([1], left, right));
  const hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
  const unhex = word => { if (!/^[0-9a-f]{64}$/.test(word)) throw new Error("散列写法不对：" + word); return Uint8Array.from(word.match(/../g), pair => parseInt(pair, 16)); };
  const unbase64url = word => Uint8Array.from(atob(word.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
  const base64url = bytes => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  // RFC 8785 for the values that manifests hold: members in the order of their UTF-16 units, JSON.stringify's own form for the rest.
  function canonical(value) {
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    return "{" + Object.keys(value).sort().map(name => JSON.stringify(name) + ":" + canonical(value[name])).join(",") + "}";
  }

  // RFC 9162 §2.1.3.2.
  async function included(leaf, index, size, path, root) {
    if (index < 0 || index >= size) return false;
    let node = index, last = size - 1, hash = leaf;
    for (const sibling of path) {
      if (last === 0) return false;
      if (node % 2 === 1 || node === last) {
        hash = await nodeOf(unhex(sibling), hash);
        while (node % 2 === 0 && node !== 0) { node = Math.floor(node / 2); last = Math.floor(last / 2); }
      } else hash = await nodeOf(hash, unhex(sibling));
      node = Math.floor(node / 2); last = Math.floor(last / 2);
    }
    return last === 0 && hex(hash) === root;
  }

  // The root of leaves as they come: one hash a level in memory.
  function tree() {
    const peaks = [];
    return {
      async add(hash) {
        let level = 0;
        while (peaks.length && peaks[peaks.length - 1].level === level) { hash = await nodeOf(peaks.pop().hash, hash); level++; }
        peaks.push({ hash, level });
      },
      async root() {
        if (!peaks.length) return hex(await sha(new Uint8Array()));
        let root = peaks[peaks.length - 1].hash;
        for (let at = peaks.length - 2; at >= 0; at--) root = await nodeOf(peaks[at].hash, root);
        return hex(root);
      },
    };
  }

  const thumbprint = async jwk => base64url(await sha(text.encode(`{"crv":"P-256","kty":"EC","x":"${jwk.x}","y":"${jwk.y}"}`)));

  async function signed(jwk, value, signature) {
    if (signature.alg !== "ES256" || signature.kid !== await thumbprint(jwk)) return false;
    const key = await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x: jwk.x, y: jwk.y }, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, unbase64url(signature.value), text.encode(canonical(value)));
  }

  // From the key in the field along the statements that both keys signed.
  async function keys() {
    const pinned = JSON.parse(form.elements.key.value), statements = (await get("/data/log/keys.json")).statements;
    const trusted = pinned.keys ? pinned.keys[0] : pinned;
    if (!statements.length) return () => trusted;
    const chain = [{ jwk: statements[0].statement.previous, from: 1 }];
    for (const one of statements) {
      const before = chain[chain.length - 1].jwk, { statement } = one;
      if (statement.previous.x !== before.x || statement.previous.y !== before.y) throw new Error("换钥声明不相接");
      if (!await signed(before, statement, one.byPrevious) || !await signed(statement.next, statement, one.byNext)) throw new Error("换钥声明的签名不对");
      chain.push({ jwk: statement.next, from: statement.fromRelease });
    }
    if (!chain.some(link => link.jwk.x === trusted.x && link.jwk.y === trusted.y)) throw new Error("您给出的公钥不在密钥链里");
    return release => chain.filter(link => link.from <= release).pop().jwk;
  }

  async function get(address) {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.status === 404 ? "没有找到 " + address : address + " 回答 " + answer.status);
    return answer.json();
  }

  let all;
  function step(holds, what) {
    const item = document.createElement("li");
    item.textContent = (holds ? "✓ " : "✗ ") + what;
    item.className = holds ? "good" : "bad";
    steps.append(item);
    all = all && holds;
  }
  function say(kind, what) { verdict.className = "message " + kind; verdict.textContent = what; verdict.hidden = false; }

  async function manifest(release, keyAt) {
    const size = release.head.size;
    step(await signed(keyAt(release.manifest.number), release.manifest, release.signature), `第 ${release.manifest.number} 次发布的清单由公钥签名`);
    step(await signed(keyAt(Number(size)), release.head, release.headSignature) && release.head.channel === release.manifest.channel, `日志树头（大小 ${size}）由公钥签名`);
  }

  async function inLog(release, proof, keyAt) {
    const leaf = await leafOf(text.encode(canonical(release.manifest))), { head } = proof.signedHead, size = Number(head.size);
    step(await included(leaf, release.manifest.number - 1, size, proof.path, head.root), `清单是日志第 ${release.manifest.number} 片叶，日志现有 ${size} 次发布`);
    step(await signed(keyAt(size), head, proof.signedHead.headSignature), "日志最新树头由公钥签名");
  }

  async function row(proof, keyAt) {
    if (proof.row === null) throw new Error("这一行的原文现在取不到，请稍后再试");
    const leaf = await leafOf(text.encode(proof.row));
    const content = document.createElement("pre");
    content.textContent = proof.row;
    steps.before(content);
    step(hex(leaf) === proof.leafHash, "重新计算这一行的叶散列");
    step(await included(leaf, proof.leafIndex, proof.treeSize, proof.path, proof.signed.manifest.rowsRoot), `这一行是 ${proof.treeSize} 行中的第 ${proof.leafIndex + 1} 行，根散列与清单一致`);
    await manifest(proof.signed, keyAt);
    const head = { channel: proof.signed.manifest.channel, root: proof.release.root, size: String(proof.release.treeSize) };
    await inLog(proof.signed, { path: proof.release.path, signedHead: { head, headSignature: proof.release.headSignature } }, keyAt);
  }

  async function release(number, keyAt) {
    const one = await get(`/data/releases/${number}/manifest.json`);
    await manifest(one, keyAt);
    await inLog(one, await get(`/data/releases/${number}/inclusion.json`), keyAt);
    return one;
  }

  async function rows(file, one, keyAt) {
    const bytes = new Uint8Array(await file.arrayBuffer()), made = tree(), counts = {}, hidden = [];
    let count = 0, from = 0, lines = [];
    const flush = async () => {
      const leaves = await Promise.all(lines.map(async (line, at) => {
        const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line));
        counts[value.Set] = (counts[value.Set] || 0) + 1;
        if (!("Leaf" in value)) return leafOf(line);
        hidden.push({ position: String(count + at), leafHash: value.Leaf });
        return unhex(value.Leaf);
      }));
      for (const leaf of leaves) await made.add(leaf);
      count += lines.length;
      lines = [];
      say("note", `已计算 ${count} 行 …`);
    };
    for (let end; (end = bytes.indexOf(10, from)) >= 0; from = end + 1) {
      lines.push(bytes.subarray(from, end));
      if (lines.length === batch) await flush();
    }
    await flush();
    step(from === bytes.length, "文件完整，末行没有截断");
    step(await made.root() === one.manifest.rowsRoot, `文件的 ${count} 行重新计算的根散列与签名的清单一致`);
    step(canonical(Object.fromEntries(Object.entries(counts).map(([set, rows]) => [set, String(rows)]))) === canonical(one.manifest.rowCounts), "各数据集的行数与清单一致");
    if (hidden.length) await redacted(hidden, one, keyAt);
  }

  async function redacted(hidden, one, keyAt) {
    const { list, signature } = await get("/data/log/redactions.json");
    step(await signed(keyAt(list.nextRelease), list, signature), "隐去清单由公钥签名");
    const known = new Set(list.redactions.filter(each => each.release === one.manifest.number).map(each => each.position + " " + each.leafHash));
    step(hidden.every(each => known.has(each.position + " " + each.leafHash)), `${hidden.length} 行依清单隐去`);
  }

  async function files(given, keyAt) {
    const read = async end => { const file = given.find(each => each.name.endsWith(end) && !each.name.endsWith(end + "l")); return file && JSON.parse(await file.text()); };
    const json = await read(".json"), data = given.find(each => each.name.endsWith(".jsonl"));
    if (json && "rowId" in json) return row(json, keyAt);
    if (!data) throw new Error("请放入 rows.jsonl（可同时放入 manifest.json），或一个证明文件");
    const named = /release-(\d+)/.exec(data.name), number = named ? named[1] : form.elements.release.value;
    let one = json;
    if (one) await manifest(one, keyAt);
    else if (number) one = await release(number, keyAt);
    else throw new Error("请填发布编号，或同时放入 manifest.json");
    await rows(data, one, keyAt);
  }

  async function check(given) {
    steps.replaceChildren();
    steps.parentElement.querySelectorAll("pre").forEach(old => old.remove());
    all = true;
    say("note", "正在计算 …");
    try {
      const keyAt = await keys(), number = form.elements.release.value.trim(), rowId = form.elements.row.value.trim();
      if (given.length) await files(given, keyAt);
      else if (number && rowId) await row(await get(`/data/releases/${number}/proof/${rowId.split("/").map(encodeURIComponent).join("/")}`), keyAt);
      else if (number) await release(number, keyAt);
      else throw new Error("请填发布编号，或选择下载的文件");
      if (all) say("good", "核验通过：与签名发布的一字不差。");
      else say("bad", "核验不通过：这不是签名发布的内容。");
    } catch (failure) {
      say("bad", "无法核验：" + failure.message);
    }
    verdict.focus();
  }

  if (!window.crypto || !crypto.subtle) { say("warn", "浏览器只在安全连接（https 或本机）上提供计算散列和签名的功能，请改用离线核验。"); return; }
  form.hidden = false;
  form.addEventListener("submit", event => { event.preventDefault(); check([...form.elements.files.files]); });
  document.addEventListener("dragover", event => event.preventDefault());
  document.addEventListener("drop", event => { event.preventDefault(); check([...event.dataTransfer.files]); });
  const asked = new URLSearchParams(location.search);
  if (asked.has("release")) form.elements.release.value = asked.get("release");
  if (asked.has("row")) form.elements.row.value = asked.get("row");
  if (asked.has("release")) check([]);
})();
