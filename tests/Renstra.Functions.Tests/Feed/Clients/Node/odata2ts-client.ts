// Reads the feed through the client that odata2ts has generated from $metadata: every set whole and by pages of 7 along
// the feed's own links, and a few queries whose columns the compiler has checked. Arguments: address, key, sets. One JSON document goes out.
import { FetchClient } from "@odata2ts/http-client-fetch";
import { RenstraService } from "./generated/RenstraService";

type Rows = readonly object[];

interface Page {
  value: Rows;
  "@odata.nextLink"?: string;
}

/** What the generated services of all sets have in common. */
type AnySet = () => { query(): Promise<{ data: Page }> };

async function main(address: string, key: string, sets: readonly string[]): Promise<object> {
  const service = new RenstraService(new FetchClient({ headers: { "x-functions-key": key } }), address);
  const pages = new FetchClient({ headers: { "x-functions-key": key, Prefer: "odata.maxpagesize=7" } });
  const read: Record<string, { whole: Rows; paged: Rows }> = {};
  for (const set of sets) {
    const paged: object[] = [];
    let page = (await rowsOf(new RenstraService(pages, address), set).query()).data;
    paged.push(...page.value);
    while (page["@odata.nextLink"] !== undefined) {
      page = (await pages.get<Page>(page["@odata.nextLink"])).data;
      paged.push(...page.value);
    }

    read[set] = { whole: (await rowsOf(service, set).query()).data.value, paged };
  }

  const filtered = await service.Kinerja().query((builder, row) =>
    builder
      .select("Bulan", "NamaWilayah", "Realisasi", "Lengkap")
      .filter(row.KodeWilayah.eq("53.02").and(row.BulanAngka.lowerEquals(202402)), row.Realisasi.greaterThan(10))
      .orderBy(row.Bulan.desc(), row.KodeIndikator.asc())
      .expanding("Wilayah", (wilayah) => wilayah.select("NamaSingkat"))
      .count()
      .top(3));
  const one = await service.Kinerja({ Bulan: "2024-01-01", KodeWilayah: "53.02", KodeIndikator: "IKU-2" }).query();
  return { read, count: filtered.data["@odata.count"], filtered: filtered.data.value, realisasi: one.data.Realisasi };
}

function rowsOf(service: object, set: string): ReturnType<AnySet> {
  const open = (service as Record<string, AnySet | undefined>)[set];
  if (open === undefined) {
    throw new Error(`The generated client knows no ${set}.`);
  }

  return open.call(service);
}

const [, , address = "", key = "", ...sets] = process.argv;
main(address, key, sets).then(
  (answer) => process.stdout.write(JSON.stringify(answer)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
