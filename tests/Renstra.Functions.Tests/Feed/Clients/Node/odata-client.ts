// Reads the feed through @odata/client: every set whole and by pages of 7 ($top, $skip); and a filter, a count and
// a key of its making. Arguments: address, key, sets. One JSON document goes out.
import { OData } from "@odata/client";

type Rows = readonly object[];

async function main(address: string, key: string, sets: readonly string[]): Promise<object> {
  const client = OData.New4({ serviceEndpoint: `${address}/`, processCsrfToken: false, commonHeaders: { "x-functions-key": key } });
  const read: Record<string, { whole: Rows; paged: Rows }> = {};
  for (const set of sets) {
    const rows = client.getEntitySet<object>(set);
    const paged: object[] = [];
    for (let full = true; full; ) {
      const page = await rows.query(rows.newOptions().top(7).skip(paged.length));
      paged.push(...page);
      full = page.length === 7;
    }

    read[set] = { whole: await rows.query(), paged };
  }

  const kinerja = client.getEntitySet("Kinerja");
  const condition = OData.newFilter().field("KodeWilayah").eqString("53.02").field("BulanAngka").le(202402);
  const filtered = await kinerja.query(kinerja.newOptions().filter(condition).select(["Bulan", "NamaWilayah", "Realisasi"]).orderby([{ field: "Bulan", order: "desc" }]).top(3));
  const count = await kinerja.count(condition);
  const wilayah: { NamaSingkat: string } = await client.getEntitySet("Wilayah").retrieve("53.02");
  return { read, filtered, count, wilayah: wilayah.NamaSingkat };
}

const [, , address = "", key = "", ...sets] = process.argv;
main(address, key, sets).then(
  (answer) => process.stdout.write(JSON.stringify(answer)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
